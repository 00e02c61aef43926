// Opening changes nothing on a device; what is no camera is refused with the reason; a descriptor of the caller's works too.
#include "uml/vivid.hpp"

#include "support/baseline.hpp"

#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <fstream>
#include <sys/ioctl.h>
#include <sys/stat.h>
#include <unistd.h>

using namespace v4lxx::test;

namespace {

// All that can be set on a node and be asked for without a stream.
std::string settings_of(const char *path)
{
    const RawNode raw(path);
    std::string text;
    auto append = [&](const void *bytes, size_t size) { text.append(static_cast<const char *>(bytes), size); };
    v4l2_format format{};
    format.type = raw.buffer_type();
    assert_int_equal(raw.call(VIDIOC_G_FMT, &format), 0);
    append(&format, sizeof format);
    v4l2_streamparm parameters{};
    parameters.type = raw.buffer_type();
    assert_int_equal(raw.call(VIDIOC_G_PARM, &parameters), 0);
    append(&parameters, sizeof parameters);
    int input = -1;
    assert_int_equal(raw.call(VIDIOC_G_INPUT, &input), 0);
    append(&input, sizeof input);
    for (const uint32_t target : {uint32_t{V4L2_SEL_TGT_CROP}, uint32_t{V4L2_SEL_TGT_COMPOSE}}) {
        v4l2_selection selection{};
        selection.type = V4L2_BUF_TYPE_VIDEO_CAPTURE;  // of both APIs
        selection.target = target;
        const int rc = raw.call(VIDIOC_G_SELECTION, &selection);
        append(&rc, sizeof rc);
        append(&selection.r, sizeof selection.r);
    }
    return text;
}

std::string controls_of(const char *path, uint32_t *count)
{
    const RawNode raw(path);
    std::string text;
    v4l2_queryctrl query{};
    query.id = V4L2_CTRL_FLAG_NEXT_CTRL;
    for (*count = 0; raw.call(VIDIOC_QUERYCTRL, &query) == 0; query.id |= V4L2_CTRL_FLAG_NEXT_CTRL) {
        constexpr uint32_t unsteady = V4L2_CTRL_FLAG_VOLATILE | V4L2_CTRL_FLAG_WRITE_ONLY | V4L2_CTRL_FLAG_DISABLED;
        v4l2_control control{};
        control.id = query.id;
        if ((query.flags & unsteady) != 0 || raw.call(VIDIOC_G_CTRL, &control) < 0)
            continue;
        text += reinterpret_cast<const char *>(query.name) + (" = " + std::to_string(control.value) + "\n");
        ++*count;
    }
    return text;
}

// Settings that are not those a node has after the boot.
void choose_unusual_settings(const char *path)
{
    const RawNode raw(path);
    v4l2_format format{};
    format.type = raw.buffer_type();
    if (raw.is_multi_planar())
        format.fmt.pix_mp = {.width = 1280, .height = 720, .pixelformat = V4L2_PIX_FMT_NV16M, .num_planes = 2};
    else
        format.fmt.pix = {.width = 1280, .height = 720, .pixelformat = V4L2_PIX_FMT_NV16};
    assert_int_equal(raw.call(VIDIOC_S_FMT, &format), 0);
    v4l2_streamparm parameters{};
    parameters.type = raw.buffer_type();
    parameters.parm.capture.timeperframe = {1, 40};
    assert_int_equal(raw.call(VIDIOC_S_PARM, &parameters), 0);
    raw.set_control("Brightness", 77);
    raw.set_control("Integer 32 Bits", -5);
}

}  // namespace

