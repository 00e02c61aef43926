// A hostile driver: what it can answer about controls that cannot be true. A list that does not rise is refused; one control that cannot
// be is listed with its flaw, and refused when it is to be set; a value that no control can hold is no answer.
#include "hostile_driver.hpp"

#include "support/baseline.hpp"
#include "support/control.hpp"

#include <cstring>
#include <linux/videodev2.h>

using namespace v4lxx::test;

namespace {

constexpr const char *old_driver = "on VIDIOC_QUERY_EXT_CTRL all errno ENOTTY\n";

// All controls of a device; owns the list.
class Listed {
public:
    explicit Listed(Camera &camera)
    {
        refusal = refusal_of([&](v4lxx_error **error) { return v4lxx_device_list_controls(camera.device(), &list_, error); });
    }
    Listed(const Listed &) = delete;
    Listed &operator=(const Listed &) = delete;
    ~Listed() { v4lxx_control_list_unref(list_); }
    uint32_t count() const { return list_ == nullptr ? 0 : v4lxx_control_list_get_count(list_); }
    const v4lxx_control *at(uint32_t index) const { return v4lxx_control_list_get(list_, index); }

    Refusal refusal;

private:
    v4lxx_control_list *list_ = nullptr;
};

// The control, whose description the rule spoils from the moment it is found.
struct Spoiled {
    Spoiled(const char *control, const std::string &rule) : Spoiled(single, control, rule) {}
    Spoiled(const char *name, const char *control, const std::string &rule) : camera(name)
    {
        Control found(camera, control);
        camera.inject("on VIDIOC_QUERY_EXT_CTRL all set " + rule);
        id = v4lxx_control_get_id(found.get());
    }
    v4lxx_control *find()
    {
        v4lxx_control *control = nullptr;
        ASSERT_OK(v4lxx_device_find_control_by_id(camera.device(), id, &control, &error));
        return control;
    }

    Camera camera;
    uint32_t id = 0;
};

Refusal set(Camera &camera, const v4lxx_control *control, int64_t value)
{
    return refusal_of(
        [&](v4lxx_error **error) { return v4lxx_device_set_control_i64(camera.device(), control, value, nullptr, error); });
}

Refusal read(Camera &camera, const v4lxx_control *control)
{
    int64_t value = 0;
    return refusal_of(
        [&](v4lxx_error **error) { return v4lxx_device_read_control_i64(camera.device(), control, &value, error); });
}

void assert_impossible(const Refusal &refusal, const std::string &words)
{
    assert_int_equal(refusal.status, V4LXX_ERROR_DRIVER_BUG);
    assert_int_equal(refusal.code, V4LXX_CODE_CONTROL_IMPOSSIBLE);
    assert_says(refusal.message, words);
}

}  // namespace

static void S24_lists_of_controls_that_do_not_rise_are_refused(void **)
{
    struct {
        const char *rules, *request, *value;
    } const lists[] = {
        {"on VIDIOC_QUERY_EXT_CTRL 4.. set id 0x00980900", "VIDIOC_QUERY_EXT_CTRL", "9963776"},  // stands still
        {"on VIDIOC_QUERY_EXT_CTRL 4 set id 1", "VIDIOC_QUERY_EXT_CTRL", "1"},                   // goes back
        {"on VIDIOC_QUERY_EXT_CTRL 4 set id 0", "VIDIOC_QUERY_EXT_CTRL", "0"},
        {"on VIDIOC_QUERY_EXT_CTRL 4 set id 0xc0000000", "VIDIOC_QUERY_EXT_CTRL", "3221225472"},
        {"on VIDIOC_QUERY_EXT_CTRL 4 set id 0xffffffff", "VIDIOC_QUERY_EXT_CTRL", "4294967295"},
        {"on VIDIOC_QUERY_EXT_CTRL all errno ENOTTY\non VIDIOC_QUERYCTRL 4 set id 1", "VIDIOC_QUERYCTRL", "1"},
    };
    for (const auto &list : lists) {
        const Baseline before = measure();
        {
            Camera camera(single);
            camera.inject(list.rules);
            const Listed listed(camera);
            assert_driver_bug(listed.refusal, list.rules, list.request, "id", list.value);
            assert_int_equal(listed.count(), 0);
            assert_true(camera.sim().calls(VIDIOC_QUERY_EXT_CTRL) + camera.sim().calls(VIDIOC_QUERYCTRL) < 10);
            assert_usable(camera);
        }
        assert_baseline(before);
    }
}

