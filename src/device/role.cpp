#include "device/role.hpp"

#include "uapi/videodev2.hpp"

#include <array>

namespace v4lxx::device {

namespace {

struct Rule {
    uint32_t any_of;
    Role role;
};

// The first rule that fits: a touch surface also "captures", a receiver that captures video has a tuner too.
constexpr Rule rules[] = {
    {V4L2_CAP_TOUCH, Role::touch},
    {V4L2_CAP_VIDEO_M2M | V4L2_CAP_VIDEO_M2M_MPLANE, Role::m2m},
    {V4L2_CAP_VIDEO_CAPTURE | V4L2_CAP_VIDEO_CAPTURE_MPLANE, Role::capture},
    {V4L2_CAP_VIDEO_OUTPUT | V4L2_CAP_VIDEO_OUTPUT_MPLANE, Role::output},
    {V4L2_CAP_META_CAPTURE, Role::metadata_capture},
    {V4L2_CAP_META_OUTPUT, Role::metadata_output},
    {V4L2_CAP_VBI_CAPTURE | V4L2_CAP_SLICED_VBI_CAPTURE, Role::vbi_capture},
    {V4L2_CAP_VBI_OUTPUT | V4L2_CAP_SLICED_VBI_OUTPUT, Role::vbi_output},
    {V4L2_CAP_SDR_CAPTURE, Role::sdr_receiver},
    {V4L2_CAP_SDR_OUTPUT, Role::sdr_transmitter},
};

constexpr std::array<const char *, 14> names = {"unknown", "capture", "output",    "m2m", "meta",    "meta-out", "vbi",
                                                "vbi-out", "radio",   "radio-out", "sdr", "sdr-out", "touch",    "subdev"};

}  // namespace

Role role_of(uint32_t device_caps)
{
    for (const Rule &rule : rules)
        if ((device_caps & rule.any_of) != 0)
            return rule.role;
    if ((device_caps & V4L2_CAP_RADIO) != 0)
        return (device_caps & V4L2_CAP_MODULATOR) != 0 ? Role::radio_transmitter : Role::radio_receiver;
    return Role::unknown;
}

const char *role_name(Role role)
{
    const auto number = static_cast<uint32_t>(role);
    return number < names.size() ? names[number] : names[0];
}

}  // namespace v4lxx::device
