// Tells a forked child from the process that made the mark, without a system call: one page that the kernel wipes on fork.
#pragma once

namespace v4lxx::kernel {

class ProcessMark {
public:
    ProcessMark() noexcept;
    ~ProcessMark();
    ProcessMark(const ProcessMark &) = delete;
    ProcessMark &operator=(const ProcessMark &) = delete;

    bool is_forked_child() const noexcept { return page_ != nullptr && *page_ == 0; }

private:
    volatile unsigned char *page_ = nullptr;  // null where the kernel cannot wipe (before 4.14): then forks are not seen
};

}  // namespace v4lxx::kernel
