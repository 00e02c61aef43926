#include "kernel/standard_calls.hpp"

#include "base/text.hpp"
#include "kernel/enumeration.hpp"
#include "kernel/kernel_failure.hpp"

namespace v4lxx::kernel {

static constexpr uint32_t max_standards = 256;  // 64 bits and some names for several of them
static constexpr uint32_t max_lines = 10000;    // 1250 was the most of any analog system

static Result<Standard> checked(const v4l2_standard &raw)
{
    if (raw.id == 0)
        return impossible(Code::value_impossible, VIDIOC_ENUMSTD, "id", 0, "a standard has at least one bit");
    if (raw.framelines > max_lines)
        return impossible(Code::value_impossible, VIDIOC_ENUMSTD, "framelines", raw.framelines,
                          "a picture has up to 10000 lines");
    return Standard{raw.id, sanitised(raw.name, sizeof raw.name), checked(raw.frameperiod), raw.framelines};
}

Result<std::vector<Standard>> enumerate_standards(Node &node)
{
    return enumerate<Standard>(node, VIDIOC_ENUMSTD, max_standards, v4l2_standard{},
                               [](const v4l2_standard &raw) { return checked(raw); });
}

static Result<uint64_t> ask(Node &node, unsigned long request)
{
    v4l2_std_id bits = 0;
    if (int rc = node.ioctl(request, &bits); rc < 0)
        return kernel_failure(rc, request);
    return uint64_t{bits};
}

Result<uint64_t> get_standard(Node &node) { return ask(node, VIDIOC_G_STD); }
Result<uint64_t> query_standard(Node &node) { return ask(node, VIDIOC_QUERYSTD); }

Result<void> set_standard(Node &node, uint64_t bits)
{
    v4l2_std_id wanted = bits;
    if (int rc = node.ioctl(VIDIOC_S_STD, &wanted); rc < 0)
        return kernel_failure(rc, VIDIOC_S_STD);
    return {};
}

}  // namespace v4lxx::kernel
