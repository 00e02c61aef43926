#include "kernel/sim/plug_monitor.hpp"

namespace v4lxx::kernel::sim {

namespace {

class PlugMonitor : public Monitor {
public:
    PlugMonitor(std::shared_ptr<PlugBoard> board, std::function<void()> catch_up)
        : board_(std::move(board)), catch_up_(std::move(catch_up))
    {
    }
    ~PlugMonitor() override { board_->remove(&watcher_); }

    int open()
    {
        if (int rc = watcher_.alarm.open(); rc < 0)
            return rc;
        board_->add(&watcher_);
        return 0;
    }
    std::vector<int> fds() const override { return {watcher_.alarm.fd()}; }
    Signs drain() override
    {
        catch_up_();
        return {false, board_->take(&watcher_)};
    }

private:
    const std::shared_ptr<PlugBoard> board_;
    const std::function<void()> catch_up_;
    PlugBoard::Watcher watcher_;
};

}  // namespace

int make_plug_monitor(std::shared_ptr<PlugBoard> board, std::function<void()> catch_up, std::unique_ptr<Monitor> *out)
{
    auto monitor = std::make_unique<PlugMonitor>(std::move(board), std::move(catch_up));
    const int rc = monitor->open();
    if (rc == 0)
        *out = std::move(monitor);
    return rc;
}

}  // namespace v4lxx::kernel::sim
