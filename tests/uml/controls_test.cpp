// Controls of a real driver through the public API: vivid has one of nearly every type. What is listed is compared with what raw
// calls tell, and every refusal must have the reason that vivid's state gives it.
#include "uml/vivid.hpp"

#include "support/control.hpp"

#include <cerrno>
#include <cstring>

using namespace v4lxx::test;

namespace {

struct Vivid {
    explicit Vivid(void **state) : path(node_of(state)), camera(library.get(), path) {}

    const char *path;
    Library library;
    RealCamera camera;
    RawNode raw{path};
};

// All controls as they are listed.
class Listed {
public:
    explicit Listed(v4lxx_device *device) { ASSERT_OK(v4lxx_device_list_controls(device, &list_, &error)); }
    Listed(const Listed &) = delete;
    Listed &operator=(const Listed &) = delete;
    ~Listed() { v4lxx_control_list_unref(list_); }
    uint32_t count() const { return v4lxx_control_list_get_count(list_); }
    const v4lxx_control *at(uint32_t index) const { return v4lxx_control_list_get(list_, index); }

private:
    v4lxx_control_list *list_ = nullptr;
};

// The raw value of a control of at most 32 bits; false if it cannot be read so.
bool raw_value(const RawNode &raw, uint32_t id, int32_t *value)
{
    v4l2_control control{};
    control.id = id;
    const int rc = raw.call(VIDIOC_G_CTRL, &control);
    *value = control.value;
    return rc == 0;
}

void assert_as_described(const v4lxx_control *control, const v4l2_query_ext_ctrl &raw)
{
    assert_int_equal(v4lxx_control_get_id(control), raw.id);
    assert_string_equal(v4lxx_control_get_name(control), raw.name);
    assert_int_equal(v4lxx_control_get_type(control), raw.type);
    assert_int_equal(v4lxx_control_get_flags(control), raw.flags);
    assert_string_equal(v4lxx_control_get_flaw(control), "");
    if (raw.type != V4L2_CTRL_TYPE_BITMASK) {
        assert_true(v4lxx_control_get_minimum(control) == raw.minimum);
        assert_true(v4lxx_control_get_maximum(control) == raw.maximum);
        assert_true(v4lxx_control_get_step(control) == raw.step);
    }
    assert_int_equal(v4lxx_control_get_element_count(control), raw.elems);
}

}  // namespace

static void U20_what_is_listed_is_what_the_driver_tells(void **state)
{
    Vivid vivid(state);
    const Listed listed(vivid.camera.device());
    v4l2_query_ext_ctrl raw{};
    uint32_t index = 0, compared = 0;
    for (raw.id = V4L2_CTRL_FLAG_NEXT_CTRL | V4L2_CTRL_FLAG_NEXT_COMPOUND; vivid.raw.call(VIDIOC_QUERY_EXT_CTRL, &raw) == 0;
         raw.id |= V4L2_CTRL_FLAG_NEXT_CTRL | V4L2_CTRL_FLAG_NEXT_COMPOUND) {
        assert_true(index < listed.count());
        const v4lxx_control *control = listed.at(index++);
        assert_as_described(control, raw);
        int32_t expected = 0;
        const bool by_index = raw.type != V4L2_CTRL_TYPE_INTEGER_MENU && raw.type != V4L2_CTRL_TYPE_BITMASK;
        if (!by_index || !raw_value(vivid.raw, raw.id, &expected))
            continue;
        int64_t value = 0;
        ASSERT_OK(v4lxx_device_read_control_i64(vivid.camera.device(), control, &value, &error));
        if ((raw.flags & V4L2_CTRL_FLAG_VOLATILE) == 0)
            assert_int_equal(value, expected);
        compared++;
    }
    assert_int_equal(index, listed.count());
    assert_true(index > 60 && compared > 40);
}

static void U20_a_menu_has_the_items_of_the_driver_without_the_holes(void **state)
{
    Vivid vivid(state);
    const Control menu(vivid.camera, "Menu"), integers(vivid.camera, "integer_menu");
    for (const Control *control : {&menu, &integers}) {
        uint32_t number = 0;
        v4l2_querymenu raw{};
        raw.id = v4lxx_control_get_id(control->get());
        for (raw.index = 0; raw.index < 100; raw.index++) {
            if (vivid.raw.call(VIDIOC_QUERYMENU, &raw) < 0)
                continue;
            assert_int_equal(v4lxx_control_get_item_index(control->get(), number), raw.index);
            if (control == &menu)
                assert_string_equal(v4lxx_control_get_item_name(control->get(), number),
                                    reinterpret_cast<const char *>(raw.name));
            else
                assert_int_equal(v4lxx_control_get_item_value(control->get(), number), raw.value);
            number++;
        }
        assert_int_equal(v4lxx_control_get_item_count(control->get()), number);
        assert_true(number > 2);
    }
    assert_int_equal(v4lxx_control_get_item_count(menu.get()), 3);  // of four indices one is a hole
}

