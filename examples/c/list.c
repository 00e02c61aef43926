/* Lists the cameras of this machine, those that cannot be used with the reason, and the simulated one.
 * Build: cc list.c $(pkg-config --cflags --libs v4lxx) -o list */
#include <stdio.h>
#include <v4lxx/v4lxx.h>

/* Every call that can fail fills in an error that says what failed, why, and what to do about it. */
static int print_and_free(v4lxx_error *error)
{
    fprintf(stderr, "%s\n", error ? v4lxx_error_get_message(error) : "failed, and no memory was left to say why");
    v4lxx_error_free(error);
    return 1;
}

int main(void)
{
    v4lxx_error *error = NULL;
    v4lxx_context *context = NULL;
    v4lxx_device_list *list = NULL;
    uint32_t i;

    if (v4lxx_context_create(NULL, &context, &error) < 0)
        return print_and_free(error);
    if (v4lxx_context_list_devices(context, V4LXX_LIST_SIMULATED, &list, &error) < 0) {
        v4lxx_context_unref(context);
        return print_and_free(error);
    }
    for (i = 0; i < v4lxx_device_list_get_count(list); i++) {
        const v4lxx_device_info *info = v4lxx_device_list_get(list, i);
        const v4lxx_error *problem = v4lxx_device_info_get_error(info);

        printf("%s  %s", v4lxx_device_info_get_path(info), v4lxx_device_info_get_card(info));
        if (problem) /* belongs to info: not to be freed */
            printf("  %s", v4lxx_error_get_message(problem));
        printf("\n");
    }
    v4lxx_device_list_unref(list);
    v4lxx_context_unref(context);
    return 0;
}
