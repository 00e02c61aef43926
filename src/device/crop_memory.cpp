#include "device/crop_memory.hpp"

#include "kernel/selection_calls.hpp"
#include "uapi/videodev2.hpp"

#include <cerrno>

namespace v4lxx::device {

void CropMemory::set(const kernel::Rectangle &crop, int refusal)
{
    std::lock_guard lock(mutex_);
    crop_ = crop;
    refusal_ = refusal;
    version_.fetch_add(1, std::memory_order_release);
}

void CropMemory::ask(kernel::Node &node)
{
    {
        std::lock_guard lock(mutex_);
        if (refusal_ != 0)
            return;
    }
    const auto crop = kernel::get_selection(node, V4L2_SEL_TGT_CROP);
    if (crop)
        set(*crop, 0);
    else
        set({}, crop.failure().code == Code::no_selection ? crop.failure().sys_errno : 0);
}

void CropMemory::note(const kernel::Rectangle &crop) { set(crop, 0); }

void CropMemory::forget_input()
{
    std::lock_guard lock(mutex_);
    if (refusal_ != ENOTTY)
        refusal_ = 0;
}

void CropMemory::forget_device() { set({}, 0); }

kernel::Rectangle CropMemory::get() const
{
    std::lock_guard lock(mutex_);
    return crop_;
}

}  // namespace v4lxx::device
