#include "v4lxx_config.h"

#include <v4lxx/v4lxx.h>

#if defined(HAVE_SIM)
constexpr bool has_sim = true;
#else
constexpr bool has_sim = false;
#endif
#if defined(HAVE_PNG)
constexpr bool has_png = true;
#else
constexpr bool has_png = false;
#endif
#if defined(HAVE_JPEG)
constexpr bool has_jpeg = true;
#else
constexpr bool has_jpeg = false;
#endif

static constexpr uint32_t number(uint32_t major, uint32_t minor, uint32_t micro) { return major << 16 | minor << 8 | micro; }

extern "C" {

uint32_t v4lxx_version_get_number(void) { return number(V4LXX_VERSION_MAJOR, V4LXX_VERSION_MINOR, V4LXX_VERSION_MICRO); }

const char *v4lxx_version_get_string(void) { return V4LXX_VERSION_STRING; }

v4lxx_bool v4lxx_version_at_least(uint32_t major, uint32_t minor, uint32_t micro)
{
    constexpr uint32_t have[] = {V4LXX_VERSION_MAJOR, V4LXX_VERSION_MINOR, V4LXX_VERSION_MICRO};
    const uint32_t want[] = {major, minor, micro};
    for (int i = 0; i < 3; i++)
        if (have[i] != want[i])
            return have[i] > want[i];
    return 1;
}

v4lxx_bool v4lxx_supports(v4lxx_feature feature)
{
    switch (feature) {
    case V4LXX_FEATURE_SIM: return has_sim;
    case V4LXX_FEATURE_PNG: return has_png;
    case V4LXX_FEATURE_JPEG: return has_jpeg;
    default: return 0;
    }
}

}  // extern "C"
