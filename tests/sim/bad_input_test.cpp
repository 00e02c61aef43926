// Bad input: each gives a status, a message and no leak.
#include "support/camera.hpp"

#include "support/baseline.hpp"
#include "support/context.hpp"

#include "../../abi/capi/versioned.hpp"

#include <cstdlib>
#include <cstring>
#include <fcntl.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/un.h>
#include <unistd.h>

using namespace v4lxx::test;

namespace {

constexpr const char *camera_name = "sim:camera,size=64x48,fps=100,clock=virtual";
// A folder that goes away with all that is in it.
class Folder {
public:
    Folder() { assert_non_null(mkdtemp(path_)); }
    ~Folder()
    {
        for (const std::string &file : files_)
            unlink(file.c_str());
        rmdir(path_);
    }
    std::string file(const char *name)
    {
        files_.push_back(std::string(path_) + "/" + name);
        return files_.back();
    }
    const char *path() const { return path_; }

private:
    char path_[32] = "/tmp/v4lxx_bad_input_XXXXXX";
    std::vector<std::string> files_;
};

// Fails with this code, names operation and name, makes no device and leaves nothing.
void assert_not_opened(const char *name, v4lxx_code code)
{
    const Baseline before = measure();
    {
        Context context;
        v4lxx_device *device = reinterpret_cast<v4lxx_device *>(1);
        v4lxx_error *error = nullptr;
        const v4lxx_status status = v4lxx_device_open(context.get(), name, nullptr, &device, &error);
        if (status >= 0 || v4lxx_error_get_code(error) != code)
            fail_msg("%s: wanted %s, got status %d: %s", name, v4lxx_code_get_name(code), status,
                     v4lxx_error_get_message(error));
        assert_int_equal(status, v4lxx_code_get_status(code));
        assert_string_equal(v4lxx_error_get_operation(error), "open");
        assert_non_null(std::strstr(v4lxx_error_get_message(error), "cannot open"));
        assert_non_null(std::strstr(v4lxx_error_get_message(error), name));
        assert_null(device);
        v4lxx_error_free(error);
        assert_int_equal(v4lxx_device_open(context.get(), name, nullptr, &device, nullptr), status);  // without an error object
    }
    assert_baseline(before);
}

}  // namespace

static void S30_names_that_are_no_video_node_are_refused_each_with_its_reason(void **)
{
    Folder folder;
    const std::string regular = folder.file("file"), fifo = folder.file("fifo"), link = folder.file("link"),
                      to_nothing = folder.file("gone");
    const std::string loop = folder.file("loop"), local_socket = folder.file("socket");
    std::ofstream(regular) << "not a video node";
    assert_int_equal(mkfifo(fifo.c_str(), 0600), 0);
    assert_int_equal(symlink(folder.path(), link.c_str()), 0);
    assert_int_equal(symlink("/nowhere/at/all", to_nothing.c_str()), 0);
    assert_int_equal(symlink(loop.c_str(), loop.c_str()), 0);
    sockaddr_un address{};
    address.sun_family = AF_UNIX;
    std::strncpy(address.sun_path, local_socket.c_str(), sizeof address.sun_path - 1);
    const int socket_fd = socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0);
    assert_int_equal(bind(socket_fd, reinterpret_cast<const sockaddr *>(&address), sizeof address), 0);

    assert_not_opened("/dev/video-that-is-not-there", V4LXX_CODE_NO_SUCH_NODE);
    assert_not_opened("", V4LXX_CODE_BAD_NAME);
    assert_not_opened((regular + "/video0").c_str(), V4LXX_CODE_NO_SUCH_NODE);
    assert_not_opened(to_nothing.c_str(), V4LXX_CODE_NO_SUCH_NODE);
    assert_not_opened(folder.path(), V4LXX_CODE_IS_DIRECTORY);
    assert_not_opened(link.c_str(), V4LXX_CODE_IS_DIRECTORY);
    assert_not_opened(regular.c_str(), V4LXX_CODE_IS_REGULAR_FILE);
    assert_not_opened(fifo.c_str(), V4LXX_CODE_IS_NOT_A_CHARACTER_DEVICE);  // and nobody waits for its other end
    assert_not_opened(local_socket.c_str(), V4LXX_CODE_IS_NOT_A_CHARACTER_DEVICE);
    assert_not_opened("/dev/null", V4LXX_CODE_IS_NOT_V4L2);
    assert_not_opened("/dev/zero", V4LXX_CODE_IS_NOT_V4L2);
    assert_not_opened(loop.c_str(), V4LXX_CODE_OPEN_FAILED);
    assert_not_opened(std::string(300, 'x').c_str(), V4LXX_CODE_OPEN_FAILED);
    assert_not_opened("sim:toaster", V4LXX_CODE_SIM_BAD_PARAMETER);
    assert_not_opened("sim:camera,format=NONE", V4LXX_CODE_SIM_BAD_PARAMETER);
    assert_not_opened("sim:camera,size=0x0", V4LXX_CODE_SIM_BAD_PARAMETER);
    assert_not_opened("sim:camera,size=100000x100000", V4LXX_CODE_SIM_BAD_PARAMETER);
    assert_not_opened("sim:camera,script=/nowhere/at/all", V4LXX_CODE_SIM_BAD_SCRIPT);
    close(socket_fd);
}

