/* The library without simulator and pictures, used from C: what is left works, and what is not there says so. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <string.h>
#include <cmocka.h>

#include <v4lxx/v4lxx.h>

static void what_is_not_built_in_is_not_claimed(void **state)
{
    (void)state;
    assert_false(v4lxx_supports(V4LXX_FEATURE_SIM));
    assert_false(v4lxx_supports(V4LXX_FEATURE_PNG));
    assert_false(v4lxx_supports(V4LXX_FEATURE_JPEG));
}

static void a_simulated_camera_is_refused_with_what_to_do(void **state)
{
    v4lxx_context *context = NULL;
    v4lxx_device *device = NULL;
    v4lxx_error *error = NULL;

    (void)state;
    assert_int_equal(v4lxx_context_create(NULL, &context, &error), V4LXX_OK);
    assert_int_equal(v4lxx_device_open(context, "sim:camera", NULL, &device, &error), V4LXX_ERROR_UNSUPPORTED);
    assert_null(device);
    assert_non_null(strstr(v4lxx_error_get_message(error), "V4LXX-E0111"));
    assert_non_null(strstr(v4lxx_error_get_message(error), "-Dsim=enabled"));
    v4lxx_error_free(error);
    v4lxx_context_unref(context);
}

static void devices_are_listed_and_what_is_none_is_refused(void **state)
{
    v4lxx_context *context = NULL;
    v4lxx_device_list *list = NULL;
    v4lxx_device *device = NULL;
    v4lxx_error *error = NULL;

    (void)state;
    assert_int_equal(v4lxx_context_create(NULL, &context, &error), V4LXX_OK);
    assert_int_equal(v4lxx_context_list_devices(context, 0, &list, &error), V4LXX_OK);
    v4lxx_device_list_unref(list);
    assert_true(v4lxx_device_open(context, "/dev/null", NULL, &device, &error) < 0);
    assert_non_null(strstr(v4lxx_error_get_message(error), "V4LXX-E0106"));
    v4lxx_error_free(error);
    v4lxx_context_unref(context);
}

static void tables_are_complete(void **state)
{
    (void)state;
    assert_true(v4lxx_pixel_format_get_count() > 100);
    assert_string_equal(v4lxx_pixel_format_get_name(v4lxx_pixel_format_find("NV12M")), "NV12M");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(what_is_not_built_in_is_not_claimed),
        cmocka_unit_test(a_simulated_camera_is_refused_with_what_to_do),
        cmocka_unit_test(devices_are_listed_and_what_is_none_is_refused),
        cmocka_unit_test(tables_are_complete),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
