// Bytes whose neighbours cannot be read: behind them, or before them, begins a page without any rights.
#pragma once

#include <cstdarg>
#include <cstddef>
#include <cstdint>
#include <setjmp.h>

#include <sys/mman.h>
#include <unistd.h>

extern "C" {
#include <cmocka.h>
}

class Guarded {
public:
    explicit Guarded(size_t size, bool at_start)
    {
        const auto page = static_cast<size_t>(sysconf(_SC_PAGESIZE));
        inner_ = (size + page - 1) / page * page;
        length_ = inner_ + 2 * page;
        base_ = static_cast<uint8_t *>(mmap(nullptr, length_, PROT_NONE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0));
        assert_true(base_ != MAP_FAILED);
        assert_int_equal(mprotect(base_ + page, inner_, PROT_READ | PROT_WRITE), 0);
        data_ = at_start ? base_ + page : base_ + page + inner_ - size;
    }
    Guarded(Guarded &&other) noexcept : base_(other.base_), data_(other.data_), length_(other.length_), inner_(other.inner_)
    {
        other.base_ = nullptr;
    }
    ~Guarded()
    {
        if (base_ != nullptr)
            munmap(base_, length_);
    }
    uint8_t *data() { return data_; }

private:
    uint8_t *base_, *data_;
    size_t length_, inner_;
};
