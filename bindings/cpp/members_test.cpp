/* SPDX-License-Identifier: MIT */
// What the scenarios do not reach of <v4lxx/v4lxx.hpp>: every other member, on simulated cameras, in both of its forms. Prints TAP.
#include <v4lxx/v4lxx.hpp>

#include <algorithm>
#include <cstdio>
#include <iterator>
#include <ranges>
#include <thread>

using namespace std::chrono_literals;

// Under AddressSanitizer, too, malloc says that it has no such memory instead of ending the program.
extern "C" const char *__asan_default_options() { return "allocator_may_return_null=1"; }

namespace {

int failures = 0;

#define CHECK(condition)                                                                                                               \
    do {                                                                                                                               \
        if (!(condition)) {                                                                                                            \
            std::printf("# line %d: %s\n", __LINE__, #condition);                                                                      \
            failures++;                                                                                                                \
        }                                                                                                                              \
    } while (false)

// The status a call fails with, in its form that throws; OK if it does not.
template <class Call>
v4lxx::Status thrown(Call call)
{
    try {
        call();
    } catch (const v4lxx::Error &error) {
        return error.status();
    }
    return V4LXX_OK;
}

struct Camera {
    v4lxx::Context context = v4lxx::Context::create();
    v4lxx::Device device;
    v4lxx::Stream stream;

    explicit Camera(const std::string &options = "") : device(context.open("sim:camera,clock=virtual" + options)) {}
    void start(const v4lxx::StreamOptions &options = {})
    {
        stream = device.create_stream(options);
        stream.start();
    }
};

void U05_what_a_device_offers()
{
    Camera camera;
    const auto formats = camera.device.list_formats();
    CHECK(formats.size() > 10 && !formats.empty() && formats[0].fourcc == v4lxx::fourcc("YUYV"));
    CHECK(formats.at(0).description.starts_with("YUYV") && (formats[0].flags & V4LXX_FORMAT_COMPRESSED) == 0);
    CHECK(v4lxx::fourcc_name(formats[0].fourcc) == "YUYV" && v4lxx::fourcc_name(1) == "....");
    const auto sizes = camera.device.list_sizes(formats[0].fourcc);
    CHECK(std::ranges::any_of(sizes, [](const auto &size) { return size.min_width == 640 && size.max_height == 480; }));
    const auto intervals = camera.device.list_intervals(formats[0].fourcc, 640, 480);
    CHECK(std::ranges::any_of(intervals, [](const auto &interval) { return interval.min_denominator == 30; }));
    const std::uint32_t outputs[] = {v4lxx::fourcc("NV12")};
    const auto modes = camera.device.list_modes({.width = 1280, .height = 720, .rate = {30, 1}}, outputs);
    CHECK(modes[0].mode.verdict == V4LXX_MODE_BEST && modes[0].mode.fourcc == outputs[0] && modes[0].mode.width == 1280);
    CHECK(modes.size() > 1 && !modes[modes.size() - 1].reason.empty());
    const auto granted = camera.device.negotiate({.flags = V4LXX_WISH_STRICT, .width = 1280, .height = 720}, outputs);
    CHECK(granted.granted_width == 1280 && granted.differences == 0);
    CHECK(camera.device.negotiate(std::nothrow, {.flags = V4LXX_WISH_STRICT, .width = 1281, .height = 720}).failed());
}

void U05_formats_are_tried_and_set()
{
    Camera camera;
    v4lxx::Format wanted;
    wanted.width = 322;
    wanted.height = 240;
    const auto tried = camera.device.try_format(wanted);
    CHECK((tried.differences & V4LXX_FORMAT_FIELD_WIDTH) != 0 && tried.format.width != 322);
    CHECK(camera.device.read_format().width == 640);
    wanted.width = 320;
    CHECK(camera.device.set_format(wanted).differences == 0 && camera.device.read_format().width == 320);
    CHECK(camera.device.set_interval({1, 15}).denominator == 15 && camera.device.read_interval().denominator == 15);
    wanted.reserved0 = 1;
    CHECK(thrown([&] { camera.device.set_format(wanted); }) == V4LXX_ERROR_ARGUMENT);
    CHECK(camera.device.try_format(std::nothrow, wanted).error().code() == V4LXX_CODE_RESERVED_NOT_ZERO);
    const auto facts = v4lxx::describe_pixel_format(v4lxx::fourcc("NV12"));
    CHECK(facts.plane_count == 2 && v4lxx::describe_pixel_format(std::nothrow, 1).status() == V4LXX_ERROR_NOT_FOUND);
}

void U21_controls_are_described()
{
    Camera camera;
    const auto controls = camera.device.list_controls();
    const auto named = [&](std::string_view name) {
        return *std::ranges::find_if(controls, [&](const auto &control) { return control.short_name() == name; });
    };
    const auto brightness = named("brightness");
    CHECK(brightness.name() == "Brightness" && brightness.type() == V4LXX_CONTROL_TYPE_INTEGER && brightness.step() == 1);
    CHECK(brightness.minimum() < brightness.maximum() && brightness.flaw().empty() && brightness.element_count() == 1);
    CHECK(brightness.default_value() == camera.device.read_control(brightness) &&
          (brightness.flags() & V4LXX_CONTROL_SLIDER) != 0);
    const auto exposure = named("auto_exposure");
    const auto items = exposure.items();
    CHECK(items.size() == 2 && items[0].index == 1 && items[0].name == "Manual Mode" && items[1].value == 3);
    CHECK(exposure.parse_value("manual") == 1 && exposure.parse_value(std::nothrow, "nonsense").failed());
    CHECK(named("exposure_time_absolute").master() == exposure.id() &&
          camera.device.find_control_by_id(exposure.id()).id() == exposure.id());
    CHECK(camera.device.set_control(exposure, 1) == 1 &&
          camera.device.set_control(named("exposure_dynamic_framerate"), true) == 1);
    const auto tag = camera.device.find_control("serial_tag");
    camera.device.set_control_string(tag, std::string_view("abcdef", 4));
    CHECK(camera.device.read_control_string(tag) == "abcd");
    CHECK(thrown([&] { camera.device.set_control_string(tag, "abc"); }) == V4LXX_ERROR_ARGUMENT);
    CHECK(thrown([&] { camera.device.set_control_string(tag, std::string("ab\0d", 4)); }) == V4LXX_ERROR_ARGUMENT);
    CHECK(thrown([&] { (void)camera.device.read_control_string(brightness); }) == V4LXX_ERROR_ARGUMENT);
    CHECK(camera.device.set_control(std::nothrow, v4lxx::Control(), 1).failed());
    CHECK(camera.device.find_control(std::nothrow, std::string("bright\0ness", 11)).error().code() == V4LXX_CODE_BAD_NAME);
    CHECK(std::ranges::equal(controls | std::views::take(1),
                             controls | std::views::reverse | std::views::drop(controls.size() - 1),
                             [](const auto &a, const auto &b) { return a.id() == b.id(); }));
}

void inputs_standards_and_timings()
{
    Camera camera(",inputs=camera+tv+hdmi,signal=NTSC-M+1920x1080p60,selection=crop");
    auto &device = camera.device;
    const auto inputs = device.list_inputs();
    CHECK(inputs.size() == 3 && (inputs[1].info.capabilities & V4LXX_INPUT_HAS_STANDARDS) != 0 && !inputs[2].name.empty());
    CHECK(device.read_input() == 0 && device.find_input("1") == 1 && device.find_input(std::nothrow, "nix").failed());
    device.select_input(1);
    CHECK(device.read_input() == 1 && !device.list_standards().empty() && device.list_standards()[0].info.bits != 0);
    CHECK(device.query_standard() == v4lxx_standard_find("NTSC-M") &&
          device.find_standard("PAL") == v4lxx_standard_find("PAL"));
    device.set_standard(device.find_standard("auto"));
    CHECK(device.read_standard() == device.query_standard() && device.read_signal().state == V4LXX_SIGNAL_PRESENT);
    CHECK(device.read_timings(std::nothrow).status() == V4LXX_ERROR_UNSUPPORTED);
    device.select_input(2);
    const auto timings = device.query_timings();
    CHECK(timings.width == 1920 && device.set_timings(timings).width == 1920 && device.read_timings().height == 1080);
    CHECK(device.find_timings("1280x720p60").width == 1280 && device.read_timings_capabilities().max_width >= 1920);
    const auto list = device.list_timings();
    CHECK(list.size() > 3 && list[0].timings.width > 0 && !list[0].name.empty());
    const auto bounds = device.read_selection(V4LXX_SELECTION_CROP_BOUNDS);
    const auto crop = device.set_selection(V4LXX_SELECTION_CROP, 0, {0, 0, bounds.width / 2, bounds.height / 2});
    CHECK(crop.width < bounds.width && device.read_selection(V4LXX_SELECTION_CROP).width == crop.width);
    CHECK(thrown([&] { device.select_input(9); }) < 0 && thrown([&] { device.set_standard(1); }) == V4LXX_ERROR_UNSUPPORTED);
}

void U02_what_is_known_of_a_device()
{
    auto context = v4lxx::Context::create();
    context.add_simulated("sim:camera,id=7,card=Bench camera");
    v4lxx::DeviceInfo last;
    {
        const auto list = context.list_devices(V4LXX_LIST_SIMULATED);
        for (const auto &info : list) {
            if (info.card() == "Bench camera")
                last = info;
        }
        CHECK(list.note().empty());
    }  // a snapshot outlives its list
    CHECK(last.is_simulated() && last.is_camera() && last.role() == V4LXX_NODE_ROLE_CAPTURE && last.bus() == "platform:sim-7");
    CHECK(last.driver() == "v4lxx-sim" && last.id().starts_with("id:") && last.serial().empty() && last.media_path().empty());
    CHECK(last.usb_vendor() == 0 && last.usb_product() == 0 && (last.capabilities() & V4LXX_CAPABILITY_STREAMING) != 0);
    CHECK(last.node_count() == 1 && last.node(0).path() == last.path() && !last.node(9) && last.problem().empty() &&
          last.problem_code() == 0);
    CHECK(context.open(last.id()).info().card() == "Bench camera");
    CHECK(context.open_fd(std::nothrow, -1).error().code() == V4LXX_CODE_BAD_DESCRIPTOR);
    // Nobody has so much memory, which is not the fault of the name.
    const std::string_view huge("sim:camera", static_cast<std::size_t>(PTRDIFF_MAX) - 1);
    CHECK(context.open(std::nothrow, huge).error().code() == V4LXX_CODE_OUT_OF_MEMORY);
    CHECK(thrown([&] { (void)context.open_fd(1000); }) < 0 && context.add_simulated(std::nothrow, "no").failed());
    const auto findings = context.examine("sim:camera,clock=virtual", V4LXX_EXAMINE_NO_CAPTURE);
    CHECK(findings.worst() < V4LXX_SEVERITY_PROBLEM && findings[0].check != 0 && !findings[0].found.empty());
    CHECK(context.examine(V4LXX_EXAMINE_NO_CAPTURE | V4LXX_EXAMINE_SIMULATED).size() > findings.size());
}

void U24_pictures_and_planes()
{
    Camera camera(",exposure=ramp,pattern=chart");
    camera.start({.fourcc = v4lxx::fourcc("NV12"), .width = 320, .height = 240});
    v4lxx::Settling settling(30, 5s);
    v4lxx::Frame settled;
    for (auto &frame : camera.stream.frames(1s)) {
        if (settling.add_frame(frame) != V4LXX_SETTLING_MOVING) {
            settled = frame;
            break;
        }
    }
    CHECK(settling.raw().state == V4LXX_SETTLING_SETTLED && settling.raw().frame_count > 3 && settled.timestamp() > 0ns);
    CHECK(settled.planes().size() == 2 && settled.plane(0).size() == 320 * 240 &&
          settled.plane(1).data() == settled.planes().begin()[1].data());
    CHECK(settled.measure_luma() > 1000);
    const auto picture = settled.encode(V4LXX_IMAGE_JPEG, {.quality = 50});
    CHECK(picture.data().size() > 100 && picture.data()[0] == std::byte{0xff} &&
          settled.encode(V4LXX_IMAGE_PNG).data()[1] == std::byte{'P'});
    CHECK(settled.encode(std::nothrow, 99).failed() && v4lxx::Frame().measure_luma(std::nothrow).failed());
    CHECK(thrown([] { (void)v4lxx::Settling().add_frame(v4lxx::Frame()); }) == V4LXX_ERROR_ARGUMENT &&
          v4lxx::Bytes().data().empty());
}

void U16_ranges_of_frames()
{
    Camera camera(",pattern=cells");
    camera.start();
    std::vector<v4lxx::Frame> kept;
    for (auto &frame : camera.stream.frames(1s) | std::views::take(3))
        kept.push_back(std::move(frame));
    CHECK(kept.size() == 3 && kept[0].sequence() == 0 && kept[2].sequence() == 2 && camera.stream.read_account().held == 3);
    CHECK(camera.stream.read_account().delivered == 3);  // take() asked for no fourth
    kept.clear();
    camera.stream.stop();
    Camera silent(",pattern=cells,script=members_no_frames.txt");
    silent.start();
    auto none = silent.stream.frames(20ms);
    for (const auto &frame : none)
        CHECK(!frame);  // there is none
    CHECK(none.status() == V4LXX_TIMED_OUT);
    auto end = silent.stream.frames(0s);
    CHECK(end.begin() == end.end() && end.status() == V4LXX_AGAIN);
    CHECK(thrown([&] {
              for (const auto &frame : camera.stream.frames())
                  (void)frame;
          }) == V4LXX_ERROR_STATE);
}

void U11_a_wait_is_cancelled_from_another_thread()
{
    Camera camera(",pattern=cells,script=members_no_frames.txt,clock=real");
    camera.start();
    v4lxx::Stream other = camera.stream;  // one more reference of the same stream
    std::thread canceller([&other] {
        std::this_thread::sleep_for(20ms);
        other.cancel();
    });
    CHECK(thrown([&] { (void)camera.stream.next(); }) == V4LXX_ERROR_CANCELLED);
    canceller.join();
    CHECK(camera.stream.fd() == other.fd() && camera.stream.buffer_count() == 4 && camera.stream.steps_down() == 0);
}

void U15_rates()
{
    Camera camera(",pattern=cells,fps=60");
    camera.start();
    for ([[maybe_unused]] const auto &frame : camera.stream.frames() | std::views::take(40)) {
    }
    CHECK(camera.stream.read_interval().denominator == 60 && camera.stream.read_rate().verdict == V4LXX_RATE_AS_TOLD);
    CHECK(camera.stream.check_rate() == V4LXX_OK && camera.stream.check_rate(std::nothrow).status() == V4LXX_OK);
}

void S39_what_a_callback_throws_passes_C_by()
{
    Camera a(",id=1,pattern=cells"), b(",id=2,pattern=cells");
    a.start();
    b.start();
    b.stream.set_frame_callback([](v4lxx::Frame &) { throw std::string("inner"); });
    std::string caught;
    // One dispatch inside another: each has its own exception.
    a.stream.set_frame_callback([&](v4lxx::Stream &, const v4lxx::Frame &) {
        try {
            b.stream.dispatch(1s);
        } catch (const std::string &text) {
            caught = text;
        }
        throw 7;
    });
    int number = 0;
    try {
        (void)a.stream.dispatch(std::nothrow, 1s);
    } catch (int thrown) {
        number = thrown;
    }
    CHECK(caught == "inner" && number == 7 && a.stream.dispatch(std::nothrow, 0s).error().code() == V4LXX_CODE_NOT_RUNNING);
    // A program that calls the C function itself: nothing passes, the stream is stopped.
    b.stream.start();
    CHECK(v4lxx_stream_dispatch(b.stream.get(), 1000000000, nullptr) == V4LXX_OK);
    CHECK(b.stream.dispatch(std::nothrow, 0s).error().code() == V4LXX_CODE_NOT_RUNNING);
    // A callback may replace itself; it lives until its call is over.
    auto alive = std::make_shared<int>(1);
    a.stream.set_frame_callback([alive](v4lxx::Stream &stream, v4lxx::Frame &) {
        stream.clear_frame_callback();
        *alive = 2;
    });
    a.stream.start();
    a.stream.dispatch(1s);
    CHECK(*alive == 2 && alive.use_count() == 1);
    CHECK(v4lxx::Stream().set_frame_callback(std::nothrow, [alive](v4lxx::Frame &) {}).failed() && alive.use_count() == 1);
}

void U33_the_log()
{
    auto context = v4lxx::Context::create();
    auto alive = std::make_shared<int>(0);
    std::string last, device;
    context.set_log(V4LXX_LOG_INFO, [&, alive](const v4lxx::LogRecord &record) {
        ++*alive;
        last = record.message();
        device = record.device();
        CHECK(record.level() <= V4LXX_LOG_INFO && record.topic() != 0 && record.left_out() == 0 && record.code() == 0);
        throw std::runtime_error("is dropped");
    });
    context.open("sim:camera").close();
    CHECK(*alive == 2 && !last.empty() && device.find("sim:camera") != std::string::npos && context.log_left_out() == 0);
    context.clear_log();
    CHECK(alive.use_count() == 1);
}

void bar14d_who_holds_frames()
{
    Camera camera(",pattern=cells");
    camera.start();
    auto first = camera.stream.next(1s).value();
    first.set_holder(7);
    const auto held = camera.stream.list_held();
    CHECK(held.size() == 1 && held[0].holder == 7 && held[0].references == 1);
    const auto address = first.info().plane_address[0];
    CHECK(camera.stream.find_frame(address + 1).number == held[0].number);
    CHECK(camera.stream.find_frame(std::nothrow, 1).error().code() == V4LXX_CODE_VALUE_OUT_OF_RANGE);
}

void U36_owners()
{
    Camera camera(",pattern=cells");
    camera.start();
    auto first = camera.stream.next(1s).value();
    v4lxx::Frame copy = first, moved = std::move(first);
    CHECK(copy.get() == moved.get() && !first && camera.stream.read_account().held == 1);
    copy = copy;  // NOLINT: on purpose
    moved = v4lxx::Frame();
    CHECK(copy && !moved && camera.stream.read_account().held == 1);
    v4lxx::Frame raw(copy.release());
    raw.reset();
    CHECK(!copy && camera.stream.read_account().held == 0);
    v4lxx::Error error;
    {
        auto failure = camera.context.open(std::nothrow, "/dev/no-such-node");
        error = failure.error();
        CHECK(thrown([&] { (void)failure.value(); }) == V4LXX_ERROR_NOT_FOUND);
        CHECK(thrown([&] { (void)std::move(failure).value(); }) == V4LXX_ERROR_NOT_FOUND);
    }  // details outlive the result
    CHECK(error.code() == V4LXX_CODE_NO_SUCH_NODE && error.errno_value() == ENOENT && error.request() == "open");
    CHECK(error.cause() == "There is no such device node." && error.is_cause_checked() && error.advice().starts_with("List"));
    CHECK(std::string_view(error.what()).starts_with("cannot open") && error.asked().empty());
    bool had_no_value = false;
    try {
        camera.stream.clear_frame_callback();
        camera.stream.stop();
        camera.device.close();
        (void)v4lxx::Result<int>(v4lxx::Error(V4LXX_AGAIN, nullptr), 0).value();
    } catch (const std::bad_optional_access &) {
        had_no_value = true;
    }
    CHECK(had_no_value && v4lxx::Error(V4LXX_ERROR_NO_MEMORY, nullptr).code() == V4LXX_CODE_OUT_OF_MEMORY);
    CHECK(std::string_view(v4lxx::Error(V4LXX_ERROR_BUSY, nullptr).what()).size() > 10 && v4lxx::Error().device().empty());
}

void bar10c_what_is_left_until_a_point_in_time()
{
    Camera camera;
    const auto now = std::chrono::steady_clock::now();
    CHECK(camera.context.time_left(now) == 0ns);
    const auto left = camera.context.time_left(now + 1h);
    CHECK(left > 59min && left <= 1h);
    camera.start();
    CHECK(camera.stream.time_left(now - std::chrono::hours(24 * 365 * 100)) == 0ns);
}

void bar14e_several_frames_at_once()
{
    Camera camera;
    camera.start();
    v4lxx::Frame frames[40];
    std::size_t count = 0;
    while (count < 5)
        count += camera.stream.next_many(frames).value();
    CHECK(frames[0] && !frames[39]);
    std::span<v4lxx::Frame> none;
    CHECK(thrown([&] { (void)camera.stream.next_many(none); }) == V4LXX_ERROR_ARGUMENT);
    CHECK(camera.stream.next_many(std::nothrow, none).error().code() == V4LXX_CODE_VALUE_OUT_OF_RANGE);
}

void S12_a_close_waits_for_its_end()
{
    Camera camera;
    camera.start();
    camera.stream.close_within(20s);
    CHECK(thrown([&] { camera.stream.start(); }) == V4LXX_ERROR_CLOSED);
    CHECK(camera.stream.close_within(std::nothrow, 0s) && camera.device.close_within(std::nothrow, v4lxx::forever));
    camera.device.close_within(0s);
}

constexpr struct {
    const char *name;
    void (*run)();
} tests[] = {
#define TEST(name) {#name, name}
    TEST(U05_what_a_device_offers),
    TEST(U05_formats_are_tried_and_set),
    TEST(U21_controls_are_described),
    TEST(inputs_standards_and_timings),
    TEST(U02_what_is_known_of_a_device),
    TEST(U24_pictures_and_planes),
    TEST(U16_ranges_of_frames),
    TEST(U11_a_wait_is_cancelled_from_another_thread),
    TEST(U15_rates),
    TEST(S39_what_a_callback_throws_passes_C_by),
    TEST(U33_the_log),
    TEST(bar14d_who_holds_frames),
    TEST(bar10c_what_is_left_until_a_point_in_time),
    TEST(bar14e_several_frames_at_once),
    TEST(S12_a_close_waits_for_its_end),
    TEST(U36_owners),
};

}  // namespace

int main()
{
    if (FILE *script = std::fopen("members_no_frames.txt", "w"); script != nullptr) {
        std::fputs("at frame 0 drop 1000000\n", script);
        std::fclose(script);
    }
    int failed = 0;
    for (const auto &test : tests) {
        failures = 0;
        try {
            test.run();
        } catch (const std::exception &error) {
            std::printf("# %s\n", error.what());
            failures++;
        }
        std::printf("%s %s\n", failures == 0 ? "ok" : "not ok", test.name);
        failed += failures != 0;
    }
    std::printf("1..%zu\n", std::size(tests));
    return failed != 0;
}