static void S24_endless_lists_of_controls_are_cut_off(void **)
{
    for (const std::string request : {"VIDIOC_QUERY_EXT_CTRL", "VIDIOC_QUERYCTRL"}) {
        Camera camera(single);
        camera.inject((request == "VIDIOC_QUERYCTRL" ? old_driver : "") + std::string("on ") + request + " all endless");
        const Listed listed(camera);
        assert_int_equal(listed.refusal.status, V4LXX_ERROR_DRIVER_BUG);
        assert_int_equal(listed.refusal.code, V4LXX_CODE_ENDLESS_LIST);
        assert_says(listed.refusal.message, request + " answered id = ");
        assert_true(camera.sim().calls(VIDIOC_QUERY_EXT_CTRL) + camera.sim().calls(VIDIOC_QUERYCTRL) < 3000);
        not_found(camera.device(), "brightness", V4LXX_CODE_ENDLESS_LIST);
    }
}

static void S24_names_of_controls_without_an_end_and_with_anything_in_them_are_made_safe(void **)
{
    struct {
        const char *name, *shown, *short_name;
    } const texts[] = {
        {"unterminated", "XXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXX", "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx"},
        {"\\x1b[31mRed\\x07 \\xff\\xfe", "?[31mRed? ??", "31mred"},
        {"\\xc3\\xa4 Gain", "\xc3\xa4 Gain", "gain"},
        {"\\xe2\\x82", "??", "0x980900"},
        {"\\x00Behind", "", "0x980900"},
        {"((()))", "((()))", "0x980900"},
    };
    for (const auto &text : texts) {
        Spoiled brightness("brightness", std::string("name ") + text.name);
        v4lxx_control *control = brightness.find();
        const std::string name = v4lxx_control_get_name(control);
        assert_string_equal(name.substr(0, std::strlen(text.shown)).c_str(), text.shown);
        assert_true(name.size() <= 32);
        assert_string_equal(v4lxx_control_get_short_name(control), text.short_name);
        v4lxx_control_unref(control);
    }
    Camera camera(single);
    camera.inject("on VIDIOC_QUERYMENU all set name unterminated\non VIDIOC_QUERYMENU 1 set name \\x9b1m\\xff");
    const Control mode(camera, "power_line_frequency");
    assert_int_equal(std::strlen(v4lxx_control_get_item_name(mode.get(), 0)), 32);
    assert_string_equal(v4lxx_control_get_item_name(mode.get(), 1), "?1m?");
}

