#include "kernel/request_names.hpp"

#include "uapi/videodev2.hpp"

#include <iterator>

namespace v4lxx::kernel {

namespace {

struct RequestName {
    unsigned long number;
    const char *name;
};

#define REQUEST(name) {static_cast<unsigned long>(name), #name}
constexpr RequestName request_names[] = {
    REQUEST(VIDIOC_QUERYCAP),
    REQUEST(VIDIOC_ENUM_FMT),
    REQUEST(VIDIOC_G_FMT),
    REQUEST(VIDIOC_S_FMT),
    REQUEST(VIDIOC_TRY_FMT),
    REQUEST(VIDIOC_REQBUFS),
    REQUEST(VIDIOC_QUERYBUF),
    REQUEST(VIDIOC_QBUF),
    REQUEST(VIDIOC_DQBUF),
    REQUEST(VIDIOC_EXPBUF),
    REQUEST(VIDIOC_STREAMON),
    REQUEST(VIDIOC_STREAMOFF),
    REQUEST(VIDIOC_G_PARM),
    REQUEST(VIDIOC_S_PARM),
    REQUEST(VIDIOC_ENUM_FRAMESIZES),
    REQUEST(VIDIOC_ENUM_FRAMEINTERVALS),
    REQUEST(VIDIOC_CREATE_BUFS),
    REQUEST(VIDIOC_PREPARE_BUF),
    REQUEST(VIDIOC_ENUMINPUT),
    REQUEST(VIDIOC_G_INPUT),
    REQUEST(VIDIOC_S_INPUT),
    REQUEST(VIDIOC_G_STD),
    REQUEST(VIDIOC_S_STD),
    REQUEST(VIDIOC_QUERYSTD),
    REQUEST(VIDIOC_G_CTRL),
    REQUEST(VIDIOC_S_CTRL),
    REQUEST(VIDIOC_QUERYCTRL),
    REQUEST(VIDIOC_QUERY_EXT_CTRL),
    REQUEST(VIDIOC_QUERYMENU),
    REQUEST(VIDIOC_G_EXT_CTRLS),
    REQUEST(VIDIOC_S_EXT_CTRLS),
    REQUEST(VIDIOC_TRY_EXT_CTRLS),
    REQUEST(VIDIOC_G_SELECTION),
    REQUEST(VIDIOC_S_SELECTION),
    REQUEST(VIDIOC_G_CROP),
    REQUEST(VIDIOC_S_CROP),
    REQUEST(VIDIOC_CROPCAP),
    REQUEST(VIDIOC_G_DV_TIMINGS),
    REQUEST(VIDIOC_S_DV_TIMINGS),
    REQUEST(VIDIOC_QUERY_DV_TIMINGS),
    REQUEST(VIDIOC_ENUMSTD),
    REQUEST(VIDIOC_ENUM_DV_TIMINGS),
    REQUEST(VIDIOC_DV_TIMINGS_CAP),
    REQUEST(VIDIOC_SUBSCRIBE_EVENT),
    REQUEST(VIDIOC_UNSUBSCRIBE_EVENT),
    REQUEST(VIDIOC_DQEVENT),
    REQUEST(VIDIOC_G_PRIORITY),
    REQUEST(VIDIOC_S_PRIORITY),
    REQUEST(VIDIOC_LOG_STATUS),
};
#undef REQUEST

}  // namespace

const char *request_name(unsigned long request)
{
    for (const RequestName &entry : request_names)
        if (entry.number == request)
            return entry.name;
    return "ioctl";
}

const char *request_name_at(size_t index) { return index < std::size(request_names) ? request_names[index].name : nullptr; }

unsigned long request_number(std::string_view name)
{
    for (const RequestName &entry : request_names)
        if (entry.name == name)
            return entry.number;
    return 0;
}

}  // namespace v4lxx::kernel