// Bar 4: opening, listing and asking send no setter, so that a program that only looks disturbs nobody.
static void bar4_looking_at_a_device_changes_nothing(void **state)
{
    const char *path = node_of(state);
    choose_unusual_settings(path);
    uint32_t count = 0, count_after = 0;
    const std::string settings = settings_of(path), controls = controls_of(path, &count);
    assert_true(count >= 20);
    {
        Library library;
        v4lxx_device_list *list = nullptr;
        ASSERT_OK(v4lxx_context_list_devices(library.get(), V4LXX_LIST_ALL, &list, &error));
        assert_true(v4lxx_device_list_get_count(list) >= 2);
        v4lxx_device_list_unref(list);
        v4lxx_device *device = nullptr;
        ASSERT_OK(v4lxx_device_open(library.get(), path, nullptr, &device, &error));
        for (const uint32_t fourcc : offered_formats(device)) {
            v4lxx_size_list *sizes = nullptr;
            ASSERT_OK(v4lxx_device_list_sizes(device, fourcc, &sizes, &error));
            assert_int_equal(v4lxx_size_list_get_count(sizes), 6);
            v4lxx_size_list_unref(sizes);
        }
        v4lxx_interval_list *intervals = nullptr;
        ASSERT_OK(v4lxx_device_list_intervals(device, V4L2_PIX_FMT_YUYV, 1280, 720, &intervals, &error));
        assert_int_equal(v4lxx_interval_list_get_count(intervals), 12);
        v4lxx_interval_list_unref(intervals);
        v4lxx_format tried = V4LXX_FORMAT_INIT;
        tried.fourcc = V4L2_PIX_FMT_YUYV;
        tried.width = 320;
        tried.height = 180;
        ASSERT_OK(v4lxx_device_try_format(device, &tried, nullptr, &error));
        assert_int_equal(tried.fourcc, V4L2_PIX_FMT_YUYV);
        // A stream without wishes sets nothing either.
        v4lxx_stream *stream = nullptr;
        ASSERT_OK(v4lxx_stream_create(device, nullptr, &stream, &error));
        v4lxx_stream_unref(stream);
        v4lxx_device_unref(device);
    }
    assert_true(settings_of(path) == settings);
    assert_string_equal(controls_of(path, &count_after).c_str(), controls.c_str());
    assert_int_equal(count_after, count);
    set_control(path, "Brightness", 128);
}

static void both_vivids_are_listed_as_cameras(void **)
{
    Library library;
    v4lxx_device_list *list = nullptr;
    ASSERT_OK(v4lxx_context_list_devices(library.get(), 0, &list, &error));
    int found = 0;
    for (uint32_t i = 0; i < v4lxx_device_list_get_count(list); i++) {
        const v4lxx_device_info *info = v4lxx_device_list_get(list, i);
        assert_true(v4lxx_device_info_is_camera(info));
        assert_false(v4lxx_device_info_is_simulated(info));
        found += std::strcmp(v4lxx_device_info_get_driver(info), "vivid") == 0 &&
                 std::strcmp(v4lxx_device_info_get_card(info), "vivid") == 0;
    }
    assert_int_equal(found, 2);
    v4lxx_device_list_unref(list);
}

static void assert_cannot_open(v4lxx_context *context, const char *path, v4lxx_code code)
{
    v4lxx_device *device = nullptr;
    v4lxx_error *error = nullptr;
    assert_true(v4lxx_device_open(context, path, nullptr, &device, &error) < 0);
    assert_null(device);
    if (v4lxx_error_get_code(error) != code)
        fail_msg("%s: %s", path, v4lxx_error_get_message(error));
    assert_string_equal(v4lxx_error_get_device(error), path);
    v4lxx_error_free(error);
}

static void S30_what_is_no_video_node_is_refused_with_the_reason(void **)
{
    const Baseline before = measure();
    {
        Library library;
        std::ofstream("/run/regular") << "no device";
        assert_int_equal(mkfifo("/run/fifo", 0600), 0);
        assert_cannot_open(library.get(), "/dev/no-such-node", V4LXX_CODE_NO_SUCH_NODE);
        assert_cannot_open(library.get(), "/run/regular/node", V4LXX_CODE_NO_SUCH_NODE);
        assert_cannot_open(library.get(), "/run", V4LXX_CODE_IS_DIRECTORY);
        assert_cannot_open(library.get(), "/run/regular", V4LXX_CODE_IS_REGULAR_FILE);
        assert_cannot_open(library.get(), "/run/fifo", V4LXX_CODE_IS_NOT_A_CHARACTER_DEVICE);  // and does not wait for a writer
        assert_cannot_open(library.get(), "/dev/null", V4LXX_CODE_IS_NOT_V4L2);
        unlink("/run/regular");
        unlink("/run/fifo");
    }
    assert_baseline(before);
}

// The node of a kind, by the name the driver gave it: numbers vary.
static std::string node_named(const std::string &wanted)
{
    for (int i = 0; i < 256; i++)
        for (const char *family : {"video", "vbi", "radio"}) {
            const std::string node = family + std::to_string(i);
            std::string name;
            std::getline(std::ifstream("/sys/class/video4linux/" + node + "/name"), name);
            if (name == wanted)
                return "/dev/" + node;
        }
    fail_msg("there is no %s", wanted.c_str());
    return {};
}

