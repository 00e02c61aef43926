// Reference counts, the gate, the wall of text: what every layer stands on.
#include "support/check.hpp"

#include "base/error_report.hpp"
#include "base/gate.hpp"
#include "base/object.hpp"
#include "base/status_table.hpp"
#include "base/text.hpp"
#include "stream/sequence.hpp"

#include <cerrno>
#include <clocale>

using namespace v4lxx;

namespace {

std::atomic<int> ended{0};

class Counted final : public Object {
    ~Counted() override { ended++; }
};

[[maybe_unused]] const char *misuse;  // release builds notice nothing
[[maybe_unused]] void note_misuse(const char *what) { misuse = what; }

struct Door {
    Gate gate_;
    std::atomic<int> closed{0};
    bool enter() noexcept { return gate_.enter(); }
    Gate &gate() { return gate_; }
    void finish_close() { closed++; }
};

}  // namespace

static void abi_an_object_ends_with_its_last_reference(void **)
{
    ended = 0;
    auto *object = new Counted;
    {
        auto other = Ref<Counted>::share(object);
        assert_int_equal(object->ref_count(), 2);
        object->unref();
        assert_int_equal(ended, 0);
    }
    assert_int_equal(ended, 1);
}

static void abi_references_from_8_threads_end_it_once(void **)
{
    ended = 0;
    auto *object = new Counted;
    std::vector<std::thread> threads;
    for (int t = 0; t < 8; t++) {
        object->ref();
        threads.emplace_back([object] {
            for (int i = 0; i < 20000; i++) {
                object->ref();
                object->unref();
            }
            object->unref();
        });
    }
    for (std::thread &thread : threads)
        thread.join();
    assert_int_equal(ended, 0);
    assert_int_equal(object->ref_count(), 1);
    object->unref();
    assert_int_equal(ended, 1);
}

// Only debug builds keep the memory of the dead that long; in release builds this is undefined, as the documentation says.
static void abi_one_unref_too_many_is_caught_in_debug_builds(void **)
{
#ifndef NDEBUG
    ended = 0;
    misuse = nullptr;
    set_misuse_trap(note_misuse);
    auto *object = new Counted;
    object->unref();
    assert_null(misuse);
    object->unref();
    assert_non_null(misuse);
    misuse = nullptr;
    object->ref();
    assert_non_null(misuse);
    set_misuse_trap(nullptr);
    assert_int_equal(ended, 1);
#else
    assert_int_equal(quarantined_objects(), 0);
#endif
}

static void abi_the_last_call_inside_a_shut_gate_closes_once(void **)
{
    Door door;
    {
        Inside a(door);
        assert_true(static_cast<bool>(a));
        assert_false(door.gate().shut());
        Inside b(door);
        assert_false(static_cast<bool>(b));
        assert_int_equal(door.closed, 0);
    }
    assert_int_equal(door.closed, 1);
    assert_false(door.gate().shut());

    Door empty;
    assert_true(empty.gate().shut());  // nobody inside: the caller closes
    assert_false(empty.gate().shut());
}

static void abi_a_gate_shut_under_8_threads_closes_once(void **)
{
    for (int round = 0; round < 200; round++) {
        Door door;
        std::vector<std::thread> threads;
        for (int t = 0; t < 7; t++)
            threads.emplace_back([&] {
                for (int i = 0; i < 50; i++)
                    Inside inside(door);
            });
        threads.emplace_back([&] {
            if (door.gate().shut())
                door.finish_close();
        });
        for (std::thread &thread : threads)
            thread.join();
        assert_int_equal(door.closed, 1);
    }
}

static void S33_sequence_numbers(void **)
{
    stream::SequenceTracker tracker;
    auto check = [&](uint32_t driver, uint32_t number, uint32_t missing) {
        const auto step = tracker.take(driver);
        assert_int_equal(step.number, number);
        assert_int_equal(step.missing, missing);
    };
    check(100, 0, 0);  // a driver need not begin with 0
    check(101, 1, 0);
    check(105, 5, 3);  // three are missing
    check(105, 5, 0);  // two fields share a number
    check(3, 6, 0);    // begun anew
    check(4, 7, 0);
    check(0x80000005u, 8, 0);  // half the range ahead is behind
    check(0xffffffffu, 0x80000002u, 0x7ffffff9u);
    check(0, 0x80000003u, 0);  // a wrap is no gap
}

static void errors_message_has_its_six_parts_and_a_stable_code(void **)
{
    setlocale(LC_ALL, "");
    Failure failure;
    failure.code = Code::usb_bandwidth;
    failure.sys_errno = ENOSPC;
    failure.request = "VIDIOC_STREAMON";
    failure.cause = "another camera streams";
    failure.cause_checked = true;
    const ErrorReport report(std::move(failure).in("start streaming").on("\"C920\" (/dev/video2)").asking("MJPG 1920x1080"));
    assert_string_equal(
        report.message.c_str(),
        "cannot start streaming on \"C920\" (/dev/video2): USB bandwidth is exhausted; it is not about disk space "
        "[V4LXX-E0231]\n"
        "  asked:  MJPG 1920x1080\n"
        "  kernel: VIDIOC_STREAMON: ENOSPC\n"
        "  why:    another camera streams (checked)\n"
        "  try:    Ask for a smaller size, a lower rate or a compressed format, or use another USB port.");
    assert_string_equal(report.answer.c_str(), "VIDIOC_STREAMON: ENOSPC");
}

