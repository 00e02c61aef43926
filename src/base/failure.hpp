// What went wrong, as a value: status and code for programs, six parts of text for people (docs/guide/errors.md).
// Layers below fill in what they know; layers above add the operation, the device and what was asked.
#pragma once

#include "base/status_codes.hpp"

#include <string>
#include <utility>

namespace v4lxx {

struct Failure {
    Code code{};
    int sys_errno = 0;         // positive; 0 if the kernel was not asked
    const char *request = "";  // "VIDIOC_S_FMT", "open"; static storage
    std::string operation;     // what failed: "start streaming"
    std::string device;        // "HD Pro Webcam C920" (/dev/video2)
    std::string asked;         // "MJPG 1920x1080"
    std::string cause;         // empty: the meaning of the code
    bool cause_checked = false;
    std::string advice;  // empty: the advice of the code; the word DEVICE in it stands for the name that opens the device
    std::string field;   // the argument or field it is about

    Status status() const;       // the one the code belongs to
    std::string answer() const;  // "VIDIOC_STREAMON: ENOSPC"; empty if the kernel was not asked
    std::string hint() const;    // the advice, ready to be pasted into a shell
    std::string message() const;

    // Adds what an upper layer knows, without overwriting what a lower one knew better.
    Failure &&in(std::string what) &&;
    Failure &&on(std::string what) &&;
    Failure &&asking(std::string what) &&;
};

// A failure whose cause the caller of the API can read off the argument itself.
Failure argument_failure(Code code, std::string field, std::string cause);

}  // namespace v4lxx
