// Answers about controls are hostile input too: all calls over a machine whose every answer comes from the fuzz input. What is believed
// must be safe to walk through and to compute with.
#include "kernel_answers/hostile_device.hpp"

#include <string>
#include <vector>

using namespace v4lxx;
using namespace v4lxx::fuzz;

namespace {

bool is_flawless(const v4lxx_control *control) { return v4lxx_control_get_flaw(control)[0] == '\0'; }

void require_sane_range(const v4lxx_control *control)
{
    const int64_t minimum = v4lxx_control_get_minimum(control), maximum = v4lxx_control_get_maximum(control);
    switch (v4lxx_control_get_type(control)) {
    case V4LXX_CONTROL_TYPE_STRING: REQUIRE(minimum >= 0 && maximum <= 65536); [[fallthrough]];
    case V4LXX_CONTROL_TYPE_INTEGER:
    case V4LXX_CONTROL_TYPE_BOOLEAN:
    case V4LXX_CONTROL_TYPE_INTEGER64: REQUIRE(minimum <= maximum && v4lxx_control_get_step(control) != 0); break;
    case V4LXX_CONTROL_TYPE_MENU:
    case V4LXX_CONTROL_TYPE_INTEGER_MENU: REQUIRE(minimum >= 0 && maximum - minimum < 1024); break;
    case V4LXX_CONTROL_TYPE_BITMASK: REQUIRE(maximum >= 0 && maximum <= UINT32_MAX); break;
    default: break;
    }
}

void look_at(const v4lxx_control *control)
{
    require_text(v4lxx_control_get_name(control));
    require_text(v4lxx_control_get_flaw(control));
    REQUIRE(v4lxx_control_get_short_name(control)[0] != '\0');
    const uint32_t items = v4lxx_control_get_item_count(control);
    REQUIRE(items <= 1024);
    for (uint32_t number = 0; number < items; number++) {
        require_text(v4lxx_control_get_item_name(control, number));
        REQUIRE(v4lxx_control_get_item_index(control, number) <= v4lxx_control_get_maximum(control));
    }
    // Of an array it is each element that has the range, and nothing is computed with it yet.
    if (is_flawless(control) && v4lxx_control_get_element_count(control) == 1)
        require_sane_range(control);
}

void use_number(v4lxx_device *device, const v4lxx_control *control, Input &bytes)
{
    Call call;
    int64_t value = 0, applied = 0;
    if (call(v4lxx_device_read_control_i64(device, control, &value, call.error())) &&
        v4lxx_control_get_type(control) == V4LXX_CONTROL_TYPE_BITMASK)
        REQUIRE(value >= 0 && value <= UINT32_MAX);
    const int64_t values[] = {0,
                              1,
                              v4lxx_control_get_minimum(control),
                              v4lxx_control_get_maximum(control),
                              INT64_MIN,
                              INT64_MAX,
                              bytes.byte(),
                              static_cast<int64_t>(uint64_t{bytes.number()} << 32 | bytes.number())};
    value = values[bytes.below(std::size(values))];
    call(v4lxx_device_set_control_i64(device, control, value, &applied, call.error()));
    constexpr const char *texts[] = {"1", "on", "c", "", "-9223372036854775808", "0xffffffffffffffff"};
    if (call(v4lxx_control_parse_value(control, texts[bytes.below(std::size(texts))], &value, call.error())))
        call(v4lxx_device_set_control_i64(device, control, value, nullptr, call.error()));
}

void use_text(v4lxx_device *device, const v4lxx_control *control, Input &bytes)
{
    Call call;
    const bool has_length = is_flawless(control) && v4lxx_control_get_type(control) == V4LXX_CONTROL_TYPE_STRING &&
                            v4lxx_control_get_element_count(control) == 1;
    const uint32_t size =
        has_length && bytes.byte() & 1 ? static_cast<uint32_t>(v4lxx_control_get_maximum(control)) + 1 : bytes.byte();
    std::vector<char> room(size + size_t{1}, '#');  // none of the heap's size 0
    if (call(v4lxx_device_read_control_string(device, control, room.data(), size, call.error())))
        require_text(room.data());
    REQUIRE(room[size] == '#');
    const std::string text(bytes.byte(), 'x');
    call(v4lxx_device_set_control_string(device, control, text.c_str(), call.error()));
}

void use_control(v4lxx_device *device, v4lxx_control *control, Input &bytes)
{
    look_at(control);
    use_number(device, control, bytes);
    use_text(device, control, bytes);
}

void use_found(v4lxx_device *device, Input &bytes)
{
    Call call;
    v4lxx_control *control = nullptr;
    constexpr const char *names[] = {"Control A",  "control_c", "control", "0x980906", "0x980908",
                                     "brightness", "contrlo_d", "",        "_"};
    if (call(v4lxx_device_find_control(device, names[bytes.below(std::size(names))], &control, call.error())))
        use_control(device, control, bytes);
    v4lxx_control_unref(control);
    control = nullptr;
    const uint32_t id = bytes.byte() & 1 ? bytes.number() : V4L2_CID_BASE + bytes.below(12);
    if (call(v4lxx_device_find_control_by_id(device, id, &control, call.error()))) {
        REQUIRE(v4lxx_control_get_id(control) == id);
        use_control(device, control, bytes);
    }
    v4lxx_control_unref(control);
}

void use_list(v4lxx_device *device, Input &bytes)
{
    Call call;
    v4lxx_control_list *list = nullptr;
    if (call(v4lxx_device_list_controls(device, &list, call.error()))) {
        const uint32_t count = v4lxx_control_list_get_count(list);
        for (uint32_t i = 0; i < count; i++) {
            look_at(v4lxx_control_list_get(list, i));
            REQUIRE(i == 0 || v4lxx_control_get_id(v4lxx_control_list_get(list, i)) >
                                  v4lxx_control_get_id(v4lxx_control_list_get(list, i - 1)));
        }
        if (count != 0)
            use_control(device, v4lxx_control_list_get(list, bytes.byte() % count), bytes);
    }
    v4lxx_control_list_unref(list);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    Machine machine(Input(data, size));
    on_hostile_device(machine, [&](v4lxx_device *device) {
        use_list(device, machine.bytes);
        use_found(device, machine.bytes);
    });
    return 0;
}
