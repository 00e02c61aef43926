#include "device/selection.hpp"

#include "base/text.hpp"
#include "device/request.hpp"
#include "kernel/selection_calls.hpp"
#include "uapi/videodev2.hpp"

namespace v4lxx::device {

using kernel::Rectangle;

static std::string signed_text(int32_t value) { return std::string(value < 0 ? "" : "+").append(std::to_string(value)); }

// "640x480+16+0", as X11 writes it.
static std::string rectangle_text(const Rectangle &rectangle)
{
    return size_text(rectangle.width, rectangle.height) + signed_text(rectangle.left) + signed_text(rectangle.top);
}

Result<Rectangle> read_selection(Device &device, uint32_t target)
{
    return request<Rectangle>(device, "ask for the rectangle", [&] { return kernel::get_selection(device.node(), target); });
}

Result<Rectangle> set_selection(Device &device, uint32_t target, uint32_t flags, const Rectangle &wanted)
{
    auto granted = request<Rectangle>(device, "set the rectangle",
                                      [&] { return kernel::set_selection(device.node(), target, flags, wanted); });
    if (!granted)
        return std::move(granted).failure().asking(rectangle_text(wanted));
    // Frames of a stream that runs say it from now on. Where the picture is put may change what is taken.
    if (target == V4L2_SEL_TGT_CROP)
        device.crop().note(*granted);
    else if (device.crop().get().width != 0)
        device.crop().ask(device.node());
    device.settings().remember(SettingsMemory::Kind::selection, target,
                               [=](Device &again) { return set_selection(again, target, flags, wanted); });
    return granted;
}

}  // namespace v4lxx::device