static void S30_descriptors_that_are_no_video_node_are_refused_and_left_as_they_are(void **)
{
    int ends[2];
    assert_int_equal(pipe2(ends, O_CLOEXEC), 0);
    const int null = open("/dev/null", O_RDWR | O_CLOEXEC);
    const Baseline before = measure();
    {
        Context context;
        v4lxx_device *device = nullptr;
        for (int fd : {-1, -1000, 1000000, INT32_MAX})
            ASSERT_CODE(v4lxx_device_open_fd(context.get(), fd, nullptr, &device, &error), V4LXX_CODE_BAD_DESCRIPTOR);
        for (int fd : {ends[0], ends[1], null}) {
            const int flags = fcntl(fd, F_GETFL);
            ASSERT_CODE(v4lxx_device_open_fd(context.get(), fd, nullptr, &device, &error), V4LXX_CODE_IS_NOT_V4L2);
            assert_int_equal(fcntl(fd, F_GETFL), flags);
            assert_null(device);
        }
    }
    assert_baseline(before);
    close(ends[0]);
    close(ends[1]);
    close(null);
}

// A driver adjusts what it does not have; what comes back is said, and nothing of it is impossible.
static void B05_formats_nobody_has_and_sizes_of_any_kind(void **)
{
    const Baseline before = measure();
    {
        Camera camera(camera_name);
        const uint32_t unknown = 0x21212121;
        for (uint32_t fourcc : {0u, v4lxx_pixel_format_find("YUYV"), unknown, 0xffffffffu})
            for (uint32_t side : {0u, 1u, 100000u, 0xffffffffu}) {
                v4lxx_format format = V4LXX_FORMAT_INIT;
                format.fourcc = fourcc;
                format.width = format.height = side;
                uint32_t differences = 0;
                ASSERT_OK(v4lxx_device_set_format(camera.device(), &format, &differences, &error));
                assert_true(format.width >= 1 && format.width <= 8192 && format.height >= 1 && format.height <= 8192);
                assert_int_not_equal(format.fourcc, unknown);
                assert_int_equal((differences & V4LXX_FORMAT_FIELD_FOURCC) != 0, fourcc != 0 && fourcc != format.fourcc);
                assert_int_equal((differences & V4LXX_FORMAT_FIELD_WIDTH) != 0, side != 0);
                v4lxx_interval_list *intervals = nullptr;
                v4lxx_size_list *sizes = nullptr;
                ASSERT_OK(v4lxx_device_list_intervals(camera.device(), fourcc, side, side, &intervals, &error));
                ASSERT_OK(v4lxx_device_list_sizes(camera.device(), fourcc, &sizes, &error));
                if (fourcc == unknown)
                    assert_int_equal(v4lxx_size_list_get_count(sizes), 0);
                v4lxx_interval_list_unref(intervals);
                v4lxx_size_list_unref(sizes);
            }
        camera.start();
        camera.next().assert_intact();
    }
    assert_baseline(before);
}