static void U20_controls_of_vivid_are_found_by_every_kind_of_name(void **state)
{
    Vivid vivid(state);
    const struct {
        const char *name;
        uint32_t id;
    } rows[] = {
        {"Brightness", V4L2_CID_BRIGHTNESS}, {"brightness", V4L2_CID_BRIGHTNESS}, {"0x00980900", V4L2_CID_BRIGHTNESS},
        {"autogain", V4L2_CID_AUTOGAIN},     {"hflip", V4L2_CID_HFLIP},           {"Gain, Automatic", V4L2_CID_AUTOGAIN},
    };
    for (const auto &row : rows)
        assert_int_equal(v4lxx_control_get_id(Control(vivid.camera, row.name).get()), row.id);
    assert_says(not_found(vivid.camera.device(), "brigthness", V4LXX_CODE_CONTROL_UNKNOWN), "Did you mean brightness");
    not_found(vivid.camera.device(), "Vivid Controls", V4LXX_CODE_CONTROL_UNKNOWN);
    not_found(vivid.camera.device(), "0x00980999", V4LXX_CODE_CONTROL_UNKNOWN);
}

static void U21_every_basic_type_of_vivid_is_read_and_set(void **state)
{
    Vivid vivid(state);
    const struct {
        const char *name;
        std::vector<int64_t> values;  // the last one is where it began
    } rows[] = {
        {"brightness", {0, 255, 128}},
        {"hue", {-128, 128, 0}},
        {"Boolean", {0, 1}},
        {"Integer 32 Bits", {INT32_MIN, INT32_MAX, -1, 0}},
        {"Integer 64 Bits", {INT64_MIN, INT64_MAX, int64_t{1} << 40, 0}},
        {"Menu", {1, 4, 3}},
        {"Integer Menu", {42, 13, 5}},
        {"Bitmask", {0, 0x80402010, 0x80000000, 0x80002000}},
        {"DV Timings Aspect Ratio", {3, 0}},
    };
    for (const auto &row : rows) {
        const Control control(vivid.camera, row.name);
        assert_int_equal(control.read(), row.values.back());
        for (const int64_t value : row.values)
            control.set(value);
    }
    int32_t raw = 0;
    const Control brightness(vivid.camera, "brightness"), integers(vivid.camera, "Integer Menu");
    brightness.set(77);  // as everybody else sees it
    assert_true(raw_value(vivid.raw, V4L2_CID_BRIGHTNESS, &raw) && raw == 77);
    integers.set(42);
    assert_true(raw_value(vivid.raw, v4lxx_control_get_id(integers.get()), &raw) && raw == 8);
    integers.set(5);
    vivid.raw.set_control("Brightness", 128);
    assert_int_equal(brightness.read(), 128);
    const Control text(vivid.camera, "String");
    for (const char *words : {"abcd", "\xc3\xa4-", "  "})
        text.set_text(words);
    int64_t applied = 0;
    ASSERT_OK(v4lxx_device_set_control_i64(vivid.camera.device(), Control(vivid.camera, "Button").get(), 1, &applied, &error));
}

static void U21_what_vivid_would_clamp_or_refuse_is_refused_with_what_it_takes(void **state)
{
    Vivid vivid(state);
    const Control brightness(vivid.camera, "brightness"), menu(vivid.camera, "Menu"), integers(vivid.camera, "Integer Menu");
    const Control bits(vivid.camera, "Bitmask"), text(vivid.camera, "String");
    assert_says(brightness.refused(256, V4LXX_CODE_CONTROL_OUT_OF_RANGE), "it takes 0 to 255 (checked)");
    assert_says(brightness.refused(-1, V4LXX_CODE_CONTROL_OUT_OF_RANGE), "brightness=0");
    brightness.refused(int64_t{1} << 32, V4LXX_CODE_CONTROL_OUT_OF_RANGE);
    assert_int_equal(brightness.read(), 128);
    assert_says(menu.refused(2, V4LXX_CODE_CONTROL_NOT_IN_MENU), "1 (Menu Item 1), 3 (Menu Item 3), 4 (Menu Item 4)");
    menu.refused(0, V4LXX_CODE_CONTROL_NOT_IN_MENU);
    assert_says(integers.refused(4, V4LXX_CODE_CONTROL_NOT_IN_MENU), "it offers 2, 3, 5, 8, 13, 21, 42");
    assert_says(bits.refused(1, V4LXX_CODE_CONTROL_OUT_OF_RANGE), "0x80402010");
    for (const char *words : {"", "x", "12345"})
        assert_says(text.refused_text(words, V4LXX_CODE_CONTROL_TEXT_LENGTH), "2 to 4 bytes");
    text.refused(1, V4LXX_CODE_CONTROL_WRONG_TYPE);
    brightness.refused_text("1", V4LXX_CODE_CONTROL_WRONG_TYPE);
    Control(vivid.camera, "read_only_integer_32_bits").refused(1, V4LXX_CODE_CONTROL_READ_ONLY);
    Control(vivid.camera, "power_present").refused(0, V4LXX_CODE_CONTROL_READ_ONLY);
    for (const char *name : {"U8 2x3x4x5 Array", "U32 Dynamic Array", "S32 2 Element Array", "S64 5 Element Array", "Area"})
        Control(vivid.camera, name).refused(1, V4LXX_CODE_CONTROL_COMPOUND);
    int64_t value = 0;
    ASSERT_CODE(v4lxx_device_read_control_i64(vivid.camera.device(), Control(vivid.camera, "Button").get(), &value, &error),
                V4LXX_CODE_CONTROL_WRITE_ONLY);
}

