// Requests that carry a time have another number on each word size: what is compiled here, for 32 bits too, must be the kernel's.
#include "kernel/request_names.hpp"
#include "support/check.hpp"
#include "word_sizes.hpp"

static void B18_bar11f_requests_with_a_time_have_the_numbers_of_this_word_size(void **)
{
    const struct {
        unsigned long request;
        const char *name;
        size_t bytes;
    } requests[] = {
        {VIDIOC_QUERYBUF, "VIDIOC_QUERYBUF", buffer_bytes}, {VIDIOC_QBUF, "VIDIOC_QBUF", buffer_bytes},
        {VIDIOC_DQBUF, "VIDIOC_DQBUF", buffer_bytes},       {VIDIOC_PREPARE_BUF, "VIDIOC_PREPARE_BUF", buffer_bytes},
        {VIDIOC_DQEVENT, "VIDIOC_DQEVENT", event_bytes},
    };
    for (const auto &one : requests) {
        assert_int_equal(_IOC_SIZE(one.request), one.bytes);
        assert_string_equal(v4lxx::kernel::request_name(one.request), one.name);
    }
}

int main()
{
    const CMUnitTest tests[] = {
        cmocka_unit_test(B18_bar11f_requests_with_a_time_have_the_numbers_of_this_word_size),
    };
    return cmocka_run_group_tests(tests, nullptr, nullptr);
}
