// Choosing a mode by intent on vivid as a webcam: discrete sizes, each with rates of its own.
#include "uml/vivid.hpp"

#include <cstring>

using namespace v4lxx::test;

namespace {

v4lxx_wish wish_of(uint32_t width, uint32_t height, uint32_t rate, uint32_t flags = 0)
{
    v4lxx_wish wish = V4LXX_WISH_INIT;
    wish.width = width;
    wish.height = height;
    if (rate != 0)
        wish.rate = {rate, 1};
    wish.flags = flags;
    return wish;
}

// An open node that is set back to the mode it had.
class Node {
public:
    explicit Node(void **state)
    {
        ASSERT_OK(v4lxx_device_open(library_.get(), node_of(state), nullptr, &device_, &error));
        before_ = format();
        ASSERT_OK(v4lxx_device_read_interval(device_, &interval_, &error));
    }
    Node(const Node &) = delete;
    Node &operator=(const Node &) = delete;
    ~Node()
    {
        v4lxx_device_set_format(device_, &before_, nullptr, nullptr);
        v4lxx_device_set_interval(device_, &interval_, nullptr);
        v4lxx_device_unref(device_);
    }
    v4lxx_device *get() { return device_; }
    v4lxx_format format()
    {
        v4lxx_format now = V4LXX_FORMAT_INIT;
        ASSERT_OK(v4lxx_device_read_format(device_, &now, &error));
        return now;
    }

private:
    Library library_;
    v4lxx_device *device_ = nullptr;
    v4lxx_format before_ = V4LXX_FORMAT_INIT;
    v4lxx_fraction interval_{};
};

}  // namespace

static void U06_a_wish_is_granted_and_streams(void **state)
{
    Node node(state);
    const uint32_t outputs[] = {fourcc_of("H264"), fourcc_of("NV12")};
    const v4lxx_wish wish = wish_of(640, 480, 25, V4LXX_WISH_STRICT);
    v4lxx_negotiation result = V4LXX_NEGOTIATION_INIT;
    ASSERT_OK(v4lxx_device_negotiate(node.get(), &wish, outputs, 2, &result, &error));
    assert_int_equal(result.differences, 0);
    assert_int_equal(result.adjusted, 0);
    assert_int_equal(result.granted_fourcc, fourcc_of("NV12"));
    assert_int_equal(result.granted_rate.numerator, 25 * result.granted_rate.denominator);
    v4lxx_stream *stream = nullptr;
    ASSERT_OK(v4lxx_stream_create(node.get(), nullptr, &stream, &error));
    ASSERT_OK(v4lxx_stream_start(stream, &error));
    {
        HeldFrame frame = take_frame(stream, 5 * second);
        assert_int_equal(frame.info().width, 640);
        assert_int_equal(frame.info().height, 480);
        assert_int_equal(frame.info().fourcc, fourcc_of("NV12"));
    }
    v4lxx_stream_unref(stream);
}

// 4K comes at 15 per second at most, 1080p at 30: fluency counts more than size.
static void U06_without_a_wish_the_largest_fluent_picture_is_chosen_and_the_rest_explained(void **state)
{
    Node node(state);
    v4lxx_mode_list *list = nullptr;
    ASSERT_OK(v4lxx_device_list_modes(node.get(), nullptr, nullptr, 0, &list, &error));
    v4lxx_mode best = V4LXX_MODE_INIT;
    ASSERT_OK(v4lxx_mode_list_at(list, 0, &best, &error));
    assert_int_equal(best.verdict, V4LXX_MODE_BEST);
    assert_int_equal(best.width, 1920);
    assert_int_equal(best.rate.numerator, 30 * best.rate.denominator);
    bool slow_one_explained = false;
    for (uint32_t i = 0; i < v4lxx_mode_list_get_count(list); i++) {
        v4lxx_mode mode = V4LXX_MODE_INIT;
        ASSERT_OK(v4lxx_mode_list_at(list, i, &mode, &error));
        const char *reason = v4lxx_mode_list_get_reason(list, i);
        assert_true(reason[0] != '\0');
        slow_one_explained |= mode.width == 3840 && std::strstr(reason, "slower than 25 to 30 per second") != nullptr;
    }
    assert_true(slow_one_explained);
    v4lxx_mode_list_unref(list);
}

static void U05_what_vivid_does_not_have_is_told_or_refused(void **state)
{
    Node node(state);
    const v4lxx_format before = node.format();
    const v4lxx_wish strict = wish_of(1000, 1000, 0, V4LXX_WISH_STRICT);
    v4lxx_error *failure = nullptr;
    assert_int_equal(v4lxx_device_negotiate(node.get(), &strict, nullptr, 0, nullptr, &failure), V4LXX_ERROR_UNSUPPORTED);
    assert_int_equal(v4lxx_error_get_code(failure), V4LXX_CODE_MODE_NOT_OFFERED);
    assert_non_null(std::strstr(v4lxx_error_get_message(failure), "1280x720"));
    v4lxx_error_free(failure);
    const v4lxx_format after = node.format();
    assert_memory_equal(&before, &after, sizeof before);
    const v4lxx_wish loose = wish_of(1000, 1000, 7);
    v4lxx_negotiation result = V4LXX_NEGOTIATION_INIT;
    ASSERT_OK(v4lxx_device_negotiate(node.get(), &loose, nullptr, 0, &result, &error));
    assert_int_equal(result.differences, V4LXX_FORMAT_FIELD_WIDTH | V4LXX_FORMAT_FIELD_HEIGHT | V4LXX_FORMAT_FIELD_RATE);
    assert_int_equal(result.granted_width, node.format().width);
}

int main()
{
    const CMUnitTest tests[] = {
        ON_BOTH_APIS(U06_a_wish_is_granted_and_streams),
        ON_BOTH_APIS(U06_without_a_wish_the_largest_fluent_picture_is_chosen_and_the_rest_explained),
        ON_BOTH_APIS(U05_what_vivid_does_not_have_is_told_or_refused),
    };
    return cmocka_run_group_tests(tests, nullptr, nullptr);
}
