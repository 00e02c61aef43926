// Scenes about reading, trying and setting several controls in one call.
#include "uml/control_roles.hpp"

#include <cstring>

namespace v4lxx::test {

namespace {

constexpr struct {
    unsigned long request;
    const char *name;
} extended[] = {
    {VIDIOC_G_EXT_CTRLS, "G_EXT_CTRLS"}, {VIDIOC_TRY_EXT_CTRLS, "TRY_EXT_CTRLS"}, {VIDIOC_S_EXT_CTRLS, "S_EXT_CTRLS"}};

using List = std::vector<v4l2_ext_control>;

// error_idx before the call is a number that no driver gives.
int call(Client &client, const std::string &what, unsigned long request, uint32_t which, uint32_t count, List &list)
{
    v4l2_ext_controls all{};
    all.which = which;
    all.count = count;
    all.controls = list.empty() ? nullptr : list.data();
    all.error_idx = 0xbad;
    all.reserved[0] = 7;
    const int rc = client.call('a', what, request, &all);
    client.note(what + ": error_idx " + std::to_string(all.error_idx) + ", count " +
                (all.count == count ? "the same" : "another") + ", which " + (all.which == which ? "the same" : "another") +
                ", reserved " + std::to_string(all.reserved[0]));
    return rc;
}

v4l2_ext_control number(const ControlAnswer &control, int64_t value)
{
    v4l2_ext_control one{};
    one.id = control.id;
    one.value64 = value;
    return one;
}

// What a control holds afterwards, for those that a set should have left alone.
void note_now(Client &client, const std::string &what, const ControlAnswer &control)
{
    List list = {number(control, 0)};
    v4l2_ext_controls all{};
    all.count = 1;
    all.controls = list.data();
    if (client.ask('a', VIDIOC_G_EXT_CTRLS, &all) == 0)
        client.note(what + " is now " +
                    value_text(control, control.type == V4L2_CTRL_TYPE_INTEGER64 ? list[0].value64 : list[0].value));
}

void which_and_counts(Client &client)
{
    client.open('a');
    const ControlAnswer integer = find_control(client, "integer");
    const struct {
        const char *name;
        uint32_t which;
    } places[] = {{"current", V4L2_CTRL_WHICH_CUR_VAL},
                  {"its class", V4L2_CTRL_CLASS_USER},
                  {"its class and more", integer.id},
                  {"another class", V4L2_CTRL_CLASS_CODEC},
                  {"no class", 0x00ff0000},
                  {"default", V4L2_CTRL_WHICH_DEF_VAL},
                  {"request", V4L2_CTRL_WHICH_REQUEST_VAL},
                  {"least values of later kernels", 0x0f020000},
                  {"old private", V4L2_CID_PRIVATE_BASE},
                  {"all bits", 0xffffffff}};
    for (const auto &way : extended)
        for (const auto &place : places) {
            const std::string what = std::string(way.name) + " " + place.name;
            List none, one = {number(integer, integer.default_value)}, few = {one[0], number(integer, 0)};
            few[1].id = unknown_id;
            call(client, what + ", none", way.request, place.which, 0, none);
            call(client, what + ", one", way.request, place.which, 1, one);
            call(client, what + ", an unknown one", way.request, place.which, 2, few);
            call(client, what + ", one of nowhere", way.request, place.which, 1, none);
        }
    for (const auto &way : extended) {
        List many(V4L2_CID_MAX_CTRLS, number(integer, integer.default_value));
        call(client, std::string(way.name) + " of 1024", way.request, 0, V4L2_CID_MAX_CTRLS, many);
        call(client, std::string(way.name) + " of 1025", way.request, 0, V4L2_CID_MAX_CTRLS + 1, many);
        call(client, std::string(way.name) + " of all", way.request, 0, 0xffffffff, many);
        client.call('a', std::string(way.name) + " without an argument", way.request, nullptr);
    }
    client.close('a');
}

// Plays a list through all three calls. The first one is the integer that would be set; it must not be if the call fails.
void play_list(Client &client, const std::string &what, const List &list, const ControlAnswer &first)
{
    for (const auto &way : extended) {
        List copy = list;
        const std::string text = std::string(way.name) + " " + what;
        call(client, text, way.request, V4L2_CTRL_WHICH_CUR_VAL, static_cast<uint32_t>(copy.size()), copy);
        for (size_t i = 0; i < copy.size(); i++)
            if (copy[i].id == first.id)
                client.note(text + " " + std::to_string(i) + " became " + value_text(first, copy[i].value));
        note_now(client, text, first);
    }
    v4l2_control usual{first.id, static_cast<int32_t>(first.default_value)};
    client.call('a', "back to the default", VIDIOC_S_CTRL, &usual);
}

// Each role in a list behind the integer, with a value that is right or wrong.
void lists_of_two(Client &client)
{
    client.open('a');
    const ControlAnswer integer = find_control(client, "integer");
    const v4l2_ext_control first = number(integer, other_value(integer));
    const auto play = [&](const std::string &what, const ControlAnswer &second, int64_t value) {
        play_list(client, what, {first, number(second, value)}, integer);
        play_list(client, what + ", in the other order", {number(second, value), first}, integer);
    };
    for (const char *role : {"boolean", "menu", "integer menu", "integer64", "read-only", "inactive", "grabbed"}) {
        const ControlAnswer second = find_control(client, role);
        play(std::string("with the ") + role, second, second.default_value);
    }
    const ControlAnswer menu = find_control(client, "menu"), bits = find_control(client, "bitmask");
    const ControlAnswer integers = find_control(client, "integer menu");
    play("with a hole", menu, hole);
    play("with an item too many", menu, menu.maximum + 1);
    play("with a negative item", menu, -1);
    play("with an integer item too many", integers, integers.maximum + 1);
    play("with all bits", bits, 0xffffffff);
    play("with the bits it began with", bits, bits.default_value);
    play("with the button", find_control(client, "button"), 1);
    play("with the class", find_control(client, "class"), 1);
    play("with itself", integer, integer.default_value);
    play("with itself, far above", integer, INT32_MAX);
    play("with itself, far below", integer, INT32_MIN);
    ControlAnswer none = integer;
    for (const uint32_t id : {0u, unknown_id, uint32_t{V4L2_CID_PRIVATE_BASE}, integer.id | V4L2_CTRL_FLAG_NEXT_CTRL}) {
        none.id = id;
        play("with no control " + std::to_string(id >> 28), none, integer.default_value);
    }
    play_list(client, "with two wrong ones", {first, number(menu, hole), number(none, 0)}, integer);
    play_list(client, "with a read-only one and a hole",
              {first, number(find_control(client, "read-only"), 0), number(menu, hole)}, integer);
    client.close('a');
}

void wide_values(Client &client)
{
    client.open('a');
    const ControlAnswer wide = find_control(client, "integer64");
    for (const int64_t value :
         std::initializer_list<int64_t>{other_value(wide), wide.maximum, wide.minimum, wide.default_value})
        for (const auto &way : extended) {
            List list = {number(wide, value)};
            call(client, std::string(way.name) + " " + value_text(wide, value), way.request, 0, 1, list);
            client.note("became " + value_text(wide, list[0].value64));
            note_now(client, "it", wide);
        }
    client.close('a');
}

void values_under_a_stream(Client &client)
{
    client.open('a');
    client.stream('a', 3);
    const ControlAnswer integer = find_control(client, "integer"), grabbed = find_control(client, "grabbed");
    const ControlAnswer menu = find_control(client, "menu"), fixed = find_control(client, "read-only");
    const v4l2_ext_control first = number(integer, other_value(integer));
    client.note("flags of the grabbed one: " + std::to_string(grabbed.flags & V4L2_CTRL_FLAG_GRABBED));
    play_list(client, "with the grabbed one", {first, number(grabbed, grabbed.default_value)}, integer);
    play_list(client, "with the grabbed one, too large", {first, number(grabbed, 100000)}, integer);
    play_list(client, "with a hole and the grabbed one", {first, number(menu, hole), number(grabbed, 0)}, integer);
    play_list(client, "with the grabbed one and a hole", {first, number(grabbed, 0), number(menu, hole)}, integer);
    play_list(client, "with a read-only and a grabbed one", {first, number(fixed, 0), number(grabbed, 0)}, integer);
    for (const int64_t value : std::initializer_list<int64_t>{grabbed.default_value, grabbed.maximum, 100000}) {
        v4l2_control wish{grabbed.id, static_cast<int32_t>(value)};
        client.call('a', "S_CTRL of the grabbed one", VIDIOC_S_CTRL, &wish);
    }
    client.stream_off('a', "STREAMOFF");
    client.note("and now: " + std::to_string(find_control(client, "grabbed").flags & V4L2_CTRL_FLAG_GRABBED));
    client.request_buffers('a', "REQBUFS 0", 0);
    client.close('a');
}

// The text of a control in the log: where a NUL was, and what was not written.
std::string shown(const char *text, size_t size)
{
    std::string out;
    for (size_t i = 0; i < size; i++)
        out += text[i] == '\0' ? '0' : text[i];
    return out;
}

void play_text(Client &client, const std::string &what, const ControlAnswer &control, unsigned long request, uint32_t size,
               const std::string &text)
{
    char room[64];
    std::memset(room, '#', sizeof room);
    text.copy(room, text.size());
    List list = {number(control, 0)};
    list[0].size = size;
    list[0].string = room;
    call(client, what, request, 0, 1, list);
    const std::string changed = shown(room, 12);
    client.note(what + ": size " +
                (list[0].size == size                ? "the same"
                 : list[0].size == control.elem_size ? "of all"
                                                     : "another") +
                ", " + (list[0].string == room ? "" : "pointer changed, ") + changed);
}

// vivid's takes 2 to 4 bytes, the simulator's 2 to 8 in steps of 2: texts of 2 and 4 are right for both, of 1 and 9 for neither.
void texts(Client &client)
{
    client.open('a');
    const ControlAnswer control = find_control(client, "string");
    const auto size = static_cast<uint32_t>(control.maximum);
    for (const auto &way : extended) {
        const std::string name = way.name;
        play_text(client, name + " no room", control, way.request, 0, "ab");
        play_text(client, name + " room of 1", control, way.request, 1, "");
        play_text(client, name + " room of 2", control, way.request, 2, "ab");
        play_text(client, name + " room of 3", control, way.request, 3, std::string("ab\0", 3));
        play_text(client, name + " room of 3, no end", control, way.request, 3, "abcd");
        play_text(client, name + " all room", control, way.request, size + 1, std::string("abcd\0", 5));
        play_text(client, name + " all room, no end", control, way.request, size + 1, "abcdefghijkl");
        play_text(client, name + " more room", control, way.request, size + 8, std::string("ab\0", 3));
        play_text(client, name + " more room, no end", control, way.request, size + 8, "abcdefghijkl");
        play_text(client, name + " huge room", control, way.request, 0xffffffff, std::string("ab\0", 3));
        play_text(client, name + " too short", control, way.request, size + 1, std::string("a\0", 2));
        play_text(client, name + " empty", control, way.request, size + 1, std::string("\0", 1));
        List nowhere = {number(control, 0)};
        nowhere[0].size = size + 1;
        call(client, name + " nowhere", way.request, 0, 1, nowhere);
        play_text(client, name + " then", control, VIDIOC_G_EXT_CTRLS, size + 1, "");
    }
    play_text(client, "default", control, VIDIOC_S_EXT_CTRLS, size + 1, std::string("  \0", 3));
    client.close('a');
}

void play_array(Client &client, const std::string &what, const ControlAnswer &control, unsigned long request, uint32_t size,
                int byte)
{
    std::vector<uint8_t> room(control.elems * control.elem_size + 64, static_cast<uint8_t>(byte));
    List list = {number(control, 0)};
    list[0].size = size;
    list[0].p_u8 = room.data();
    call(client, what, request, 0, 1, list);
    const uint32_t whole = control.elems * control.elem_size;
    client.note(what + ": size " +
                (list[0].size == size    ? "the same"
                 : list[0].size == whole ? "of all"
                                         : "another") +
                ", first " + (room[0] == byte ? "the same" : value_text(control, room[0])) + ", last " +
                (room[whole - 1] == byte ? "the same" : value_text(control, room[whole - 1])) +
                (room[whole] == byte ? "" : ", written behind its end"));
}

void arrays(Client &client)
{
    client.open('a');
    const ControlAnswer control = find_control(client, "array");
    const uint32_t whole = control.elems * control.elem_size;
    const int good = static_cast<int>(control.minimum) + 3;
    for (const auto &way : extended) {
        const std::string name = way.name;
        for (const int byte : {good, 0xee}) {
            const std::string value = byte == good ? ", good values" : ", values too large";
            play_array(client, name + " no room" + value, control, way.request, 0, byte);
            play_array(client, name + " a byte" + value, control, way.request, 1, byte);
            play_array(client, name + " a byte too few" + value, control, way.request, whole - 1, byte);
            play_array(client, name + " all" + value, control, way.request, whole, byte);
            play_array(client, name + " then" + value, control, VIDIOC_G_EXT_CTRLS, whole, 0xdd);
            play_array(client, name + " too many bytes" + value, control, way.request, whole + 8, byte);
        }
        List nowhere = {number(control, 0)};
        nowhere[0].size = whole;
        call(client, name + " nowhere", way.request, 0, 1, nowhere);
    }
    play_array(client, "default", control, VIDIOC_S_EXT_CTRLS, whole, static_cast<int>(control.default_value));
    client.close('a');
}

// DEF_VAL answers what every control began with, and sets nothing.
void defaults(Client &client)
{
    client.open('a');
    for (const char *role : {"integer", "boolean", "menu", "integer menu", "bitmask", "integer64", "read-only"}) {
        const ControlAnswer control = find_control(client, role);
        List list = {number(control, untouched)};
        call(client, std::string("default of the ") + role, VIDIOC_G_EXT_CTRLS, V4L2_CTRL_WHICH_DEF_VAL, 1, list);
        client.note(std::string(role) + " is " +
                    value_text(control, control.type == V4L2_CTRL_TYPE_INTEGER64 ? list[0].value64 : list[0].value));
    }
    for (const char *role : {"button", "class", "grabbed", "inactive"}) {
        List list = {number(find_control(client, role), untouched)};
        call(client, std::string("default of the ") + role, VIDIOC_G_EXT_CTRLS, V4L2_CTRL_WHICH_DEF_VAL, 1, list);
    }
    client.close('a');
}

}  // namespace

const std::vector<Scene> &extended_control_scenes()
{
    static const std::vector<Scene> scenes = {
        {"which controls and how many", which_and_counts},
        {"lists of controls to set", lists_of_two},
        {"wide values", wide_values},
        {"controls under a stream", values_under_a_stream},
        {"texts of controls", texts},
        {"arrays of controls", arrays},
        {"defaults of controls", defaults},
    };
    return scenes;
}

}  // namespace v4lxx::test
