#include "kernel/input_calls.hpp"

#include "base/text.hpp"
#include "kernel/enumeration.hpp"
#include "kernel/kernel_failure.hpp"

namespace v4lxx::kernel {

static constexpr uint32_t max_inputs = 128;  // the largest frame grabbers have 32

Result<std::vector<Input>> enumerate_inputs(Node &node)
{
    return enumerate<Input>(node, VIDIOC_ENUMINPUT, max_inputs, v4l2_input{}, [](const v4l2_input &raw) -> Result<Input> {
        return Input{sanitised(raw.name, sizeof raw.name), raw.type, raw.std, raw.status, raw.capabilities};
    });
}

Result<uint32_t> get_input(Node &node)
{
    int index = 0;
    if (int rc = node.ioctl(VIDIOC_G_INPUT, &index); rc < 0)
        return kernel_failure(rc, VIDIOC_G_INPUT);
    if (index < 0 || static_cast<uint32_t>(index) >= max_inputs)
        return impossible(Code::value_impossible, VIDIOC_G_INPUT, "input", static_cast<uint32_t>(index),
                          "an input has a number from 0 to 127");
    return static_cast<uint32_t>(index);
}

Result<void> set_input(Node &node, uint32_t index)
{
    auto wanted = static_cast<int>(index);
    if (int rc = node.ioctl(VIDIOC_S_INPUT, &wanted); rc < 0)
        return kernel_failure(rc, VIDIOC_S_INPUT);
    return {};
}

}  // namespace v4lxx::kernel
