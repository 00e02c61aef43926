// SPDX-License-Identifier: MIT
//! The loop over frames as a program in C has it, with the raw layer.

use std::hint::black_box;
use std::ptr;
use v4lxx_sys::*;

/// A camera that runs. It is not let go of: the program ends with it.
pub struct Camera {
    stream: *mut v4lxx_stream,
}

impl Camera {
    pub fn open() -> Camera {
        let (mut context, mut device, mut stream) = (ptr::null_mut(), ptr::null_mut(), ptr::null_mut());
        // SAFETY: each call gets what the call before it made; NULL options are the defaults, and no error is wanted.
        let status = unsafe {
            v4lxx_context_create(ptr::null(), &mut context, ptr::null_mut())
                | v4lxx_device_open(
                    context,
                    c"sim:camera,clock=virtual,pattern=cells".as_ptr(),
                    ptr::null(),
                    &mut device,
                    ptr::null_mut(),
                )
                | v4lxx_stream_create(device, ptr::null(), &mut stream, ptr::null_mut())
                | v4lxx_stream_start(stream, ptr::null_mut())
        };
        assert_eq!(status, V4LXX_OK);
        Camera { stream }
    }

    pub fn take(&mut self, count: u32) {
        for _ in 0..count {
            let mut frame = ptr::null_mut();
            let mut error = ptr::null_mut();
            let mut info =
                v4lxx_frame_info { struct_size: size_of::<v4lxx_frame_info>() as u32, ..v4lxx_frame_info::default() };
            let mut size = 0;
            // SAFETY: the stream runs; the frame is used only if there is one, and is given back.
            unsafe {
                assert_eq!(v4lxx_stream_dequeue(self.stream, -1, &mut frame, &mut error), V4LXX_OK);
                assert_eq!(v4lxx_frame_read_info(frame, &mut info, &mut error), V4LXX_OK);
                let data = v4lxx_frame_get_plane_data(frame, 0, &mut size);
                black_box((info.width, info.height, info.sequence, data, size));
                v4lxx_frame_unref(frame);
            }
        }
    }
}
