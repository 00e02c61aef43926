// The kernel's header, and what older copies of it lack. The floor is linux-libc-dev of Debian 12 (6.1); each addition says since when.
#pragma once

#include <linux/videodev2.h>

#ifndef V4L2_BUF_CAP_SUPPORTS_ORPHANED_BUFS  // Linux 4.20
#define V4L2_BUF_CAP_SUPPORTS_ORPHANED_BUFS (1 << 4)
#endif
#ifndef V4L2_CAP_EDID  // Linux 6.9
#define V4L2_CAP_EDID 0x00000008
#endif
#ifndef V4L2_PIX_FMT_AV1  // behind Linux 6.12; drivers of makers had the code before
#define V4L2_PIX_FMT_AV1 v4l2_fourcc('A', 'V', '0', '1')
#endif