static v4lxx_error *refused_format(Camera &camera, const char *fourcc, uint32_t width, uint32_t height)
{
    v4lxx_format format = V4LXX_FORMAT_INIT;
    format.fourcc = v4lxx_pixel_format_find(fourcc);
    format.width = width;
    format.height = height;
    v4lxx_error *error = nullptr;
    assert_int_equal(v4lxx_device_set_format(camera.device(), &format, nullptr, &error), V4LXX_ERROR_ARGUMENT);
    assert_int_equal(format.width, width);  // a failed call leaves the struct alone
    assert_int_equal(v4lxx_error_get_code(error), V4LXX_CODE_FORMAT_REFUSED);
    assert_has(v4lxx_error_get_message(error), std::to_string(width) + "x" + std::to_string(height));
    assert_has(v4lxx_error_get_message(error), fourcc);
    assert_has(v4lxx_error_get_message(error), "VIDIOC_S_FMT: EINVAL");
    return error;
}

static void U05_a_driver_that_refuses_a_format_is_quoted_and_its_lists_tell_which_field_it_was(void **)
{
    static const struct {
        const char *fourcc;
        uint32_t width, height;
        const char *field, *cause;
    } cases[] = {
        {"H264", 100000, 100000, "fourcc", "it does not list the pixel format H264, but "},
        {"YUYV", 100000, 480, "width", "it does not list 100000x480 in YUYV; the nearest is "},
        {"YUYV", 640, 481, "height", "it does not list 640x481 in YUYV; the nearest is 640x480"},
        {"YUYV", 640, 480, "", "it lists YUYV 640x480, and refuses it all the same"},
    };
    Camera camera("sim:camera");
    camera.inject("on VIDIOC_S_FMT all errno EINVAL");
    for (const auto &one : cases) {
        v4lxx_error *error = refused_format(camera, one.fourcc, one.width, one.height);
        assert_string_equal(v4lxx_error_get_field(error), one.field);
        assert_has(v4lxx_error_get_cause(error), one.cause);
        assert_true(v4lxx_error_is_cause_checked(error));
        v4lxx_error_free(error);
    }
}

static void bad_options_are_refused_each_with_its_field(void **)
{
    Camera camera(camera_name);
    v4lxx_stream *stream = nullptr;
    v4lxx_bytes *bytes = nullptr;
    v4lxx_device_list *list = nullptr;
    auto refused = [&](v4lxx_code code, const char *field, const v4lxx_stream_options &options) {
        v4lxx_error *error = nullptr;
        assert_true(v4lxx_stream_create(camera.device(), &options, &stream, &error) < 0);
        assert_int_equal(v4lxx_error_get_code(error), code);
        assert_string_equal(v4lxx_error_get_field(error), field);
        assert_null(stream);
        v4lxx_error_free(error);
    };
    v4lxx_stream_options options = V4LXX_STREAM_OPTIONS_INIT;
    options.flags = 0x80000000;
    refused(V4LXX_CODE_UNKNOWN_VALUE, "options.flags", options);
    options = V4LXX_STREAM_OPTIONS_INIT;
    options.memory = 77;
    refused(V4LXX_CODE_UNKNOWN_VALUE, "options.memory", options);
    options = V4LXX_STREAM_OPTIONS_INIT;
    options.buffer_count = 0xffffffff;
    refused(V4LXX_CODE_VALUE_OUT_OF_RANGE, "options.buffer_count", options);
    options = V4LXX_STREAM_OPTIONS_INIT;
    options.rate.numerator = 30;
    refused(V4LXX_CODE_VALUE_OUT_OF_RANGE, "options.rate", options);
    options = V4LXX_STREAM_OPTIONS_INIT;
    options.reserved0 = 1;
    refused(V4LXX_CODE_RESERVED_NOT_ZERO, "options.reserved0", options);
    options = V4LXX_STREAM_OPTIONS_INIT;
    refused(V4LXX_CODE_STREAM_EXISTS, "", options);

    ASSERT_CODE(v4lxx_context_list_devices(camera.context(), 0x100, &list, &error), V4LXX_CODE_UNKNOWN_VALUE);
    v4lxx_fraction interval{0, 1};
    ASSERT_CODE(v4lxx_device_set_interval(camera.device(), &interval, &error), V4LXX_CODE_VALUE_OUT_OF_RANGE);
    v4lxx_format format = V4LXX_FORMAT_INIT;
    format.reserved0 = 1;
    ASSERT_CODE(v4lxx_device_set_format(camera.device(), &format, nullptr, &error), V4LXX_CODE_RESERVED_NOT_ZERO);
    ASSERT_CODE(v4lxx_device_try_format(camera.device(), &format, nullptr, &error), V4LXX_CODE_RESERVED_NOT_ZERO);
    camera.start();
    HeldFrame frame = camera.next();
    ASSERT_CODE(v4lxx_frame_encode(frame.get(), 0, nullptr, &bytes, &error), V4LXX_CODE_UNKNOWN_VALUE);
    ASSERT_CODE(v4lxx_frame_encode(frame.get(), 99, nullptr, &bytes, &error), V4LXX_CODE_UNKNOWN_VALUE);
    v4lxx_image_options image = V4LXX_IMAGE_OPTIONS_INIT;
    image.quality = 101;
    ASSERT_CODE(v4lxx_frame_encode(frame.get(), V4LXX_IMAGE_JPEG, &image, &bytes, &error), V4LXX_CODE_VALUE_OUT_OF_RANGE);
    assert_null(v4lxx_frame_get_plane_data(frame.get(), 4, nullptr));
    assert_null(v4lxx_frame_get_plane_data(frame.get(), 0xffffffff, nullptr));
}

