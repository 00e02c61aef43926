// The ways in which making a picture fails, each said once.
#pragma once

#include "base/failure.hpp"

#include <string>

namespace v4lxx::image {

inline Failure picture_failure(Code code, std::string cause)
{
    Failure failure;
    failure.code = code;
    failure.cause = std::move(cause);
    failure.cause_checked = true;
    return failure;
}

inline Failure out_of_memory() { return picture_failure(Code::out_of_memory, {}); }

inline Failure not_built(const char *type)
{
    return picture_failure(Code::image_type_not_built, std::string("this build has no ") + type);
}

inline Failure encoder_failed(const char *library, const char *message)
{
    return picture_failure(Code::image_encoder_failed, std::string(library) + ": " + message);
}

inline Failure damaged(std::string what) { return picture_failure(Code::image_data_damaged, std::move(what)); }

}  // namespace v4lxx::image
