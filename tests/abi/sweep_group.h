/* The rows of struct_sweep.c that are about groups. A group of one stream has a set for each of its frames. */
static v4lxx_group *group;
static v4lxx_frame_set *set;

static void open_group(v4lxx_context *of, v4lxx_stream *with)
{
    assert_int_equal(v4lxx_group_create(of, NULL, &group, NULL), V4LXX_OK);
    assert_int_equal(v4lxx_group_add_stream(group, with, 0, NULL), V4LXX_OK);
    assert_int_equal(v4lxx_group_next(group, -1, &set, NULL), V4LXX_OK);
}

static void close_group(void)
{
    v4lxx_frame_set_unref(set);
    v4lxx_group_unref(group);
}

static v4lxx_status call_group_create(void *argument, v4lxx_error **error)
{
    v4lxx_group *out = NULL;
    v4lxx_status status = v4lxx_group_create(context, (const v4lxx_group_options *)argument, &out, error);
    v4lxx_group_unref(out);
    return status;
}

static v4lxx_status call_group_read_statistics(void *argument, v4lxx_error **error)
{
    return v4lxx_group_read_statistics(group, (v4lxx_group_statistics *)argument, error);
}

static v4lxx_status call_group_read_camera(void *argument, v4lxx_error **error)
{
    return v4lxx_group_read_camera(group, 0, (v4lxx_group_camera *)argument, error);
}

static v4lxx_status call_frame_set_read_info(void *argument, v4lxx_error **error)
{
    return v4lxx_frame_set_read_info(set, (v4lxx_frame_set_info *)argument, error);
}