// struct_size 0, too small, from the future with unknown fields, and garbage: ABI, and no byte beyond is touched.
template <class T, class F>
static void assert_sizes_are_checked(F &&call)
{
    struct Padded {
        T value;
        uint8_t tail[64];
    };
    for (uint32_t size : {0u, 1u, 4u, v4lxx::capi::first_size<T> - 4, 4097u, 0x7fffffffu, 0xffffffffu}) {
        Padded padded{};
        std::memset(padded.tail, 0xa5, sizeof padded.tail);
        padded.value.struct_size = size;
        const bool large = size > sizeof(T);
        ASSERT_CODE(call(&padded.value, &error), large ? V4LXX_CODE_STRUCT_TOO_LARGE : V4LXX_CODE_STRUCT_TOO_SMALL);
        for (uint8_t byte : padded.tail)
            assert_int_equal(byte, 0xa5);
        assert_int_equal(padded.value.struct_size, size);
    }
}

template <class T, class F>
static void assert_future_fields_must_be_0(F &&call)
{
    struct Padded {
        T value;
        uint8_t tail[64];
    };
    Padded padded{};
    padded.value.struct_size = sizeof(Padded);
    padded.tail[63] = 1;
    ASSERT_CODE(call(&padded.value, &error), V4LXX_CODE_STRUCT_TAIL_UNKNOWN);
}