static void S24_descriptions_that_cannot_be_are_listed_with_their_flaw_and_refused(void **)
{
    struct {
        const char *control, *rule, *words;
    } const rows[] = {
        {"brightness", "minimum 65", "minimum = 65: it is above the maximum, 64"},
        {"brightness", "maximum -65", "minimum = -64: it is above the maximum, -65"},
        {"brightness", "maximum 0x7fffffffffffffff", "maximum = 9223372036854775807"},
        {"brightness", "minimum -0x8000000000000000", "minimum = -9223372036854775808"},
        {"brightness", "type 0", "type = 0"},
        {"brightness", "type 10", "type = 10"},
        {"brightness", "type 255", "type = 255"},
        {"brightness", "nr_of_dims 5", "nr_of_dims = 5"},
        {"brightness", "nr_of_dims 0xffffffff", "nr_of_dims = 4294967295"},
        {"metering_weights", "elems 0xffffffff", "elems = 4294967295: each has 1 bytes"},
        {"metering_weights", "elem_size 0xffffffff", "elems = 16: each has 4294967295 bytes"},
        {"clock_offset", "minimum 0x7fffffffffffffff", "minimum = 9223372036854775807: it is above the maximum"},
        {"power_line_frequency", "maximum 0x7fffffff", "maximum = 2147483647"},
        {"power_line_frequency", "maximum 1024", "maximum = 1024: no menu has more than 1024 items"},
        {"power_line_frequency", "maximum 0x10000000000", "maximum = 1099511627776"},
        {"power_line_frequency", "minimum -1", "minimum = -1"},
        {"link_frequency", "maximum 0x7fffffffffffffff", "maximum = 9223372036854775807"},
        {"serial_tag", "maximum 0x7fffffffffffffff", "maximum = 9223372036854775807"},
        {"serial_tag", "maximum 65537", "maximum = 65537: no text has more than 65536 bytes"},
        {"serial_tag", "minimum -1", "minimum = -1"},
        {"serial_tag", "minimum 9", "minimum = 9"},
    };
    for (const auto &row : rows) {
        const Baseline before = measure();
        {
            Spoiled spoiled(row.control, row.rule);
            Camera &camera = spoiled.camera;
            v4lxx_control *control = spoiled.find();
            assert_says(v4lxx_control_get_flaw(control), std::string("VIDIOC_QUERY_EXT_CTRL answered ") + row.words);
            assert_int_equal(v4lxx_control_get_item_count(control), 0);
            assert_int_equal(camera.sim().calls(VIDIOC_QUERYMENU) <= 8, 1);
            const bool is_text = v4lxx_control_get_type(control) == V4LXX_CONTROL_TYPE_STRING;
            const Refusal refusal = is_text ? refusal_of([&](v4lxx_error **error) {
                return v4lxx_device_set_control_string(camera.device(), control, "ab", error);
            })
                                            : set(camera, control, 0);
            const bool is_array = std::strncmp(row.rule, "nr_of", 5) == 0 || std::strncmp(row.rule, "elem", 4) == 0;
            if (is_array)
                assert_int_equal(refusal.code, V4LXX_CODE_CONTROL_COMPOUND);  // nobody can set it anyway
            else
                assert_impossible(refusal, row.words);
            v4lxx_control_unref(control);
        }
        assert_baseline(before);
    }
}

// As many cameras answer: no reason to do without the control.
static void S24_steps_of_0_and_defaults_outside_the_range_are_mended(void **)
{
    struct {
        const char *control, *rule;
        int64_t step, value;
    } const rows[] = {
        {"brightness", "step 0", 1, 0},
        {"brightness", "default_value 1000", 1, 64},
        {"brightness", "default_value -0x8000000000000000", 1, -64},
        {"clock_offset", "default_value 0x7fffffffffffffff", 1, int64_t{1} << 40},
        {"power_line_frequency", "step 0", 1, 1},
        {"power_line_frequency", "default_value 77", 1, 2},
        {"power_line_frequency", "default_value -1", 1, 0},
        {"status_lights", "default_value -1", 0, 0x8000000f},
    };
    for (const auto &row : rows) {
        Spoiled spoiled(row.control, row.rule);
        v4lxx_control *control = spoiled.find();
        assert_string_equal(v4lxx_control_get_flaw(control), "");
        assert_int_equal(v4lxx_control_get_step(control), row.step);
        assert_int_equal(v4lxx_control_get_default(control), row.value);
        assert_int_equal(set(spoiled.camera, control, 1).status, V4LXX_OK);
        v4lxx_control_unref(control);
    }
}

