// The number of a node's descriptor is closed behind the library's back, and given to another file: that one is left alone.
#include "support/check.hpp"

#include "kernel/linux/linux_system.hpp"
#include "uapi/videodev2.hpp"

#include <cerrno>
#include <fcntl.h>
#include <unistd.h>

using namespace v4lxx::kernel;

static std::unique_ptr<Node> open_node(LinuxSystem &system, const char *path)
{
    std::unique_ptr<Node> node;
    assert_int_equal(system.open(path, &node, nullptr), 0);
    return node;
}

static int query(Node &node)
{
    v4l2_capability capability{};
    return node.ioctl(VIDIOC_QUERYCAP, &capability);
}

static bool is_open(int fd) { return fcntl(fd, F_GETFD) >= 0; }

static void U13_an_open_descriptor_is_the_one_that_was_opened(void **)
{
    LinuxSystem system;
    auto node = open_node(system, "/dev/null");
    const int fd = node->wait_fd();
    assert_int_equal(query(*node), -ENOTTY);
    assert_int_equal(node->check_descriptor(), 0);
    assert_int_equal(node->wait_fd(), fd);
    node.reset();
    assert_false(is_open(fd));
}

static void U13_a_closed_descriptor_is_found_out(void **)
{
    LinuxSystem system;
    auto node = open_node(system, "/dev/null");
    close(node->wait_fd());
    Ready ready;
    assert_int_equal(node->wait(nullptr, forever_ns, &ready), -EBADF);
    assert_int_equal(query(*node), -EBADF);
    assert_int_equal(node->check_descriptor(), -EBADF);
    assert_int_equal(node->wait(nullptr, forever_ns, &ready), -EBADF);
    assert_int_equal(node->check_descriptor(), -EBADF);
}

static void U13_a_number_that_is_another_files_now_is_left_alone(void **)
{
    LinuxSystem system;
    for (const bool looked : {true, false}) {
        auto node = open_node(system, "/dev/null");
        const int fd = node->wait_fd();
        close(fd);
        const int other = open("/dev/zero", O_RDONLY | O_CLOEXEC);
        assert_int_equal(other, fd);
        if (looked) {
            assert_int_equal(query(*node), -ENOTTY);
            assert_int_equal(node->check_descriptor(), -ESTALE);
            assert_int_equal(query(*node), -EBADF);  // nothing goes there any more
            assert_int_equal(node->wait_fd(), -1);
        }
        node.reset();
        assert_true(is_open(other));
        close(other);
    }
}

int main()
{
    const CMUnitTest tests[] = {
        cmocka_unit_test(U13_an_open_descriptor_is_the_one_that_was_opened),
        cmocka_unit_test(U13_a_closed_descriptor_is_found_out),
        cmocka_unit_test(U13_a_number_that_is_another_files_now_is_left_alone),
    };
    return cmocka_run_group_tests(tests, nullptr, nullptr);
}