static void abi_struct_sizes_of_any_kind(void **)
{
    Camera camera(camera_name);
    camera.start();
    HeldFrame frame = camera.next();
    v4lxx_context *context = nullptr;
    v4lxx_device *device = nullptr;
    v4lxx_stream *stream = nullptr;
    v4lxx_bytes *bytes = nullptr;
    v4lxx_size_list *sizes = nullptr;
    v4lxx_interval_list *intervals = nullptr;
    const uint32_t yuyv = v4lxx_pixel_format_find("YUYV");
    ASSERT_OK(v4lxx_device_list_sizes(camera.device(), yuyv, &sizes, &error));
    ASSERT_OK(v4lxx_device_list_intervals(camera.device(), yuyv, 64, 48, &intervals, &error));
    auto create = [&](auto *s, auto **error) { return v4lxx_context_create(s, &context, error); };
    auto open = [&](auto *s, auto **error) { return v4lxx_device_open(camera.context(), camera_name, s, &device, error); };
    auto open_fd = [&](auto *s, auto **error) { return v4lxx_device_open_fd(camera.context(), 0, s, &device, error); };
    auto make = [&](auto *s, auto **error) { return v4lxx_stream_create(camera.device(), s, &stream, error); };
    auto encode = [&](auto *s, auto **error) { return v4lxx_frame_encode(frame.get(), V4LXX_IMAGE_PNG, s, &bytes, error); };
    auto try_format = [&](auto *s, auto **error) { return v4lxx_device_try_format(camera.device(), s, nullptr, error); };
    auto set_format = [&](auto *s, auto **error) { return v4lxx_device_set_format(camera.device(), s, nullptr, error); };

    assert_sizes_are_checked<v4lxx_context_options>(create);
    assert_sizes_are_checked<v4lxx_device_options>(open);
    assert_sizes_are_checked<v4lxx_device_options>(open_fd);
    assert_sizes_are_checked<v4lxx_stream_options>(make);
    assert_sizes_are_checked<v4lxx_image_options>(encode);
    assert_sizes_are_checked<v4lxx_format>(try_format);
    assert_sizes_are_checked<v4lxx_format>(set_format);
    assert_sizes_are_checked<v4lxx_format>([&](auto *s, auto **e) { return v4lxx_device_read_format(camera.device(), s, e); });
    assert_sizes_are_checked<v4lxx_format>([&](auto *s, auto **e) { return v4lxx_stream_read_format(camera.stream(), s, e); });
    assert_sizes_are_checked<v4lxx_size_range>([&](auto *s, auto **e) { return v4lxx_size_list_at(sizes, 0, s, e); });
    assert_sizes_are_checked<v4lxx_interval_range>(
        [&](auto *s, auto **e) { return v4lxx_interval_list_at(intervals, 0, s, e); });
    assert_sizes_are_checked<v4lxx_frame_info>([&](auto *s, auto **e) { return v4lxx_frame_read_info(frame.get(), s, e); });
    assert_sizes_are_checked<v4lxx_stream_account>(
        [&](auto *s, auto **e) { return v4lxx_stream_read_account(camera.stream(), s, e); });
    assert_sizes_are_checked<v4lxx_pixel_format_info>(
        [&](auto *s, auto **e) { return v4lxx_pixel_format_describe(yuyv, s, e); });
    assert_future_fields_must_be_0<v4lxx_context_options>(create);
    assert_future_fields_must_be_0<v4lxx_device_options>(open);
    assert_future_fields_must_be_0<v4lxx_device_options>(open_fd);
    assert_future_fields_must_be_0<v4lxx_stream_options>(make);
    assert_future_fields_must_be_0<v4lxx_image_options>(encode);
    assert_future_fields_must_be_0<v4lxx_format>(try_format);
    assert_future_fields_must_be_0<v4lxx_format>(set_format);
    assert_true(context == nullptr && device == nullptr && stream == nullptr && bytes == nullptr);
    v4lxx_size_list_unref(sizes);
    v4lxx_interval_list_unref(intervals);
}