static void nodes_that_do_not_capture_video_open_but_do_not_stream(void **)
{
    Library library;
    for (const char *name :
         {"vivid-000-vid-out", "vivid-001-vid-out", "vivid-000-vbi-cap", "vivid-000-rad-rx", "vivid-000-meta-cap", "vim2m"}) {
        v4lxx_device *device = nullptr;
        ASSERT_OK(v4lxx_device_open(library.get(), node_named(name).c_str(), nullptr, &device, &error));
        assert_false(v4lxx_device_info_is_camera(v4lxx_device_get_info(device)));
        v4lxx_stream *stream = nullptr;
        ASSERT_CODE(v4lxx_stream_create(device, nullptr, &stream, &error), V4LXX_CODE_NOT_A_CAPTURE_DEVICE);
        assert_null(stream);
        v4lxx_device_unref(device);
    }
}

static void B05_U05_impossible_wishes_are_adjusted_and_reported(void **state)
{
    Library library;
    v4lxx_device *device = nullptr;
    ASSERT_OK(v4lxx_device_open(library.get(), node_of(state), nullptr, &device, &error));
    v4lxx_format format = V4LXX_FORMAT_INIT;
    uint32_t differences = 0;
    format.fourcc = V4L2_PIX_FMT_YUYV;
    format.width = format.height = 100000;
    ASSERT_OK(v4lxx_device_set_format(device, &format, &differences, &error));
    assert_int_equal(format.width, 3840);
    assert_int_equal(format.height, 2160);
    assert_int_equal(differences, V4LXX_FORMAT_FIELD_WIDTH | V4LXX_FORMAT_FIELD_HEIGHT);
    format = V4LXX_FORMAT_INIT;
    format.fourcc = 0x3f3f3f3f;
    format.width = 320;
    format.height = 180;
    ASSERT_OK(v4lxx_device_set_format(device, &format, &differences, &error));
    assert_int_equal(format.fourcc, V4L2_PIX_FMT_YUYV);
    assert_int_equal(differences, V4LXX_FORMAT_FIELD_FOURCC);
    v4lxx_device_unref(device);
}

static void open_fd_works_on_a_descriptor_of_the_caller(void **state)
{
    Library library;
    const Baseline before = measure();
    {
        const int fd = open(node_of(state), O_RDWR);  // it blocks: the library makes it non-blocking
        assert_true(fd >= 0);
        v4lxx_device *device = nullptr;
        ASSERT_OK(v4lxx_device_open_fd(library.get(), fd, nullptr, &device, &error));
        assert_true((fcntl(fd, F_GETFL) & O_NONBLOCK) != 0);
        v4lxx_stream *stream = nullptr;
        v4lxx_frame *frame = nullptr;
        ASSERT_OK(v4lxx_stream_create(device, nullptr, &stream, &error));
        ASSERT_OK(v4lxx_stream_start(stream, &error));
        for (int i = 0; i < 3; i++) {
            v4lxx_frame_unref(frame);
            ASSERT_OK(v4lxx_stream_dequeue(stream, 5 * second, &frame, &error));
        }
        HeldFrame held(frame);
        const uint64_t print = fingerprint(held);
        v4lxx_stream_unref(stream);
        v4lxx_device_unref(device);
        // The caller's descriptor is open still, and the buffers are gone although it is.
        v4l2_capability capability{};
        assert_int_equal(ioctl(fd, VIDIOC_QUERYCAP, &capability), 0);
        RealCamera other(library.get(), node_of(state));
        other.start();
        other.next();
        assert_true(fingerprint(held) == print);
        assert_int_equal(close(fd), 0);
    }
    assert_baseline(before);
}

static void S30_a_link_is_as_good_as_the_node(void **state)
{
    Library library;
    const Baseline before = measure();
    unlink("/run/link");
    assert_int_equal(symlink(node_of(state), "/run/link"), 0);
    {
        RealCamera camera(library.get(), "/run/link");
        camera.start();
        for (int i = 0; i < 3; i++)
            camera.next();
    }
    assert_baseline(before);
    unlink("/run/link");
}

