// The rules for messages, over the whole table: every call the library makes, every errno of the kernel, every state of a handle.
#include "kernel/kernel_failure.hpp"
#include "support/check.hpp"

#include "base/errnos.hpp"
#include "base/error_report.hpp"
#include "base/status_table.hpp"
#include "kernel/format_calls.hpp"
#include "kernel/request_names.hpp"

#include <cerrno>
#include <clocale>
#include <cstdlib>
#include <cstring>
#include <set>

using namespace v4lxx;

namespace {

constexpr const char *device = "\"HD Pro Webcam C920\" (/dev/video2)";

// Every ioctl that has a name in the library, and the calls that are no ioctl.
std::vector<const char *> calls()
{
    std::vector<const char *> names = {"open", "fcntl", "mmap", "ppoll", "epoll_create1", "eventfd", "opendir", "readlink"};
    for (size_t i = 0; kernel::request_name_at(i) != nullptr; i++)
        names.push_back(kernel::request_name_at(i));
    return names;
}

std::vector<int> errnos()
{
    std::vector<int> numbers;
    for (int number = 1; number < 2000; number++)
        if (find_errno(number) != nullptr || number < 134 || (number >= 512 && number <= 531))
            numbers.push_back(number);
    return numbers;
}

template <class F>
void for_the_whole_table(F &&check)
{
    for (const char *call : calls())
        for (const int number : errnos())
            for (const DeviceState state : {DeviceState::any, DeviceState::streaming, DeviceState::holding}) {
                Failure failure = kernel::call_failure(-number, call);
                kernel::explain_in_state(failure, state);
                check(ErrorReport(std::move(failure).in("start streaming").on(device).asking("MJPG 1920x1080")), call, number);
            }
}

bool has(const std::string &text, const std::string &part) { return text.find(part) != std::string::npos; }

#define MUST(condition, report)                                                  \
    do {                                                                         \
        if (!(condition))                                                        \
            fail_msg("%s does not hold for:\n%s", #condition, (report).message.c_str()); \
    } while (0)

}  // namespace

static void bar4_no_errno_stands_without_operation_device_and_call(void **)
{
    size_t rows = 0;
    for_the_whole_table([&](const ErrorReport &report, const char *call, int number) {
        const std::string &message = report.message;
        MUST(has(message, std::string("cannot start streaming on ") + device + ": "), report);
        MUST(has(message, "[" + code_label(report.failure.code) + "]"), report);
        MUST(has(message, std::string("\n  kernel: ") + call + ": " + errno_name(number)), report);
        MUST(has(message, "\n  asked:  MJPG 1920x1080"), report);
        MUST(report.failure.sys_errno == number, report);
        rows++;
    });
    print_message("%zu calls x %zu errnos x 3 states: %zu messages\n", calls().size(), errnos().size(), rows);
    assert_true(calls().size() > 45 && errnos().size() > 150);
}

static void bar4_every_message_says_what_to_try_and_marks_what_is_a_guess(void **)
{
    for_the_whole_table([&](const ErrorReport &report, const char *, int) {
        MUST(has(report.message, "\n  try:    "), report);
        MUST(report.failure.cause.empty() ||
                 has(report.message, report.failure.cause + (report.failure.cause_checked ? " (checked)" : " (a guess)")),
             report);
        MUST(!report.cause.empty() && !report.advice.empty(), report);
        MUST(!has(report.message, "Success") && !has(report.message, "success"), report);
    });
}

// The texts of the C library: "No space left on device" is not about a disk, "Inappropriate ioctl for device" not about a terminal.
static void bar4_no_text_of_the_C_library_is_used(void **)
{
    for_the_whole_table([&](const ErrorReport &report, const char *, int number) {
        MUST(!has(report.message, strerror(number)), report);
        MUST(number != ENOSPC || !has(report.message, "disk") || has(report.message, "not about disk"), report);
    });
}

// EACCES at open and on a request are two things; so are EBUSY of a stream here and elsewhere.
static void S28_EACCES_of_open_and_of_a_request_never_share_a_text(void **)
{
    const Failure at_open = kernel::call_failure(-EACCES, "open");
    assert_true(at_open.code == Code::open_denied);
    for (const char *call : calls())
        if (std::strcmp(call, "open") != 0)
            for (const int number : {EACCES, EPERM})
                assert_true(kernel::call_failure(-number, call).code != at_open.code);
}

static void U04_EBUSY_is_always_BUSY_and_the_handle_itself_is_told_apart(void **)
{
    for (const char *call : calls())
        assert_true(kernel::call_failure(-EBUSY, call).status() == Status::error_busy ||
                    std::strcmp(call, "VIDIOC_QBUF") == 0 || std::strcmp(call, "mmap") == 0);
    Failure failure = kernel::call_failure(-EBUSY, "VIDIOC_S_FMT");
    assert_true(failure.code == Code::format_busy && !failure.cause_checked);
    kernel::explain_in_state(failure, DeviceState::streaming);
    assert_true(failure.code == Code::own_stream_busy && failure.cause_checked);
    failure = kernel::call_failure(-EBUSY, "VIDIOC_REQBUFS");
    kernel::explain_in_state(failure, DeviceState::holding);
    assert_true(failure.code == Code::buffers_still_held);
    failure = kernel::call_failure(-ENOSPC, "VIDIOC_STREAMON");
    kernel::explain_in_state(failure, DeviceState::streaming);
    assert_true(failure.code == Code::usb_bandwidth);
}

static void bar4_the_errnos_with_a_meaning_of_their_own(void **)
{
    for (const char *call : calls()) {
        assert_true(kernel::call_failure(-ENODEV, call).code == Code::device_gone);
        assert_true(kernel::call_failure(-ENXIO, call).code == Code::device_gone);
        assert_true(kernel::call_failure(-EMFILE, call).code == Code::too_many_files);
        assert_true(kernel::call_failure(-EPROTO, call).code == Code::usb_transfer_failed);
        assert_true(kernel::call_failure(-512, call).code == Code::errno_impossible);
        assert_true(kernel::call_failure(-ENOSPC, call).code != Code::open_failed);
        const Code without = kernel::call_failure(-ENOTTY, call).code;
        assert_true(code_entry(without).status == Status::error_unsupported || std::strcmp(call, "mmap") == 0);
    }
    assert_true(kernel::call_failure(-EPIPE, "VIDIOC_STREAMON").code == Code::pipeline_mismatch);
    assert_true(kernel::call_failure(-ENOLINK, "VIDIOC_STREAMON").code == Code::pipeline_not_linked);
    assert_true(has(kernel::call_failure(-EMFILE, "open").cause, "of this process"));
    assert_true(has(kernel::call_failure(-ENFILE, "open").cause, "of the whole system"));
}

static void bar4_messages_are_English_in_every_locale(void **)
{
    std::vector<std::string> before;
    for_the_whole_table([&](const ErrorReport &report, const char *, int) { before.push_back(report.message); });
    for (const char *locale : {"de_DE.UTF-8", "fr_FR.UTF-8", "ja_JP.UTF-8", "tr_TR.UTF-8", "C.UTF-8"}) {
        setenv("LC_ALL", locale, 1);
        setenv("LANGUAGE", locale, 1);
        std::setlocale(LC_ALL, "");
        size_t index = 0;
        for_the_whole_table([&](const ErrorReport &report, const char *, int) {
            MUST(report.message == before[index], report);
            for (const char c : report.message)
                MUST(static_cast<unsigned char>(c) < 0x80, report);
            index++;
        });
    }
    std::setlocale(LC_ALL, "C");
}

static void bar4_every_errno_of_the_kernel_has_a_name_and_an_explanation(void **)
{
    std::set<std::string> names;
    for (int number = 1; number < 134; number++) {
        const ErrnoEntry *entry = find_errno(number);
        if (entry == nullptr)
            continue;
        assert_true(names.insert(entry->name).second);
        assert_true(std::strlen(entry->explanation) > 5);
        assert_true(find_errno(std::string_view(entry->name)) == entry);
#if defined(__GLIBC__) && __GLIBC_PREREQ(2, 32)
        assert_string_equal(entry->name, strerrorname_np(number));
#endif
    }
#if defined(__GLIBC__) && __GLIBC_PREREQ(2, 32)
    for (int number = 1; number < 134; number++)
        assert_true((strerrorname_np(number) == nullptr) == (find_errno(number) == nullptr));
#endif
    assert_string_equal(errno_name(4711).c_str(), "errno 4711");
    assert_true(find_errno(std::string_view("enospc")) == find_errno(ENOSPC));
    assert_true(find_errno(std::string_view("ENOSPC2")) == nullptr && find_errno(std::string_view("")) == nullptr);
}

int main()
{
    const CMUnitTest tests[] = {
        cmocka_unit_test(bar4_no_errno_stands_without_operation_device_and_call),
        cmocka_unit_test(bar4_every_message_says_what_to_try_and_marks_what_is_a_guess),
        cmocka_unit_test(bar4_no_text_of_the_C_library_is_used),
        cmocka_unit_test(S28_EACCES_of_open_and_of_a_request_never_share_a_text),
        cmocka_unit_test(U04_EBUSY_is_always_BUSY_and_the_handle_itself_is_told_apart),
        cmocka_unit_test(bar4_the_errnos_with_a_meaning_of_their_own),
        cmocka_unit_test(bar4_messages_are_English_in_every_locale),
        cmocka_unit_test(bar4_every_errno_of_the_kernel_has_a_name_and_an_explanation),
    };
    return cmocka_run_group_tests(tests, nullptr, nullptr);
}
