// Listeners come and go while other threads have something to tell.
#include "support/camera.hpp"

#include "support/context.hpp"

using namespace v4lxx::test;

namespace {

struct Listener {
    std::atomic<uint64_t> heard{0};
    std::atomic<int> inside{0};
    std::atomic<bool> ended{false}, heard_after_the_end{false};
};

void hear(const v4lxx_log_record *record, void *me)
{
    auto &listener = *static_cast<Listener *>(me);
    listener.inside++;
    if (listener.ended || v4lxx_log_record_get_message(record)[0] == '\0')
        listener.heard_after_the_end = true;
    listener.heard++;
    listener.inside--;
}

void end(void *me)
{
    auto &listener = *static_cast<Listener *>(me);
    if (listener.inside != 0)
        listener.heard_after_the_end = true;
    listener.ended = true;
}

}  // namespace

static void U36_listeners_change_while_threads_tell(void **)
{
    constexpr int rounds = 200;
    Context context;
    std::vector<std::unique_ptr<Listener>> listeners;
    for (int i = 0; i < rounds; i++)
        listeners.push_back(std::make_unique<Listener>());
    std::atomic<bool> done{false};
    std::vector<std::thread> tellers;
    for (int t = 0; t < 3; t++)
        tellers.emplace_back([&, t] {
            // A name of its own each time: nothing is kept back.
            for (int i = 0; !done; i++) {
                v4lxx_device *device = nullptr;
                const std::string name = "/dev/none-" + std::to_string(t) + "-" + std::to_string(i);
                v4lxx_device_open(context.get(), name.c_str(), nullptr, &device, nullptr);
            }
        });
    uint64_t heard = 0;
    for (const auto &listener : listeners) {
        ASSERT_OK(v4lxx_context_set_log(context.get(), V4LXX_LOG_DEBUG, hear, listener.get(), end, &error));
        for (int i = 0; i < 1000 && listener->heard < 3; i++)
            std::this_thread::yield();
        ASSERT_OK(v4lxx_context_set_log(context.get(), V4LXX_LOG_NONE, nullptr, nullptr, nullptr, &error));
    }
    done = true;
    for (std::thread &teller : tellers)
        teller.join();
    for (const auto &listener : listeners) {
        assert_true(listener->ended);
        assert_false(listener->heard_after_the_end);
        heard += listener->heard;
    }
    assert_true(heard > 0);
}

int main()
{
    std::thread([] {}).join();  // a sanitizer starts a thread of its own with the first one, before anybody counts
    const CMUnitTest tests[] = {
        cmocka_unit_test(U36_listeners_change_while_threads_tell),
    };
    return cmocka_run_group_tests(tests, nullptr, nullptr);
}
