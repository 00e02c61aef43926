#include "device/negotiation.hpp"

#include "base/text.hpp"

namespace v4lxx::device {

uint32_t differences(const kernel::Format &wanted, const kernel::Format &granted)
{
    uint32_t bits = 0;
    auto compare = [&](uint32_t w, uint32_t g, Difference bit) {
        if (w != 0 && w != g)
            bits |= bit;
    };
    compare(wanted.fourcc, granted.fourcc, differs_fourcc);
    compare(wanted.width, granted.width, differs_width);
    compare(wanted.height, granted.height, differs_height);
    compare(wanted.field, granted.field, differs_field);
    compare(wanted.colorspace, granted.colorspace, differs_colorspace);
    compare(wanted.ycbcr_encoding, granted.ycbcr_encoding, differs_ycbcr_encoding);
    compare(wanted.quantization, granted.quantization, differs_quantization);
    compare(wanted.transfer_function, granted.transfer_function, differs_transfer_function);
    for (uint32_t i = 0; i < kernel::max_planes; i++)
        compare(wanted.planes[i].stride_bytes, granted.planes[i].stride_bytes, differs_stride);
    return bits;
}

Result<kernel::Format> completed(kernel::Node &node, kernel::Api api, const kernel::Format &wanted)
{
    kernel::Format complete = wanted;
    if (wanted.fourcc == 0 || wanted.width == 0 || wanted.height == 0) {
        auto now = kernel::get_format(node, api);
        if (!now)
            return std::move(now).failure();
        if (complete.fourcc == 0)
            complete.fourcc = now->fourcc;
        if (complete.width == 0)
            complete.width = now->width;
        if (complete.height == 0)
            complete.height = now->height;
    }
    for (uint32_t i = 0; i < kernel::max_planes; i++)
        if (wanted.planes[i].stride_bytes != 0)
            complete.plane_count = i + 1;
    return complete;
}

std::string format_text(const kernel::Format &format)
{
    std::string text = format.fourcc != 0 ? fourcc_text(format.fourcc) : "any format";
    if (format.width != 0 || format.height != 0)
        text.append(" ").append(size_text(format.width, format.height));
    return text;
}

}  // namespace v4lxx::device
