// A context that ends with its scope.
#pragma once

#include "support/check.hpp"

namespace v4lxx::test {

class Context {
public:
    Context() { ASSERT_OK(v4lxx_context_create(nullptr, &context_, &error)); }
    ~Context() { v4lxx_context_unref(context_); }
    Context(const Context &) = delete;
    Context &operator=(const Context &) = delete;
    v4lxx_context *get() { return context_; }

private:
    v4lxx_context *context_ = nullptr;
};

}  // namespace v4lxx::test
