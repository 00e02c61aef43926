#include "kernel/linux/process_mark.hpp"

#include <sys/mman.h>
#include <unistd.h>

namespace v4lxx::kernel {

static size_t page_size() { return static_cast<size_t>(sysconf(_SC_PAGESIZE)); }

ProcessMark::ProcessMark() noexcept
{
    void *page = mmap(nullptr, page_size(), PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
    if (page == MAP_FAILED)
        return;
    if (madvise(page, page_size(), MADV_WIPEONFORK) < 0) {
        munmap(page, page_size());
        return;
    }
    page_ = static_cast<volatile unsigned char *>(page);
    *page_ = 1;
}

ProcessMark::~ProcessMark()
{
    if (page_ != nullptr)
        munmap(const_cast<unsigned char *>(page_), page_size());
}

}  // namespace v4lxx::kernel