// What the advice says can be pasted: the word DEVICE in it becomes the name that opens the device.
static void section3_advice_names_the_device_as_a_word_of_a_shell(void **)
{
    const struct {
        const char *device, *advice;
    } cases[] = {
        {"\"C920\" (/dev/video2)", "List them: v4lxx input /dev/video2"},
        {"/dev/video2", "List them: v4lxx input /dev/video2"},
        {"\"odd \" (card)\" (sim:camera,card=a)", "List them: v4lxx input sim:camera,card=a"},
        {"\"a\" (sim:camera,card=it's a b)", "List them: v4lxx input 'sim:camera,card=it'\\''s a b'"},
        {"\"opened by descriptor\"", "List them: v4lxx input DEVICE"},
        {"", "List them: v4lxx input DEVICE"},
    };
    for (const auto &one : cases) {
        Failure failure;
        failure.code = Code::input_not_found;
        failure.device = one.device;
        failure.advice = "List them: v4lxx input DEVICE";
        assert_string_equal(failure.hint().c_str(), one.advice);
    }
    Failure failure;
    failure.advice = "Look at DEVICES, or at the middle of /dev/DEVICE";
    failure.device = "/dev/video0";
    assert_string_equal(failure.hint().c_str(), failure.advice.c_str());
    failure.advice = "v4lxx formats DEVICE --explain";
    assert_string_equal(failure.hint().c_str(), "v4lxx formats /dev/video0 --explain");
}

static void errors_an_upper_layer_does_not_overwrite_what_a_lower_one_said(void **)
{
    const Failure failure = Failure().in("map a buffer").in("start streaming").on("a").on("b").asking("x").asking("y");
    assert_string_equal(failure.operation.c_str(), "map a buffer");
    assert_string_equal(failure.device.c_str(), "a");
    assert_string_equal(failure.asked.c_str(), "x");
}

static void errors_every_code_belongs_to_a_failure_and_has_a_meaning(void **)
{
    int codes = 0;
    for (uint32_t number = 0; number < 1000; number++)
        if (const CodeEntry *entry = find_code(number)) {
            codes++;
            assert_true(static_cast<int32_t>(entry->status) < 0);
            assert_true(std::string(entry->meaning).size() > 10);
            assert_non_null(find_status(static_cast<int32_t>(entry->status)));
        }
    assert_true(codes > 50);
    assert_string_equal(code_label(Code::null_argument).c_str(), "V4LXX-E0001");
}

static void S24_strings_of_the_kernel_become_safe(void **)
{
    auto safe = [](const std::string &bytes) { return sanitised(bytes.data(), bytes.size()); };
    assert_string_equal(safe("camera").c_str(), "camera");
    assert_string_equal(safe(std::string("cam\0rubbish", 11)).c_str(), "cam");
    assert_string_equal(safe("no end" + std::string(26, 'x')).c_str(), ("no end" + std::string(26, 'x')).c_str());
    assert_string_equal(safe("K\xc3\xa4mera").c_str(), "K\xc3\xa4mera");
    assert_string_equal(safe("K\xe4mera").c_str(), "K?mera");
    assert_string_equal(safe("cut\xc3").c_str(), "cut?");
    assert_string_equal(safe("a\x1b[31m\nb\x7f").c_str(), "a?[31m?b?");
    assert_string_equal(safe("\xed\xa0\x80\xc0\x80\xf5").c_str(), "??????");
}

static void errors_fourccs_are_text_and_hex(void **)
{
    assert_string_equal(fourcc_text(0x56595559).c_str(), "YUYV (0x56595559)");
    assert_string_equal(fourcc_text(0xb6315559u).c_str(), "YU16-BE (0xb6315559)");
    assert_string_equal(fourcc_text(0x00000001).c_str(), ".... (0x1)");
}

int main()
{
    const CMUnitTest tests[] = {
        cmocka_unit_test(abi_an_object_ends_with_its_last_reference),
        cmocka_unit_test(abi_references_from_8_threads_end_it_once),
        cmocka_unit_test(abi_one_unref_too_many_is_caught_in_debug_builds),
        cmocka_unit_test(abi_the_last_call_inside_a_shut_gate_closes_once),
        cmocka_unit_test(abi_a_gate_shut_under_8_threads_closes_once),
        cmocka_unit_test(S33_sequence_numbers),
        cmocka_unit_test(errors_message_has_its_six_parts_and_a_stable_code),
        cmocka_unit_test(errors_an_upper_layer_does_not_overwrite_what_a_lower_one_said),
        cmocka_unit_test(section3_advice_names_the_device_as_a_word_of_a_shell),
        cmocka_unit_test(errors_every_code_belongs_to_a_failure_and_has_a_meaning),
        cmocka_unit_test(S24_strings_of_the_kernel_become_safe),
        cmocka_unit_test(errors_fourccs_are_text_and_hex),
    };
    return cmocka_run_group_tests(tests, nullptr, nullptr);
}