// The kernel shares no memory of a device over a descriptor that cannot be written, whoever asks for it to be read only.
static void S30_a_read_only_descriptor_can_be_asked_and_its_start_says_why_it_fails(void **state)
{
    Library library;
    const Baseline before = measure();
    {
        const int fd = open(node_of(state), O_RDONLY | O_CLOEXEC);
        assert_true(fd >= 0);
        v4lxx_device *device = nullptr;
        v4lxx_stream *stream = nullptr;
        ASSERT_OK(v4lxx_device_open_fd(library.get(), fd, nullptr, &device, &error));
        assert_true(offered_formats(device).size() > 10);
        ASSERT_OK(v4lxx_stream_create(device, nullptr, &stream, &error));
        v4lxx_error *error = nullptr;
        assert_int_equal(v4lxx_stream_start(stream, &error), V4LXX_ERROR_SYSTEM);
        assert_int_equal(v4lxx_error_get_code(error), V4LXX_CODE_MAP_FAILED);
        assert_non_null(std::strstr(v4lxx_error_get_message(error), "opened for reading only"));
        assert_non_null(std::strstr(v4lxx_error_get_message(error), "Open it with O_RDWR"));
        v4lxx_error_free(error);
        RealCamera other(library.get(), node_of(state));  // its buffers were given back
        other.start();
        other.next();
        v4lxx_stream_unref(stream);
        v4lxx_device_unref(device);
        assert_int_equal(close(fd), 0);
    }
    assert_baseline(before);
}

// The number of this process' descriptor of a node; -1 if there is none.
static int descriptor_of(const char *node)
{
    struct stat wanted{}, status{};
    assert_int_equal(stat(node, &wanted), 0);
    for (int fd = 0; fd < 256; fd++)
        if (fstat(fd, &status) == 0 && S_ISCHR(status.st_mode) && status.st_rdev == wanted.st_rdev)
            return fd;
    return -1;
}

static void U13_a_descriptor_that_somebody_else_closed_is_told_and_its_number_left_alone(void **state)
{
    Library library;
    const Baseline before = measure();
    for (const bool is_reused : {false, true}) {
        int other = -1;
        {
            RealCamera camera(library.get(), node_of(state));
            camera.start();
            HeldFrame held = camera.next();
            const uint64_t print = fingerprint(held);
            const int fd = descriptor_of(node_of(state));
            assert_int_equal(close(fd), 0);
            if (is_reused) {
                other = open("/dev/null", O_RDWR | O_CLOEXEC);
                assert_int_equal(other, fd);
            }
            v4lxx_code code = 0;
            assert_int_equal(try_take_frame(camera.stream(), 5 * second, &code), V4LXX_ERROR_STATE);
            assert_int_equal(code, V4LXX_CODE_DESCRIPTOR_CLOSED);
            assert_int_equal(try_take_frame(camera.stream(), -1, &code), V4LXX_ERROR_STATE);
            ASSERT_CODE(v4lxx_stream_stop(camera.stream(), &error), V4LXX_CODE_DESCRIPTOR_CLOSED);
            RealCamera anew(library.get(), node_of(state));  // the device is there, and free
            anew.start();
            anew.next();
            assert_true(fingerprint(held) == print);
        }
        if (is_reused) {
            assert_true(fcntl(other, F_GETFD) >= 0);
            assert_int_equal(close(other), 0);
        }
    }
    assert_baseline(before);
}

static void S30_open_fd_refuses_what_is_no_video_node(void **)
{
    Library library;
    int ends[2];
    assert_int_equal(pipe(ends), 0);
    const int null = open("/dev/null", O_RDWR);
    v4lxx_device *device = nullptr;
    for (const int fd : {ends[0], null})
        ASSERT_CODE(v4lxx_device_open_fd(library.get(), fd, nullptr, &device, &error), V4LXX_CODE_IS_NOT_V4L2);
    for (const int fd : {-1, 1000})
        ASSERT_CODE(v4lxx_device_open_fd(library.get(), fd, nullptr, &device, &error), V4LXX_CODE_BAD_DESCRIPTOR);
    assert_null(device);
    for (const int fd : {ends[0], ends[1], null})
        assert_int_equal(close(fd), 0);
}

int main()
{
    const CMUnitTest tests[] = {
        ON_BOTH_APIS(bar4_looking_at_a_device_changes_nothing),
        cmocka_unit_test(both_vivids_are_listed_as_cameras),
        cmocka_unit_test(S30_what_is_no_video_node_is_refused_with_the_reason),
        cmocka_unit_test(nodes_that_do_not_capture_video_open_but_do_not_stream),
        ON_BOTH_APIS(B05_U05_impossible_wishes_are_adjusted_and_reported),
        ON_BOTH_APIS(open_fd_works_on_a_descriptor_of_the_caller),
        ON_BOTH_APIS(S30_a_link_is_as_good_as_the_node),
        ON_BOTH_APIS(S30_a_read_only_descriptor_can_be_asked_and_its_start_says_why_it_fails),
        ON_BOTH_APIS(U13_a_descriptor_that_somebody_else_closed_is_told_and_its_number_left_alone),
        cmocka_unit_test(S30_open_fd_refuses_what_is_no_video_node),
    };
    return cmocka_run_group_tests(tests, nullptr, nullptr);
}