static void U21_an_inactive_gain_names_the_automatic_mode_and_changes_by_itself(void **state)
{
    Vivid vivid(state);
    const Control gain(vivid.camera, "gain"), automatic(vivid.camera, "gain_automatic");
    const std::string message = gain.refused(50, V4LXX_CODE_CONTROL_INACTIVE);
    assert_says(message, "gain_automatic = 1 (checked)");
    assert_says(message, std::string("v4lxx ctl ") + vivid.path + " gain_automatic=0 gain=50");
    gain.read();  // inactive or not
    automatic.set(0);
    gain.set(50);
    automatic.set(1);
}

static void U21_what_governs_an_inactive_control_is_not_invented(void **state)
{
    Vivid vivid(state);
    assert_says(Control(vivid.camera, "dv_timings").refused(1, V4LXX_CODE_CONTROL_INACTIVE), "is not known");
    assert_int_equal(v4lxx_control_get_master(Control(vivid.camera, "dv_timings").get()), 0);
}

static void U21_a_control_that_a_stream_holds_is_grabbed_until_it_stops(void **state)
{
    Vivid vivid(state);
    const Control cropping(vivid.camera, "enable_capture_cropping"), brightness(vivid.camera, "brightness");
    vivid.camera.start();
    vivid.camera.next();
    assert_says(cropping.refused(0, V4LXX_CODE_CONTROL_GRABBED), "while a stream runs (checked)");
    brightness.set(100);  // only what would change the buffers is held
    brightness.set(128);
    vivid.camera.next();
    vivid.camera.stop();
    cropping.set(0);
    cropping.set(1);
}

// vivid's Disconnect is a control too: the answer to it is the last one, and what follows says so.
static void S01_controls_of_an_unplugged_vivid_are_lost(void **state)
{
    Vivid vivid(state);
    const Control brightness(vivid.camera, "brightness"), disconnect(vivid.camera, "Disconnect");
    ASSERT_OK(v4lxx_device_set_control_i64(vivid.camera.device(), disconnect.get(), 1, nullptr, &error));
    int64_t value = 0;
    ASSERT_CODE(v4lxx_device_read_control_i64(vivid.camera.device(), brightness.get(), &value, &error), V4LXX_CODE_DEVICE_GONE);
    ASSERT_CODE(v4lxx_device_set_control_i64(vivid.camera.device(), brightness.get(), 1, nullptr, &error),
                V4LXX_CODE_DEVICE_GONE);
}

int main()
{
    const CMUnitTest tests[] = {
        ON_BOTH_APIS(U20_what_is_listed_is_what_the_driver_tells),
        ON_BOTH_APIS(U20_a_menu_has_the_items_of_the_driver_without_the_holes),
        ON_BOTH_APIS(U20_controls_of_vivid_are_found_by_every_kind_of_name),
        ON_BOTH_APIS(U21_every_basic_type_of_vivid_is_read_and_set),
        ON_BOTH_APIS(U21_what_vivid_would_clamp_or_refuse_is_refused_with_what_it_takes),
        ON_BOTH_APIS(U21_an_inactive_gain_names_the_automatic_mode_and_changes_by_itself),
        ON_BOTH_APIS(U21_what_governs_an_inactive_control_is_not_invented),
        ON_BOTH_APIS(U21_a_control_that_a_stream_holds_is_grabbed_until_it_stops),
        ON_BOTH_APIS(S01_controls_of_an_unplugged_vivid_are_lost),
    };
    return cmocka_run_group_tests(tests, nullptr, nullptr);
}
