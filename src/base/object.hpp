// What every handle of the C API points at: an object with a reference count. Debug builds catch the use of a dead handle and one
// unref too many; release builds pay one atomic operation per ref and unref.
#pragma once

#include <atomic>
#include <cstddef>
#include <cstdint>
#include <new>

namespace v4lxx {

class Object {
public:
    Object(const Object &) = delete;
    Object &operator=(const Object &) = delete;
    static void *operator new(size_t size);
    static void operator delete(void *memory);

    void ref() noexcept;
    bool try_ref() noexcept;  // false for an object whose last reference has gone, which is about to end
    void unref() noexcept;    // the last one calls last_unref()
    uint32_t ref_count() const noexcept { return refs_.load(std::memory_order_relaxed); }

protected:
    explicit Object(uint32_t refs = 1) noexcept : refs_(refs) {}
    virtual ~Object();
    // By default the object is deleted; frames, which live in their buffer set, go back to the driver instead.
    virtual void last_unref() noexcept;
    // Takes the first reference of an object that is handed out again and again.
    void revive() noexcept { refs_.store(1, std::memory_order_relaxed); }

private:
    std::atomic<uint32_t> refs_;
};

// Called with a sentence when a handle is misused, in debug builds and, for frames, in all. Tests replace it; the default keeps the
// sentence where a debugger finds it and aborts in debug builds.
using MisuseTrap = void (*)(const char *what);
MisuseTrap set_misuse_trap(MisuseTrap trap) noexcept;
void report_misuse(const char *what) noexcept;
// Ended objects whose memory a debug build still keeps; 0 in release builds.
size_t quarantined_objects() noexcept;

// Owns one reference.
template <class T>
class Ref {
public:
    Ref() = default;
    static Ref adopt(T *object)
    {
        Ref r;
        r.object_ = object;
        return r;
    }
    static Ref share(T *object)
    {
        if (object != nullptr)
            object->ref();
        return adopt(object);
    }
    Ref(const Ref &other) : object_(other.object_)
    {
        if (object_ != nullptr)
            object_->ref();
    }
    Ref(Ref &&other) noexcept : object_(other.object_) { other.object_ = nullptr; }
    Ref &operator=(Ref other) noexcept
    {
        T *mine = object_;
        object_ = other.object_;
        other.object_ = mine;
        return *this;
    }
    ~Ref()
    {
        if (object_ != nullptr)
            object_->unref();
    }

    T *get() const { return object_; }
    T *operator->() const { return object_; }
    T &operator*() const { return *object_; }
    explicit operator bool() const { return object_ != nullptr; }
    T *release()
    {
        T *mine = object_;
        object_ = nullptr;
        return mine;
    }

private:
    T *object_ = nullptr;
};

}  // namespace v4lxx
