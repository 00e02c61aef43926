// Answers about inputs, standards, timings and rectangles are hostile input too: all calls over a machine whose every answer comes from
// the fuzz input. What is believed must be safe to compute with.
#include "kernel_answers/hostile_device.hpp"

#include "kernel/event_calls.hpp"

using namespace v4lxx;
using namespace v4lxx::fuzz;

namespace {

void require_sane(const v4lxx_timings &timings)
{
    REQUIRE(timings.width >= 1 && timings.width <= 65535 && timings.height >= 1 && timings.height <= 65535);
    REQUIRE((timings.rate.numerator == 0) == (timings.rate.denominator == 0));
    for (const uint32_t part : {timings.hfrontporch, timings.hsync, timings.hbackporch, timings.vfrontporch, timings.vsync,
                                timings.vbackporch, timings.il_vfrontporch, timings.il_vsync, timings.il_vbackporch})
        REQUIRE(part <= 65535);
}

void use_inputs(v4lxx_device *device, Input &bytes)
{
    Call call;
    v4lxx_input_list *list = nullptr;
    if (call(v4lxx_device_list_inputs(device, &list, call.error())))
        for (uint32_t i = 0; i < v4lxx_input_list_get_count(list); i++)
            require_text(v4lxx_input_list_get_name(list, i));
    v4lxx_input_list_unref(list);
    uint32_t index = 0;
    if (call(v4lxx_device_read_input(device, &index, call.error())))
        REQUIRE(index < 128);
    constexpr const char *names[] = {"0", "hdmi", "a", "", "999"};
    call(v4lxx_device_find_input(device, names[bytes.below(std::size(names))], &index, call.error()));
    call(v4lxx_device_select_input(device, bytes.byte(), call.error()));
    v4lxx_signal signal = V4LXX_SIGNAL_INIT;
    if (call(v4lxx_device_read_signal(device, &signal, call.error()))) {
        REQUIRE(signal.state <= V4LXX_SIGNAL_NO_POWER);
        REQUIRE(signal.state == V4LXX_SIGNAL_PRESENT || (signal.width == 0 && !signal.is_set));
    }
}

void use_standards(v4lxx_device *device, Input &bytes)
{
    Call call;
    v4lxx_standard_list *list = nullptr;
    if (call(v4lxx_device_list_standards(device, &list, call.error())))
        for (uint32_t i = 0; i < v4lxx_standard_list_get_count(list); i++) {
            v4lxx_standard_info info = V4LXX_STANDARD_INFO_INIT;
            require_text(v4lxx_standard_list_get_name(list, i));
            REQUIRE(call(v4lxx_standard_list_at(list, i, &info, call.error())));
            REQUIRE(info.bits != 0 && info.lines <= 10000);
            REQUIRE((info.period.numerator == 0) == (info.period.denominator == 0));
        }
    v4lxx_standard_list_unref(list);
    uint64_t bits = 0;
    call(v4lxx_device_read_standard(device, &bits, call.error()));
    call(v4lxx_device_query_standard(device, &bits, call.error()));
    constexpr const char *names[] = {"PAL", "auto", "no such", "0xff"};
    if (call(v4lxx_device_find_standard(device, names[bytes.below(std::size(names))], &bits, call.error()))) {
        REQUIRE(bits != 0);
        call(v4lxx_device_set_standard(device, bits, call.error()));
    }
}

void use_timings(v4lxx_device *device, Input &bytes)
{
    Call call;
    v4lxx_timings timings = V4LXX_TIMINGS_INIT;
    v4lxx_timings_list *list = nullptr;
    if (call(v4lxx_device_list_timings(device, &list, call.error())))
        for (uint32_t i = 0; i < v4lxx_timings_list_get_count(list); i++) {
            REQUIRE(v4lxx_timings_list_get_name(list, i)[0] != '\0');
            REQUIRE(call(v4lxx_timings_list_at(list, i, &timings, call.error())));
            require_sane(timings);
        }
    v4lxx_timings_list_unref(list);
    if (call(v4lxx_device_read_timings(device, &timings, call.error())))
        require_sane(timings);
    if (call(v4lxx_device_query_timings(device, &timings, call.error())))
        require_sane(timings);
    constexpr const char *names[] = {"1920x1080p60", "auto", "64x48@59.94", "64x48i50", "?"};
    if (call(v4lxx_device_find_timings(device, names[bytes.below(std::size(names))], &timings, call.error()))) {
        require_sane(timings);
        if (call(v4lxx_device_set_timings(device, &timings, call.error())))
            require_sane(timings);
    }
    v4lxx_timings_capabilities can = V4LXX_TIMINGS_CAPABILITIES_INIT;
    if (call(v4lxx_device_read_timings_capabilities(device, &can, call.error())))
        REQUIRE(can.min_width <= can.max_width && can.min_height <= can.max_height);
}

void use_selections(v4lxx_device *device, Input &bytes)
{
    Call call;
    v4lxx_rectangle rectangle{};
    const auto require_sane = [&] {
        REQUIRE(rectangle.width >= 1 && rectangle.width <= 65535 && rectangle.height >= 1 && rectangle.height <= 65535);
        REQUIRE(rectangle.left >= -(1 << 20) && rectangle.left <= 1 << 20);
        REQUIRE(rectangle.top >= -(1 << 20) && rectangle.top <= 1 << 20);
    };
    if (call(v4lxx_device_read_selection(device, bytes.number(), &rectangle, call.error())))
        require_sane();
    rectangle = {bytes.byte(), bytes.byte(), bytes.number(), bytes.number()};
    const uint32_t target = bytes.byte() & 1 ? V4LXX_SELECTION_CROP : V4LXX_SELECTION_COMPOSE;
    if (call(v4lxx_device_set_selection(device, target, bytes.byte() & 3u, &rectangle, call.error())))
        require_sane();
}

// Whoever takes events until there is none must bound that itself: a driver that always has one is among those met here.
void use_events(Machine &machine)
{
    HostileNode node(machine);
    (void)kernel::subscribe_event(node, kernel::EventType::source_change, machine.bytes.byte());
    for (int i = 0; i < 16; i++) {
        kernel::KernelEvent event;
        const auto answer = kernel::dequeue_event(node, &event);
        if (!answer || *answer == kernel::EventAnswer::none)
            break;
        REQUIRE(event.time_ns >= 0 && event.type <= kernel::EventType::end_of_stream);
        REQUIRE(event.type == kernel::EventType::source_change || (event.changes == 0 && !event.resolution_changed));
    }
    (void)kernel::unsubscribe_event(node, kernel::EventType::source_change, 0);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    Machine machine(Input(data, size));
    machine.fourcc = V4L2_PIX_FMT_YUYV;
    on_hostile_device(machine, [&](v4lxx_device *device) {
        use_inputs(device, machine.bytes);
        use_standards(device, machine.bytes);
        use_timings(device, machine.bytes);
        use_selections(device, machine.bytes);
    });
    use_events(machine);
    return 0;
}
