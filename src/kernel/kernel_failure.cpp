// errno -> code. The kernel's errno values mean different things for different requests; this table is where that is written down.
#include "kernel/format_calls.hpp"
#include "kernel/request_names.hpp"
#include "uapi/videodev2.hpp"

#include <cerrno>

namespace v4lxx::kernel {

namespace {

struct Meaning {
    unsigned long request;  // 0: any
    int error;
    Code code;
    const char *cause;  // "" : the meaning of the code says it all
};

// The first row that fits is taken; rows of one request stand before rows of any.
constexpr Meaning meanings[] = {
    {VIDIOC_QUERYCAP, ENOTTY, Code::is_not_v4l2, ""},
    {VIDIOC_QUERYCAP, EINVAL, Code::is_not_v4l2, ""},
    {VIDIOC_S_FMT, EBUSY, Code::format_busy, ""},
    {VIDIOC_S_FMT, EINVAL, Code::format_refused, ""},
    {VIDIOC_TRY_FMT, EINVAL, Code::format_refused, ""},
    {VIDIOC_G_FMT, EINVAL, Code::not_a_capture_device, ""},
    {VIDIOC_S_FMT, ENOSPC, Code::usb_bandwidth, "ENOSPC from a camera means USB bandwidth"},
    {VIDIOC_S_INPUT, EINVAL, Code::input_not_found, ""},
    {VIDIOC_S_INPUT, EBUSY, Code::input_busy, ""},
    {VIDIOC_G_STD, ENODATA, Code::no_standards, ""},
    {VIDIOC_G_STD, ENOTTY, Code::no_standards, ""},
    {VIDIOC_S_STD, ENODATA, Code::no_standards, ""},
    {VIDIOC_S_STD, ENOTTY, Code::no_standards, ""},
    {VIDIOC_QUERYSTD, ENODATA, Code::no_standards, ""},
    {VIDIOC_QUERYSTD, ENOTTY, Code::no_standards, ""},
    {VIDIOC_G_STD, EINVAL, Code::no_standards, ""},
    {VIDIOC_QUERYSTD, EINVAL, Code::no_standards, ""},
    {VIDIOC_S_STD, EINVAL, Code::standard_refused, ""},
    {VIDIOC_S_STD, EBUSY, Code::standard_busy, ""},
    {VIDIOC_QUERYSTD, EBUSY, Code::standard_busy, "the driver does not look for a standard while the device streams"},
    {VIDIOC_G_DV_TIMINGS, ENODATA, Code::no_timings, ""},
    {VIDIOC_G_DV_TIMINGS, ENOTTY, Code::no_timings, ""},
    {VIDIOC_S_DV_TIMINGS, ENODATA, Code::no_timings, ""},
    {VIDIOC_S_DV_TIMINGS, ENOTTY, Code::no_timings, ""},
    {VIDIOC_QUERY_DV_TIMINGS, ENODATA, Code::no_timings, ""},
    {VIDIOC_QUERY_DV_TIMINGS, ENOTTY, Code::no_timings, ""},
    {VIDIOC_DV_TIMINGS_CAP, ENODATA, Code::no_timings, ""},
    {VIDIOC_DV_TIMINGS_CAP, ENOTTY, Code::no_timings, ""},
    {VIDIOC_S_DV_TIMINGS, EINVAL, Code::timings_refused, ""},
    {VIDIOC_S_DV_TIMINGS, ERANGE, Code::timings_refused, ""},
    {VIDIOC_S_DV_TIMINGS, EBUSY, Code::timings_busy, ""},
    {VIDIOC_QUERY_DV_TIMINGS, EBUSY, Code::timings_busy, "the driver does not look for a signal while the device streams"},
    {VIDIOC_QUERY_DV_TIMINGS, ENOLINK, Code::no_signal, ""},
    {VIDIOC_QUERY_DV_TIMINGS, ENOLCK, Code::signal_not_locked, ""},
    {VIDIOC_QUERY_DV_TIMINGS, ERANGE, Code::signal_out_of_range, ""},
    {VIDIOC_G_SELECTION, ENODATA, Code::no_selection, ""},
    {VIDIOC_G_SELECTION, ENOTTY, Code::no_selection, ""},
    {VIDIOC_G_SELECTION, EINVAL, Code::no_selection, "the device has no such rectangle"},
    {VIDIOC_S_SELECTION, ENODATA, Code::no_selection, ""},
    {VIDIOC_S_SELECTION, ENOTTY, Code::no_selection, ""},
    {VIDIOC_S_SELECTION, EINVAL, Code::no_selection, "the device has no such rectangle"},
    {VIDIOC_S_SELECTION, ERANGE, Code::selection_refused, ""},
    {VIDIOC_S_SELECTION, EBUSY, Code::selection_busy, ""},
    {VIDIOC_S_PARM, EINVAL, Code::interval_refused, ""},
    {VIDIOC_S_PARM, EBUSY, Code::format_busy, ""},
    {VIDIOC_REQBUFS, EBUSY, Code::buffers_busy, "another program or another handle owns the buffers of this device"},
    {VIDIOC_REQBUFS, ENOMEM, Code::buffers_no_memory, ""},
    {VIDIOC_REQBUFS, EINVAL, Code::no_streaming, "the driver does not support buffers of this kind (MMAP)"},
    {VIDIOC_REQBUFS, ENOTTY, Code::no_streaming, ""},
    {VIDIOC_QBUF, ENOMEM, Code::buffers_no_memory, ""},
    {VIDIOC_QBUF, EINVAL, Code::queue_refused, ""},
    {VIDIOC_QBUF, EIO, Code::queue_refused, ""},
    {VIDIOC_STREAMON, ENOSPC, Code::usb_bandwidth, "ENOSPC from a camera means USB bandwidth"},
    {VIDIOC_STREAMON, EBUSY, Code::start_busy, ""},
    {VIDIOC_STREAMON, EPIPE, Code::pipeline_mismatch, ""},
    {VIDIOC_STREAMON, ENOLINK, Code::pipeline_not_linked, ""},
    {VIDIOC_STREAMON, ENOMEM, Code::buffers_no_memory, ""},
    {VIDIOC_STREAMON, EINVAL, Code::start_failed, "the driver finds the buffers or the format wrong, or there is no signal"},
    {VIDIOC_STREAMON, EIO, Code::start_failed, "the device does not answer the driver"},
    {VIDIOC_DQBUF, EIO, Code::stream_broken, ""},
    {0, ENOTTY, Code::request_unsupported, ""},
    {0, ENODATA, Code::request_unsupported, "the current input has no such thing"},
    {0, ENOMEM, Code::out_of_memory, "the kernel had no memory for this call"},
    {0, EACCES, Code::open_denied, ""},
    {0, EPERM, Code::open_denied, ""},
    {0, EBUSY, Code::start_busy, ""},
    {0, EMFILE, Code::too_many_files, "the limit of this process is reached"},
    {0, ENFILE, Code::too_many_files, "the limit of the system is reached"},
    {0, EINVAL, Code::request_refused, ""},
};

}  // namespace

// From 512 on errno values are the kernel's own and never reach a program; MIPS alone has one up there.
static bool is_impossible(int error) { return error >= 512 && error != EDQUOT; }

bool means_lost(int rc) { return rc == -ENODEV || rc == -ENXIO; }

Failure kernel_failure(int rc, unsigned long request)
{
    Failure failure;
    failure.sys_errno = -rc;
    failure.request = request_name(request);
    failure.code = Code::system_call_failed;
    if (means_lost(rc)) {
        failure.code = Code::device_gone;
        return failure;
    }
    if (is_impossible(-rc)) {
        failure.code = Code::errno_impossible;
        failure.field = "errno";
        failure.cause =
            std::string(failure.request) + " answered errno " + std::to_string(-rc) + ", which no program can be told";
        failure.cause_checked = true;
        return failure;
    }
    for (const Meaning &row : meanings)
        if ((row.request == request || row.request == 0) && row.error == -rc) {
            failure.code = row.code;
            failure.cause = row.cause;
            break;
        }
    return failure;
}

Failure wait_failure(int rc)
{
    Failure failure;
    failure.code = means_lost(rc) ? Code::device_gone : rc == -ENOMEM ? Code::out_of_memory : Code::system_call_failed;
    failure.sys_errno = -rc;
    failure.request = "ppoll";
    return failure;
}

}  // namespace v4lxx::kernel