// A range of all numbers of 64 bits, or a step of nearly all of them, must not overflow what looks for the nearest value.
static void S24_ranges_of_all_64_bits_are_counted_right(void **)
{
    struct {
        const char *rules;
        int64_t value;
        v4lxx_code code;
        const char *words;
    } const rows[] = {
        {"minimum -0x8000000000000000;maximum 0x7ffffffffffffffe", INT64_MAX, V4LXX_CODE_CONTROL_OUT_OF_RANGE,
         "clock_offset=9223372036854775806"},
        {"minimum -0x7fffffffffffffff;maximum 0x7fffffffffffffff", INT64_MIN, V4LXX_CODE_CONTROL_OUT_OF_RANGE,
         "clock_offset=-9223372036854775807"},
        {"minimum -0x8000000000000000;maximum 0x7fffffffffffffff;step 0x8000000000000005", 0, V4LXX_CODE_CONTROL_OFF_STEP,
         "-9223372036854775808 and 5"},
        {"minimum -0x8000000000000000;maximum 0x7fffffffffffffff;step 0xffffffffffffffff", 7, V4LXX_CODE_CONTROL_OFF_STEP,
         "-9223372036854775808 and 9223372036854775807"},
        {"step 0xffffffffffffffff", 7, V4LXX_CODE_CONTROL_OFF_STEP, "The nearest is -1099511627776"},
    };
    for (const auto &row : rows) {
        Camera camera(single);
        const Control offset(camera, "clock_offset");
        std::istringstream rules(row.rules);
        for (std::string rule; std::getline(rules, rule, ';');)
            camera.inject("on VIDIOC_QUERY_EXT_CTRL all set " + rule);
        assert_says(offset.refused(row.value, row.code), row.words);
    }
}

static void S24_a_value_that_the_control_cannot_have_is_no_answer(void **)
{
    struct {
        const char *control, *rule, *words;
    } const rows[] = {
        {"brightness", "on VIDIOC_G_CTRL all set value 65", "VIDIOC_G_CTRL answered value = 65: it may be -64 to 64"},
        {"brightness", "on VIDIOC_G_CTRL all set value -2147483648", "VIDIOC_G_CTRL answered value = -2147483648"},
        {"white_balance_automatic", "on VIDIOC_G_CTRL all set value 2", "value = 2: it may be 0 to 1"},
        {"power_line_frequency", "on VIDIOC_G_CTRL all set value 3", "value = 3: it may be 0 to 2"},
        {"power_line_frequency", "on VIDIOC_G_CTRL all set value -1", "value = -1"},
        {"auto_exposure", "on VIDIOC_G_CTRL all set value 2", "item 2 of its menu"},  // a hole
        {"link_frequency", "on VIDIOC_G_CTRL all set value 77", "value = 77: it may be 0 to 2"},
        {"status_lights", "on VIDIOC_G_CTRL all set value 16", "value = 16: it may have the bits of 0x8000000f"},
        {"clock_offset", "on VIDIOC_G_EXT_CTRLS all set value 0x7fffffffffffffff", "VIDIOC_G_EXT_CTRLS answered value"},
    };
    for (const auto &row : rows) {
        Camera camera(single);
        const Control control(camera, row.control);
        camera.inject(row.rule);
        assert_impossible(read(camera, control.get()), row.words);
        std::string rule(row.rule);
        rule.replace(rule.find("_G_"), 3, "_S_");
        camera.inject(rule);
        assert_int_equal(set(camera, control.get(), v4lxx_control_get_default(control.get())).status,
                         std::strcmp(row.control, "link_frequency") == 0 ? V4LXX_ERROR_ARGUMENT : V4LXX_ERROR_DRIVER_BUG);
    }
}

// The range may have become wider since the control was listed: only a second look tells, and costs a call only then.
static void S24_a_value_outside_a_range_of_before_is_believed_when_the_range_has_changed(void **)
{
    Camera camera(single);
    const Control brightness(camera, "brightness");
    const uint64_t queries = camera.sim().calls(VIDIOC_QUERY_EXT_CTRL);
    camera.inject("on VIDIOC_G_CTRL all set value 100\non VIDIOC_QUERY_EXT_CTRL all set maximum 100");
    assert_int_equal(brightness.read(), 100);
    assert_int_equal(camera.sim().calls(VIDIOC_QUERY_EXT_CTRL), queries + 1);
}

