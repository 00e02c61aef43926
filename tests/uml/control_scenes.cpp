// Scenes about what controls there are, and about the value of one.
#include "uml/control_roles.hpp"

#include <cstring>

namespace v4lxx::test {

namespace {

// Those whose value is a number of at most 32 bits that may be set.
constexpr const char *numbers[] = {"integer", "boolean", "menu", "integer menu", "bitmask"};

std::string text_of(const ControlAnswer &answer, const ControlAnswer &control, bool with_type)
{
    constexpr uint32_t hints = V4L2_CTRL_FLAG_SLIDER | V4L2_CTRL_FLAG_UPDATE | V4L2_CTRL_FLAG_MODIFY_LAYOUT;
    std::string text = answer.id == control.id ? " itself" : " another id";
    text += with_type ? " type " + std::to_string(answer.type) : "";
    text += " flags " + std::to_string(answer.flags & ~hints) + (answer.nr_of_dims != 0 ? " array" : "");
    if (!with_type)
        return text;
    if (answer.type != V4L2_CTRL_TYPE_STRING)
        text += " element of " + std::to_string(answer.elem_size);
    else
        text += answer.elem_size == answer.maximum + 1 ? " element of its maximum and 1" : " element of another size";
    text += answer.nr_of_dims == 0 ? " elements " + std::to_string(answer.elems) : "";
    for (const uint32_t word : answer.reserved)
        text += word != 0 ? " reserved is not 0" : "";
    return text + (answer.name[sizeof answer.name - 1] == '\0' ? "" : " name without an end");
}

std::string text_of(const v4l2_queryctrl &answer, const ControlAnswer &control, bool with_type)
{
    std::string text = answer.id == control.id ? " itself" : " another id";
    text += with_type ? " type " + std::to_string(answer.type) : "";
    const bool same = answer.minimum == static_cast<int32_t>(control.minimum) &&
                      answer.maximum == static_cast<int32_t>(control.maximum) &&
                      answer.step == static_cast<int32_t>(control.step) &&
                      answer.default_value == static_cast<int32_t>(control.default_value);
    const bool none = answer.minimum == 0 && answer.maximum == 0 && answer.step == 0 && answer.default_value == 0;
    text += none ? " no range" : same ? " the same range" : " another range";
    return text + ((answer.reserved[0] | answer.reserved[1]) == 0 ? "" : " reserved is not 0");
}

template <class Answer>
void query(Client &client, const std::string &what, unsigned long request, uint32_t id, const ControlAnswer &control,
           bool with_type)
{
    Answer answer;
    std::memset(&answer, 0xff, sizeof answer);
    answer.id = id;
    if (client.call('a', what, request, &answer) == 0)
        client.note(what + text_of(answer, control, with_type));
    else
        client.note(what + (answer.id == id ? ": id is left alone" : ": id is changed"));
}

void query_both(Client &client, const std::string &what, uint32_t id, const ControlAnswer &control, bool with_type = true)
{
    query<ControlAnswer>(client, "QUERY_EXT_CTRL " + what, VIDIOC_QUERY_EXT_CTRL, id, control, with_type);
    query<v4l2_queryctrl>(client, "QUERYCTRL " + what, VIDIOC_QUERYCTRL, id, control, with_type);
}

void descriptions(Client &client)
{
    client.open('a');
    for (const Role &role : control_roles) {
        const ControlAnswer control = find_control(client, role.name);
        query_both(client, std::string("of the ") + role.name, control.id, control, role.of_one_type);
    }
    const ControlAnswer user_class = find_control(client, "class");
    query_both(client, "of 0", 0, user_class);
    query_both(client, "of an unknown number", unknown_id, user_class);
    query_both(client, "of an unknown class", 0x00ff0000, user_class);
    query_both(client, "of the first old private number", V4L2_CID_PRIVATE_BASE, user_class);
    query_both(client, "of an old private number too many", V4L2_CID_PRIVATE_BASE + 1000, user_class);
    query_both(client, "after nothing", next_both, user_class);
    query_both(client, "after nothing, no compound one", V4L2_CTRL_FLAG_NEXT_CTRL, user_class);
    query_both(client, "after nothing, compound only", V4L2_CTRL_FLAG_NEXT_COMPOUND, user_class, false);
    query_both(client, "after the last", V4L2_CTRL_ID_MASK | next_both, user_class);
    query_both(client, "after an unknown class, nothing but compound ones", 0x0fff0000 | V4L2_CTRL_FLAG_NEXT_COMPOUND,
               user_class);
    query_both(client, "of a number with a bit that means nothing", V4L2_CID_BRIGHTNESS | 0x10000000, user_class);
    client.call('a', "QUERY_EXT_CTRL without an argument", VIDIOC_QUERY_EXT_CTRL, nullptr);
    client.call('a', "QUERYCTRL without an argument", VIDIOC_QUERYCTRL, nullptr);
    client.close('a');
}

// How many there are, and whether they rise and are of the kind that was asked for.
template <class Answer>
size_t walk(Client &client, const std::string &what, unsigned long request, uint32_t flags)
{
    size_t count = 0;
    bool rises = true, compound = false, simple = false;
    Answer answer{};
    uint32_t last = 0;
    for (answer.id = flags; count < 1000 && client.ask('a', request, &answer) == 0; answer.id |= flags) {
        rises = rises && answer.id > last;
        last = answer.id;
        ControlAnswer control{};
        control.id = answer.id;
        client.ask('a', VIDIOC_QUERY_EXT_CTRL, &control);
        (control.nr_of_dims != 0 || control.type >= V4L2_CTRL_COMPOUND_TYPES ? compound : simple) = true;
        count++;
    }
    client.note(what + ": " + (count != 0 ? "some" : "none") + (rises ? ", rising" : ", in disorder") +
                (compound ? ", compound" : "") + (simple ? ", simple" : ""));
    return count;
}

void lists(Client &client)
{
    client.open('a');
    const size_t all = walk<ControlAnswer>(client, "QUERY_EXT_CTRL", VIDIOC_QUERY_EXT_CTRL, next_both);
    const size_t simple =
        walk<ControlAnswer>(client, "QUERY_EXT_CTRL NEXT_CTRL", VIDIOC_QUERY_EXT_CTRL, V4L2_CTRL_FLAG_NEXT_CTRL);
    const size_t compound =
        walk<ControlAnswer>(client, "QUERY_EXT_CTRL NEXT_COMPOUND", VIDIOC_QUERY_EXT_CTRL, V4L2_CTRL_FLAG_NEXT_COMPOUND);
    client.note(all == simple + compound ? "each has one kind" : "kinds overlap");
    const size_t old = walk<v4l2_queryctrl>(client, "QUERYCTRL", VIDIOC_QUERYCTRL, V4L2_CTRL_FLAG_NEXT_CTRL);
    client.note(old == simple ? "the old call has the simple ones" : "the old call has others");
    client.close('a');
}

void menus(Client &client)
{
    client.open('a');
    const auto ask = [&](const std::string &what, uint32_t id, uint32_t index) {
        v4l2_querymenu item;
        std::memset(&item, 0xff, sizeof item);
        item.id = id;
        item.index = index;
        if (client.call('a', "QUERYMENU " + what, VIDIOC_QUERYMENU, &item) == 0)
            client.note(what + (item.id == id && item.index == index ? ": the same" : ": another") + " item, reserved " +
                        std::to_string(item.reserved));
    };
    for (const char *role : {"menu", "integer menu"}) {
        const ControlAnswer control = find_control(client, role);
        ask(std::string(role) + " last item", control.id, static_cast<uint32_t>(control.maximum));
        ask(std::string(role) + " behind the last", control.id, static_cast<uint32_t>(control.maximum) + 1);
        ask(std::string(role) + " far away", control.id, 0xffffffff);
        ask(std::string(role) + " far away, signed", control.id, 0x80000001);
        ask(std::string(role) + " after its number", control.id | V4L2_CTRL_FLAG_NEXT_CTRL,
            static_cast<uint32_t>(control.maximum));
    }
    const ControlAnswer menu = find_control(client, "menu");
    ask("menu 1", menu.id, 1);
    ask("menu hole", menu.id, hole);
    for (const char *role : {"integer", "boolean", "string", "bitmask", "integer64", "button", "class", "array"})
        ask(std::string("of the ") + role, find_control(client, role).id, 0);
    ask("of 0", 0, 0);
    ask("of an unknown number", unknown_id, 0);
    ask("of an old private number", V4L2_CID_PRIVATE_BASE, 0);
    client.close('a');
}

void get(Client &client, const std::string &what, uint32_t id, const ControlAnswer &control)
{
    v4l2_control answer{id, untouched};
    const int rc = client.call('a', "G_CTRL " + what, VIDIOC_G_CTRL, &answer);
    client.note(what + " is " +
                (rc == 0                     ? value_text(control, answer.value)
                 : answer.value == untouched ? "untouched"
                                             : "changed"));
}

// Sets it, says what the driver made of it, and what is there afterwards.
void set(Client &client, const std::string &what, const ControlAnswer &control, int64_t value)
{
    v4l2_control wish{control.id, static_cast<int32_t>(value)};
    if (client.call('a', "S_CTRL " + what, VIDIOC_S_CTRL, &wish) == 0)
        client.note(what + " became " + value_text(control, wish.value));
    else
        client.note(what + (wish.value == static_cast<int32_t>(value) ? ": value is left alone" : ": value is changed"));
    v4l2_control answer{control.id, 0};
    if (client.ask('a', VIDIOC_G_CTRL, &answer) == 0)
        client.note(what + ", then it is " + value_text(control, answer.value));
}

void single_values(Client &client)
{
    client.open('a');
    for (const Role &role : control_roles) {
        if (std::strcmp(role.name, "inactive") == 0)
            continue;
        const ControlAnswer control = find_control(client, role.name);
        get(client, role.name, control.id, control);
    }
    for (const char *role : numbers) {
        const ControlAnswer control = find_control(client, role);
        const std::string name = role;
        set(client, name + " to another", control, other_value(control));
        if (std::strcmp(role, "bitmask") != 0) {
            set(client, name + " above", control, control.maximum + 1);
            set(client, name + " below", control, control.type == V4L2_CTRL_TYPE_MENU ? -1 : control.minimum - 1);
            set(client, name + " to the largest number", control, INT32_MAX);
            set(client, name + " to the smallest number", control, INT32_MIN);
        }
        if (std::strcmp(role, "integer") != 0)
            set(client, name + " to all bits", control, -1);
        set(client, name + " to its default", control, control.default_value);
    }
    const ControlAnswer menu = find_control(client, "menu");
    set(client, "menu to a hole", menu, hole);
    for (const char *role : {"string", "integer64", "button", "read-only", "class", "array"})
        set(client, role, find_control(client, role), 0);
    set(client, "button pushed hard", find_control(client, "button"), 77);
    ControlAnswer none = find_control(client, "integer");
    for (const uint32_t id : {0u, unknown_id, uint32_t{V4L2_CID_PRIVATE_BASE} + 1000, none.id | V4L2_CTRL_FLAG_NEXT_CTRL}) {
        none.id = id;
        set(client, "no control", none, none.default_value);
        get(client, "no control", id, none);
    }
    client.call('a', "G_CTRL without an argument", VIDIOC_G_CTRL, nullptr);
    client.call('a', "S_CTRL without an argument", VIDIOC_S_CTRL, nullptr);
    client.close('a');
}

}  // namespace

const std::vector<Scene> &control_scenes()
{
    static const std::vector<Scene> scenes = {
        {"descriptions of controls", descriptions},
        {"lists of controls", lists},
        {"menus", menus},
        {"values of single controls", single_values},
    };
    return scenes;
}

}  // namespace v4lxx::test
