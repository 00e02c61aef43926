// libjpeg's errors as answers: it wants an error handler that does not return, and by default it prints and exits.
#pragma once

#include "v4lxx_config.h"

#ifdef HAVE_JPEG
#include <cstddef>
#include <cstdio>
#include <setjmp.h>

#include <jpeglib.h>

#include <jerror.h>

namespace v4lxx::image {

struct JpegTrap {
    jpeg_error_mgr manager;  // first: libjpeg hands this address back
    jmp_buf jump;
    char message[JMSG_LENGTH_MAX];
    bool damaged;  // libjpeg had to invent a part of the picture
};

// Makes libjpeg's struct use the trap. The caller does the setjmp.
inline jpeg_error_mgr *set_trap(JpegTrap *trap)
{
    jpeg_std_error(&trap->manager);
    trap->message[0] = '\0';
    trap->damaged = false;
    trap->manager.error_exit = [](j_common_ptr info) {
        auto *self = reinterpret_cast<JpegTrap *>(info->err);
        self->manager.format_message(info, self->message);
        longjmp(self->jump, 1);
    };
    trap->manager.output_message = [](j_common_ptr) {};
    trap->manager.emit_message = [](j_common_ptr info, int level) {
        if (level >= 0)
            return;
        auto *self = reinterpret_cast<JpegTrap *>(info->err);
        switch (self->manager.msg_code) {
        case JWRN_EXTRANEOUS_DATA:  // bytes between segments
        case JWRN_TOO_MUCH_DATA:
        case JWRN_ADOBE_XFORM:
        case JWRN_NOT_SEQUENTIAL:
        case JWRN_JPEG_EOF:  // looked ahead beyond the end; if a bit was really missing, JWRN_HIT_MARKER follows
        case JWRN_JFIF_MAJOR: return;
        default:
            if (!self->damaged)
                self->manager.format_message(info, self->message);
            self->damaged = true;
        }
    };
    return &trap->manager;
}

}  // namespace v4lxx::image
#endif
