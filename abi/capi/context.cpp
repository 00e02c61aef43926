#include "guard.hpp"
#include "handle.hpp"
#include "versioned.hpp"

#include "device/opening.hpp"

using namespace v4lxx;
using namespace v4lxx::capi;

extern "C" {

void v4lxx_context_options_init(v4lxx_context_options *options, uint32_t size) { init_versioned(options, size); }

v4lxx_status v4lxx_context_create(const v4lxx_context_options *options, v4lxx_context **out, v4lxx_error **error)
{
    return guard(error, [&]() -> v4lxx_status {
        V4LXX_NEED(out);
        *out = nullptr;
        v4lxx_context_options wish;
        if (auto bad = read_versioned(options, &wish, "options"))
            return fail(error, *std::move(bad));
        if (wish.flags != 0)
            return fail(error, argument_failure(Code::unknown_value, "options.flags", "no flag is defined"));
        *out = handle<v4lxx_context>(Ref<device::Context>::adopt(new device::Context));
        return V4LXX_OK;
    });
}

v4lxx_context *v4lxx_context_ref(v4lxx_context *context) { return ref(context); }
void v4lxx_context_unref(v4lxx_context *context) { unref(context); }

v4lxx_status v4lxx_context_list_devices(v4lxx_context *context, uint32_t flags, v4lxx_device_list **out, v4lxx_error **error)
{
    return guard(context, error, [&]() -> v4lxx_status {
        V4LXX_NEED(out);
        *out = nullptr;
        V4LXX_NEED(context);
        constexpr uint32_t known = V4LXX_LIST_SIMULATED | V4LXX_LIST_ALL;
        if ((flags & ~known) != 0)
            return fail(error, argument_failure(Code::unknown_value, "flags", "a bit is not known"));
        const auto simulated = (flags & V4LXX_LIST_SIMULATED) != 0 ? device::Simulated::all : device::Simulated::none;
        auto list = device::list_devices(*object(context), {simulated, (flags & V4LXX_LIST_ALL) != 0});
        if (!list)
            return fail(error, std::move(list).failure());
        *out = handle<v4lxx_device_list>(*std::move(list));
        return V4LXX_OK;
    });
}

v4lxx_status v4lxx_context_add_simulated(v4lxx_context *context, const char *name, v4lxx_error **error)
{
    return guard(context, error, [&]() -> v4lxx_status {
        V4LXX_NEED(context);
        V4LXX_NEED(name);
        if (auto added = device::add_simulated(*object(context), name); !added)
            return fail(error, std::move(added).failure());
        return V4LXX_OK;
    });
}

void v4lxx_device_list_unref(v4lxx_device_list *list) { unref(list); }

uint32_t v4lxx_device_list_get_count(const v4lxx_device_list *list)
{
    return list == nullptr ? 0 : static_cast<uint32_t>(object(list)->entries().size());
}

v4lxx_device_info *v4lxx_device_list_get(const v4lxx_device_list *list, uint32_t index)
{
    if (list == nullptr || index >= object(list)->entries().size())
        return nullptr;
    return borrowed<v4lxx_device_info>(object(list)->entries()[index].get());
}

const char *v4lxx_device_list_get_note(const v4lxx_device_list *list)
{
    return list == nullptr ? "" : object(list)->note().c_str();
}

}  // extern "C"