static void S14_use_after_close_is_CLOSED_and_closing_twice_is_allowed(void **)
{
    const Baseline before = measure();
    {
        Camera camera(camera_name);
        camera.start();
        HeldFrame held = camera.next();
        v4lxx_device_close(camera.device());
        v4lxx_device_close(camera.device());
        v4lxx_format format = V4LXX_FORMAT_INIT;
        v4lxx_fraction interval{1, 30};
        v4lxx_format_list *formats = nullptr;
        v4lxx_size_list *sizes = nullptr;
        v4lxx_interval_list *intervals = nullptr;
        v4lxx_stream *stream = nullptr;
        v4lxx_frame *frame = nullptr;
        ASSERT_CODE(v4lxx_device_read_format(camera.device(), &format, &error), V4LXX_CODE_OBJECT_CLOSED);
        ASSERT_CODE(v4lxx_device_try_format(camera.device(), &format, nullptr, &error), V4LXX_CODE_OBJECT_CLOSED);
        ASSERT_CODE(v4lxx_device_set_format(camera.device(), &format, nullptr, &error), V4LXX_CODE_OBJECT_CLOSED);
        ASSERT_CODE(v4lxx_device_read_interval(camera.device(), &interval, &error), V4LXX_CODE_OBJECT_CLOSED);
        ASSERT_CODE(v4lxx_device_set_interval(camera.device(), &interval, &error), V4LXX_CODE_OBJECT_CLOSED);
        ASSERT_CODE(v4lxx_device_list_formats(camera.device(), &formats, &error), V4LXX_CODE_OBJECT_CLOSED);
        ASSERT_CODE(v4lxx_device_list_sizes(camera.device(), 0, &sizes, &error), V4LXX_CODE_OBJECT_CLOSED);
        ASSERT_CODE(v4lxx_device_list_intervals(camera.device(), 0, 0, 0, &intervals, &error), V4LXX_CODE_OBJECT_CLOSED);
        ASSERT_CODE(v4lxx_stream_create(camera.device(), nullptr, &stream, &error), V4LXX_CODE_OBJECT_CLOSED);
        for (int round = 0; round < 2; round++) {  // of the device closed, then of the stream closed too
            ASSERT_CODE(v4lxx_stream_start(camera.stream(), &error), V4LXX_CODE_OBJECT_CLOSED);
            ASSERT_CODE(v4lxx_stream_stop(camera.stream(), &error), V4LXX_CODE_OBJECT_CLOSED);
            ASSERT_CODE(v4lxx_stream_dequeue(camera.stream(), 0, &frame, &error), V4LXX_CODE_OBJECT_CLOSED);
            ASSERT_CODE(v4lxx_stream_dequeue(camera.stream(), -1, &frame, &error), V4LXX_CODE_OBJECT_CLOSED);
            assert_null(frame);
            assert_int_equal(v4lxx_stream_get_buffer_count(camera.stream()), 0);
            assert_int_equal(camera.account().held, 1);
            ASSERT_OK(v4lxx_stream_read_format(camera.stream(), &format, &error));
            v4lxx_stream_cancel(camera.stream());
            v4lxx_stream_close(camera.stream());
            v4lxx_stream_close(camera.stream());
        }
        assert_string_equal(v4lxx_device_info_get_card(v4lxx_device_get_info(camera.device())), "Simulated camera");
        held.assert_intact();
        held.info();
    }
    assert_baseline(before);
}

static void S14_stop_twice_and_start_twice_have_defined_answers(void **)
{
    Camera camera(camera_name);
    v4lxx_frame *frame = nullptr;
    ASSERT_OK(v4lxx_stream_stop(camera.stream(), &error));  // nothing to stop
    ASSERT_CODE(v4lxx_stream_dequeue(camera.stream(), 0, &frame, &error), V4LXX_CODE_NOT_RUNNING);
    camera.start();
    ASSERT_CODE(v4lxx_stream_start(camera.stream(), &error), V4LXX_CODE_ALREADY_RUNNING);
    camera.next().assert_intact();
    v4lxx_format format = V4LXX_FORMAT_INIT;
    format.width = format.height = 320;
    ASSERT_CODE(v4lxx_device_set_format(camera.device(), &format, nullptr, &error), V4LXX_CODE_OWN_STREAM_BUSY);
    camera.stop();
    camera.stop();
}

int main()
{
    const CMUnitTest tests[] = {
        cmocka_unit_test(S30_names_that_are_no_video_node_are_refused_each_with_its_reason),
        cmocka_unit_test(S30_descriptors_that_are_no_video_node_are_refused_and_left_as_they_are),
        cmocka_unit_test(B05_formats_nobody_has_and_sizes_of_any_kind),
        cmocka_unit_test(U05_a_driver_that_refuses_a_format_is_quoted_and_its_lists_tell_which_field_it_was),
        cmocka_unit_test(bad_options_are_refused_each_with_its_field),
        cmocka_unit_test(abi_struct_sizes_of_any_kind),
        cmocka_unit_test(S14_use_after_close_is_CLOSED_and_closing_twice_is_allowed),
        cmocka_unit_test(S14_stop_twice_and_start_twice_have_defined_answers),
    };
    return cmocka_run_group_tests(tests, nullptr, nullptr);
}