static void S24_texts_of_controls_without_an_end_are_refused_and_others_made_safe(void **)
{
    Camera camera(single);
    const Control tag(camera, "serial_tag");
    char text[9] = "";
    const auto get = [&] {
        return refusal_of([&](v4lxx_error **error) {
            return v4lxx_device_read_control_string(camera.device(), tag.get(), text, sizeof text, error);
        });
    };
    camera.inject("on VIDIOC_G_EXT_CTRLS 0 set string unterminated");
    assert_impossible(get(), "VIDIOC_G_EXT_CTRLS answered size = 9");
    camera.inject("on VIDIOC_G_EXT_CTRLS 0 set string \\x1b\\xff\\x00ab\non VIDIOC_G_EXT_CTRLS 0 set size 0xffffffff\n"
                  "on VIDIOC_G_EXT_CTRLS 0 set count 0xffffffff\non VIDIOC_G_EXT_CTRLS 0 set id 0");
    assert_int_equal(get().status, V4LXX_OK);
    assert_string_equal(text, "??");
    camera.inject("on VIDIOC_S_EXT_CTRLS 0 set string unterminated");
    assert_impossible(refusal_of([&](v4lxx_error **error) {
                          return v4lxx_device_set_control_string(camera.device(), tag.get(), "ab", error);
                      }),
                      "VIDIOC_S_EXT_CTRLS answered size = 9");
}

static void S24_one_control_answered_for_another_is_refused(void **)
{
    Camera camera(single);
    const Control gain(camera, "gain");
    camera.inject("on VIDIOC_QUERY_EXT_CTRL all set id 0x00980900");
    const Refusal refusal = set(camera, gain.get(), 0);
    assert_impossible(refusal, "VIDIOC_QUERY_EXT_CTRL answered id = 9963776");
    camera.inject("on VIDIOC_QUERY_EXT_CTRL all set id 0x00980913\non VIDIOC_QUERY_EXT_CTRL all set type 7");
    assert_impossible(set(camera, gain.get(), 0), "its type has changed");
}

// Each menu alone is small enough; all of them together would be asked for a very long time.
static void S24_many_large_menus_are_not_walked(void **)
{
    Camera camera(single);
    camera.inject("on VIDIOC_QUERY_EXT_CTRL all endless\non VIDIOC_QUERY_EXT_CTRL all set type 3\n"
                  "on VIDIOC_QUERY_EXT_CTRL all set minimum 0\non VIDIOC_QUERY_EXT_CTRL all set maximum 1023\n"
                  "on VIDIOC_QUERY_EXT_CTRL 500.. errno EINVAL");
    const Listed listed(camera);
    assert_int_equal(listed.refusal.status, V4LXX_ERROR_DRIVER_BUG);
    assert_int_equal(listed.refusal.code, V4LXX_CODE_ENDLESS_LIST);
    assert_int_equal(camera.sim().calls(VIDIOC_QUERYMENU), 0);
}

int main()
{
    const CMUnitTest tests[] = {
        cmocka_unit_test(S24_lists_of_controls_that_do_not_rise_are_refused),
        cmocka_unit_test(S24_endless_lists_of_controls_are_cut_off),
        cmocka_unit_test(S24_names_of_controls_without_an_end_and_with_anything_in_them_are_made_safe),
        cmocka_unit_test(S24_descriptions_that_cannot_be_are_listed_with_their_flaw_and_refused),
        cmocka_unit_test(S24_steps_of_0_and_defaults_outside_the_range_are_mended),
        cmocka_unit_test(S24_ranges_of_all_64_bits_are_counted_right),
        cmocka_unit_test(S24_a_value_that_the_control_cannot_have_is_no_answer),
        cmocka_unit_test(S24_a_value_outside_a_range_of_before_is_believed_when_the_range_has_changed),
        cmocka_unit_test(S24_texts_of_controls_without_an_end_are_refused_and_others_made_safe),
        cmocka_unit_test(S24_one_control_answered_for_another_is_refused),
        cmocka_unit_test(S24_many_large_menus_are_not_walked),
    };
    return cmocka_run_group_tests(tests, nullptr, nullptr);
}
