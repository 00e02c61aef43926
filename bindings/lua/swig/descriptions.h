/* Generated from abi/v0/api.json by abi/tools/gen_lua.py; do not edit. */

static void lx_release_v4lxx_bytes(void *pointer) { v4lxx_bytes_unref((v4lxx_bytes *)pointer); }
static void *lx_ref_v4lxx_bytes(void *pointer) { return v4lxx_bytes_ref((v4lxx_bytes *)pointer); }
static void lx_release_v4lxx_context(void *pointer) { v4lxx_context_unref((v4lxx_context *)pointer); }
static void *lx_ref_v4lxx_context(void *pointer) { return v4lxx_context_ref((v4lxx_context *)pointer); }
static void lx_release_v4lxx_control(void *pointer) { v4lxx_control_unref((v4lxx_control *)pointer); }
static void *lx_ref_v4lxx_control(void *pointer) { return v4lxx_control_ref((v4lxx_control *)pointer); }
static void lx_release_v4lxx_control_list(void *pointer) { v4lxx_control_list_unref((v4lxx_control_list *)pointer); }
static void lx_release_v4lxx_device(void *pointer) { v4lxx_device_unref((v4lxx_device *)pointer); }
static void *lx_ref_v4lxx_device(void *pointer) { return v4lxx_device_ref((v4lxx_device *)pointer); }
static void lx_release_v4lxx_device_info(void *pointer) { v4lxx_device_info_unref((v4lxx_device_info *)pointer); }
static void *lx_ref_v4lxx_device_info(void *pointer) { return v4lxx_device_info_ref((v4lxx_device_info *)pointer); }
static void lx_release_v4lxx_device_list(void *pointer) { v4lxx_device_list_unref((v4lxx_device_list *)pointer); }
static void lx_release_v4lxx_error(void *pointer) { v4lxx_error_free((v4lxx_error *)pointer); }
static void lx_release_v4lxx_event(void *pointer) { v4lxx_event_unref((v4lxx_event *)pointer); }
static void *lx_ref_v4lxx_event(void *pointer) { return v4lxx_event_ref((v4lxx_event *)pointer); }
static void lx_release_v4lxx_examination(void *pointer) { v4lxx_examination_unref((v4lxx_examination *)pointer); }
static void lx_release_v4lxx_format_list(void *pointer) { v4lxx_format_list_unref((v4lxx_format_list *)pointer); }
static void lx_release_v4lxx_frame(void *pointer) { v4lxx_frame_unref((v4lxx_frame *)pointer); }
static void *lx_ref_v4lxx_frame(void *pointer) { return v4lxx_frame_ref((v4lxx_frame *)pointer); }
static void lx_release_v4lxx_frame_set(void *pointer) { v4lxx_frame_set_unref((v4lxx_frame_set *)pointer); }
static void *lx_ref_v4lxx_frame_set(void *pointer) { return v4lxx_frame_set_ref((v4lxx_frame_set *)pointer); }
static void lx_release_v4lxx_group(void *pointer) { v4lxx_group_unref((v4lxx_group *)pointer); }
static void *lx_ref_v4lxx_group(void *pointer) { return v4lxx_group_ref((v4lxx_group *)pointer); }
static void lx_release_v4lxx_held_list(void *pointer) { v4lxx_held_list_unref((v4lxx_held_list *)pointer); }
static void lx_release_v4lxx_input_list(void *pointer) { v4lxx_input_list_unref((v4lxx_input_list *)pointer); }
static void lx_release_v4lxx_interval_list(void *pointer) { v4lxx_interval_list_unref((v4lxx_interval_list *)pointer); }
static void lx_release_v4lxx_mode_list(void *pointer) { v4lxx_mode_list_unref((v4lxx_mode_list *)pointer); }
static void lx_release_v4lxx_size_list(void *pointer) { v4lxx_size_list_unref((v4lxx_size_list *)pointer); }
static void lx_release_v4lxx_standard_list(void *pointer) { v4lxx_standard_list_unref((v4lxx_standard_list *)pointer); }
static void lx_release_v4lxx_stream(void *pointer) { v4lxx_stream_unref((v4lxx_stream *)pointer); }
static void *lx_ref_v4lxx_stream(void *pointer) { return v4lxx_stream_ref((v4lxx_stream *)pointer); }
static void lx_release_v4lxx_timings_list(void *pointer) { v4lxx_timings_list_unref((v4lxx_timings_list *)pointer); }
static const lx_type lx_type_p_v4lxx_bytes = {"bytes", lx_release_v4lxx_bytes, lx_ref_v4lxx_bytes};
static const lx_type lx_type_p_v4lxx_context = {"context", lx_release_v4lxx_context, lx_ref_v4lxx_context};
static const lx_type lx_type_p_v4lxx_control = {"control", lx_release_v4lxx_control, lx_ref_v4lxx_control};
static const lx_type lx_type_p_v4lxx_control_list = {"control_list", lx_release_v4lxx_control_list, NULL};
static const lx_type lx_type_p_v4lxx_device = {"device", lx_release_v4lxx_device, lx_ref_v4lxx_device};
static const lx_type lx_type_p_v4lxx_device_info = {"device_info", lx_release_v4lxx_device_info, lx_ref_v4lxx_device_info};
static const lx_type lx_type_p_v4lxx_device_list = {"device_list", lx_release_v4lxx_device_list, NULL};
static const lx_type lx_type_p_v4lxx_error = {"error", lx_release_v4lxx_error, NULL};
static const lx_type lx_type_p_v4lxx_event = {"event", lx_release_v4lxx_event, lx_ref_v4lxx_event};
static const lx_type lx_type_p_v4lxx_examination = {"examination", lx_release_v4lxx_examination, NULL};
static const lx_type lx_type_p_v4lxx_format_list = {"format_list", lx_release_v4lxx_format_list, NULL};
static const lx_type lx_type_p_v4lxx_frame = {"frame", lx_release_v4lxx_frame, lx_ref_v4lxx_frame};
static const lx_type lx_type_p_v4lxx_frame_set = {"frame_set", lx_release_v4lxx_frame_set, lx_ref_v4lxx_frame_set};
static const lx_type lx_type_p_v4lxx_group = {"group", lx_release_v4lxx_group, lx_ref_v4lxx_group};
static const lx_type lx_type_p_v4lxx_held_list = {"held_list", lx_release_v4lxx_held_list, NULL};
static const lx_type lx_type_p_v4lxx_input_list = {"input_list", lx_release_v4lxx_input_list, NULL};
static const lx_type lx_type_p_v4lxx_interval_list = {"interval_list", lx_release_v4lxx_interval_list, NULL};
static const lx_type lx_type_p_v4lxx_log_record = {"log_record", NULL, NULL};
static const lx_type lx_type_p_v4lxx_mode_list = {"mode_list", lx_release_v4lxx_mode_list, NULL};
static const lx_type lx_type_p_v4lxx_size_list = {"size_list", lx_release_v4lxx_size_list, NULL};
static const lx_type lx_type_p_v4lxx_standard_list = {"standard_list", lx_release_v4lxx_standard_list, NULL};
static const lx_type lx_type_p_v4lxx_stream = {"stream", lx_release_v4lxx_stream, lx_ref_v4lxx_stream};
static const lx_type lx_type_p_v4lxx_timings_list = {"timings_list", lx_release_v4lxx_timings_list, NULL};
static const lx_type *const lx_types[] = {&lx_type_p_v4lxx_bytes, &lx_type_p_v4lxx_context, &lx_type_p_v4lxx_control, &lx_type_p_v4lxx_control_list, &lx_type_p_v4lxx_device, &lx_type_p_v4lxx_device_info, &lx_type_p_v4lxx_device_list, &lx_type_p_v4lxx_error, &lx_type_p_v4lxx_event, &lx_type_p_v4lxx_examination, &lx_type_p_v4lxx_format_list, &lx_type_p_v4lxx_frame, &lx_type_p_v4lxx_frame_set, &lx_type_p_v4lxx_group, &lx_type_p_v4lxx_held_list, &lx_type_p_v4lxx_input_list, &lx_type_p_v4lxx_interval_list, &lx_type_p_v4lxx_log_record, &lx_type_p_v4lxx_mode_list, &lx_type_p_v4lxx_size_list, &lx_type_p_v4lxx_standard_list, &lx_type_p_v4lxx_stream, &lx_type_p_v4lxx_timings_list, NULL};
static const lx_field lx_fields_v4lxx_fraction[] = {
    {"numerator", LX_UINT32, 0, offsetof(v4lxx_fraction, numerator), NULL},
    {"denominator", LX_UINT32, 0, offsetof(v4lxx_fraction, denominator), NULL},
    {NULL, LX_UINT32, 0, 0, NULL}};
static const lx_struct lx_struct_v4lxx_fraction = {"fraction", sizeof(v4lxx_fraction), 0, lx_fields_v4lxx_fraction};
static const lx_field lx_fields_v4lxx_histogram[] = {
    {"count", LX_UINT64, 0, offsetof(v4lxx_histogram, count), NULL},
    {"least_ns", LX_INT64, 0, offsetof(v4lxx_histogram, least_ns), NULL},
    {"most_ns", LX_INT64, 0, offsetof(v4lxx_histogram, most_ns), NULL},
    {"sum_ns", LX_INT64, 0, offsetof(v4lxx_histogram, sum_ns), NULL},
    {"buckets", LX_UINT64, 96, offsetof(v4lxx_histogram, buckets), NULL},
    {NULL, LX_UINT32, 0, 0, NULL}};
static const lx_struct lx_struct_v4lxx_histogram = {"histogram", sizeof(v4lxx_histogram), 0, lx_fields_v4lxx_histogram};
static const lx_field lx_fields_v4lxx_rectangle[] = {
    {"left", LX_INT32, 0, offsetof(v4lxx_rectangle, left), NULL},
    {"top", LX_INT32, 0, offsetof(v4lxx_rectangle, top), NULL},
    {"width", LX_UINT32, 0, offsetof(v4lxx_rectangle, width), NULL},
    {"height", LX_UINT32, 0, offsetof(v4lxx_rectangle, height), NULL},
    {NULL, LX_UINT32, 0, 0, NULL}};
static const lx_struct lx_struct_v4lxx_rectangle = {"rectangle", sizeof(v4lxx_rectangle), 0, lx_fields_v4lxx_rectangle};
static const lx_field lx_fields_v4lxx_context_options[] = {
    {"flags", LX_UINT32, 0, offsetof(v4lxx_context_options, flags), NULL},
    {NULL, LX_UINT32, 0, 0, NULL}};
static const lx_struct lx_struct_v4lxx_context_options = {"context_options", sizeof(v4lxx_context_options), 1, lx_fields_v4lxx_context_options};
static const lx_field lx_fields_v4lxx_converted_time[] = {
    {"clock", LX_UINT32, 0, offsetof(v4lxx_converted_time, clock), NULL},
    {"time_ns", LX_INT64, 0, offsetof(v4lxx_converted_time, time_ns), NULL},
    {"error_ns", LX_INT64, 0, offsetof(v4lxx_converted_time, error_ns), NULL},
    {"steps", LX_UINT32, 0, offsetof(v4lxx_converted_time, steps), NULL},
    {"tai_offset_s", LX_INT32, 0, offsetof(v4lxx_converted_time, tai_offset_s), NULL},
    {NULL, LX_UINT32, 0, 0, NULL}};
static const lx_struct lx_struct_v4lxx_converted_time = {"converted_time", sizeof(v4lxx_converted_time), 1, lx_fields_v4lxx_converted_time};
static const lx_field lx_fields_v4lxx_device_options[] = {
    {"flags", LX_UINT32, 0, offsetof(v4lxx_device_options, flags), NULL},
    {NULL, LX_UINT32, 0, 0, NULL}};
static const lx_struct lx_struct_v4lxx_device_options = {"device_options", sizeof(v4lxx_device_options), 1, lx_fields_v4lxx_device_options};
static const lx_field lx_fields_v4lxx_event_info[] = {
    {"kind", LX_UINT32, 0, offsetof(v4lxx_event_info, kind), NULL},
    {"time_ns", LX_INT64, 0, offsetof(v4lxx_event_info, time_ns), NULL},
    {"tag", LX_UINT64, 0, offsetof(v4lxx_event_info, tag), NULL},
    {"source_changes", LX_UINT32, 0, offsetof(v4lxx_event_info, source_changes), NULL},
    {"code", LX_UINT32, 0, offsetof(v4lxx_event_info, code), NULL},
    {"old_width", LX_UINT32, 0, offsetof(v4lxx_event_info, old_width), NULL},
    {"old_height", LX_UINT32, 0, offsetof(v4lxx_event_info, old_height), NULL},
    {"new_width", LX_UINT32, 0, offsetof(v4lxx_event_info, new_width), NULL},
    {"new_height", LX_UINT32, 0, offsetof(v4lxx_event_info, new_height), NULL},
    {"attempts", LX_UINT32, 0, offsetof(v4lxx_event_info, attempts), NULL},
    {"frames_lost", LX_UINT64, 0, offsetof(v4lxx_event_info, frames_lost), NULL},
    {"frames_delivered", LX_UINT64, 0, offsetof(v4lxx_event_info, frames_delivered), NULL},
    {"span_ns", LX_INT64, 0, offsetof(v4lxx_event_info, span_ns), NULL},
    {NULL, LX_UINT32, 0, 0, NULL}};
static const lx_struct lx_struct_v4lxx_event_info = {"event_info", sizeof(v4lxx_event_info), 1, lx_fields_v4lxx_event_info};
static const lx_field lx_fields_v4lxx_format[] = {
    {"fourcc", LX_UINT32, 0, offsetof(v4lxx_format, fourcc), NULL},
    {"width", LX_UINT32, 0, offsetof(v4lxx_format, width), NULL},
    {"height", LX_UINT32, 0, offsetof(v4lxx_format, height), NULL},
    {"field", LX_UINT32, 0, offsetof(v4lxx_format, field), NULL},
    {"colorspace", LX_UINT32, 0, offsetof(v4lxx_format, colorspace), NULL},
    {"ycbcr_encoding", LX_UINT32, 0, offsetof(v4lxx_format, ycbcr_encoding), NULL},
    {"quantization", LX_UINT32, 0, offsetof(v4lxx_format, quantization), NULL},
    {"transfer_function", LX_UINT32, 0, offsetof(v4lxx_format, transfer_function), NULL},
    {"flags", LX_UINT32, 0, offsetof(v4lxx_format, flags), NULL},
    {"memory_plane_count", LX_UINT32, 0, offsetof(v4lxx_format, memory_plane_count), NULL},
    {"stride_bytes", LX_UINT32, 4, offsetof(v4lxx_format, stride_bytes), NULL},
    {"size_bytes", LX_UINT32, 4, offsetof(v4lxx_format, size_bytes), NULL},
    {NULL, LX_UINT32, 0, 0, NULL}};
static const lx_struct lx_struct_v4lxx_format = {"format", sizeof(v4lxx_format), 1, lx_fields_v4lxx_format};
static const lx_field lx_fields_v4lxx_frame_info[] = {
    {"fourcc", LX_UINT32, 0, offsetof(v4lxx_frame_info, fourcc), NULL},
    {"width", LX_UINT32, 0, offsetof(v4lxx_frame_info, width), NULL},
    {"height", LX_UINT32, 0, offsetof(v4lxx_frame_info, height), NULL},
    {"field", LX_UINT32, 0, offsetof(v4lxx_frame_info, field), NULL},
    {"colorspace", LX_UINT32, 0, offsetof(v4lxx_frame_info, colorspace), NULL},
    {"ycbcr_encoding", LX_UINT32, 0, offsetof(v4lxx_frame_info, ycbcr_encoding), NULL},
    {"quantization", LX_UINT32, 0, offsetof(v4lxx_frame_info, quantization), NULL},
    {"transfer_function", LX_UINT32, 0, offsetof(v4lxx_frame_info, transfer_function), NULL},
    {"flags", LX_UINT32, 0, offsetof(v4lxx_frame_info, flags), NULL},
    {"sequence", LX_UINT32, 0, offsetof(v4lxx_frame_info, sequence), NULL},
    {"driver_sequence", LX_UINT32, 0, offsetof(v4lxx_frame_info, driver_sequence), NULL},
    {"timestamp_ns", LX_INT64, 0, offsetof(v4lxx_frame_info, timestamp_ns), NULL},
    {"clock", LX_UINT32, 0, offsetof(v4lxx_frame_info, clock), NULL},
    {"timestamp_source", LX_UINT32, 0, offsetof(v4lxx_frame_info, timestamp_source), NULL},
    {"plane_count", LX_UINT32, 0, offsetof(v4lxx_frame_info, plane_count), NULL},
    {"buffer_index", LX_UINT32, 0, offsetof(v4lxx_frame_info, buffer_index), NULL},
    {"plane_address", LX_UINT64, 4, offsetof(v4lxx_frame_info, plane_address), NULL},
    {"plane_bytes", LX_UINT64, 4, offsetof(v4lxx_frame_info, plane_bytes), NULL},
    {"plane_stride", LX_UINT32, 4, offsetof(v4lxx_frame_info, plane_stride), NULL},
    {"arrival_ns", LX_INT64, 0, offsetof(v4lxx_frame_info, arrival_ns), NULL},
    {"number", LX_UINT64, 0, offsetof(v4lxx_frame_info, number), NULL},
    {"picture_type", LX_UINT32, 0, offsetof(v4lxx_frame_info, picture_type), NULL},
    {"generation", LX_UINT32, 0, offsetof(v4lxx_frame_info, generation), NULL},
    {"timecode_type", LX_UINT32, 0, offsetof(v4lxx_frame_info, timecode_type), NULL},
    {"timecode_flags", LX_UINT32, 0, offsetof(v4lxx_frame_info, timecode_flags), NULL},
    {"timecode_hours", LX_UINT32, 0, offsetof(v4lxx_frame_info, timecode_hours), NULL},
    {"timecode_minutes", LX_UINT32, 0, offsetof(v4lxx_frame_info, timecode_minutes), NULL},
    {"timecode_seconds", LX_UINT32, 0, offsetof(v4lxx_frame_info, timecode_seconds), NULL},
    {"timecode_frames", LX_UINT32, 0, offsetof(v4lxx_frame_info, timecode_frames), NULL},
    {"timecode_user_bits", LX_UINT32, 0, offsetof(v4lxx_frame_info, timecode_user_bits), NULL},
    {"stamp_clock", LX_UINT32, 0, offsetof(v4lxx_frame_info, stamp_clock), NULL},
    {"crop_left", LX_INT32, 0, offsetof(v4lxx_frame_info, crop_left), NULL},
    {"crop_top", LX_INT32, 0, offsetof(v4lxx_frame_info, crop_top), NULL},
    {"crop_width", LX_UINT32, 0, offsetof(v4lxx_frame_info, crop_width), NULL},
    {"crop_height", LX_UINT32, 0, offsetof(v4lxx_frame_info, crop_height), NULL},
    {NULL, LX_UINT32, 0, 0, NULL}};
static const lx_struct lx_struct_v4lxx_frame_info = {"frame_info", sizeof(v4lxx_frame_info), 1, lx_fields_v4lxx_frame_info};
static const lx_field lx_fields_v4lxx_frame_set_info[] = {
    {"camera_count", LX_UINT32, 0, offsetof(v4lxx_frame_set_info, camera_count), NULL},
    {"number", LX_UINT64, 0, offsetof(v4lxx_frame_set_info, number), NULL},
    {"cameras", LX_UINT64, 0, offsetof(v4lxx_frame_set_info, cameras), NULL},
    {"skew_ns", LX_INT64, 0, offsetof(v4lxx_frame_set_info, skew_ns), NULL},
    {"is_complete", LX_BOOL, 0, offsetof(v4lxx_frame_set_info, is_complete), NULL},
    {NULL, LX_UINT32, 0, 0, NULL}};
static const lx_struct lx_struct_v4lxx_frame_set_info = {"frame_set_info", sizeof(v4lxx_frame_set_info), 1, lx_fields_v4lxx_frame_set_info};
static const lx_field lx_fields_v4lxx_group_camera[] = {
    {"held", LX_UINT32, 0, offsetof(v4lxx_group_camera, held), NULL},
    {"frames", LX_UINT64, 0, offsetof(v4lxx_group_camera, frames), NULL},
    {"in_complete", LX_UINT64, 0, offsetof(v4lxx_group_camera, in_complete), NULL},
    {"in_incomplete", LX_UINT64, 0, offsetof(v4lxx_group_camera, in_incomplete), NULL},
    {"unmatched", LX_UINT64, 0, offsetof(v4lxx_group_camera, unmatched), NULL},
    {"late", LX_UINT64, 0, offsetof(v4lxx_group_camera, late), NULL},
    {"resets", LX_UINT64, 0, offsetof(v4lxx_group_camera, resets), NULL},
    {"interval_ns", LX_INT64, 0, offsetof(v4lxx_group_camera, interval_ns), NULL},
    {"drift_ppb", LX_INT64, 0, offsetof(v4lxx_group_camera, drift_ppb), NULL},
    {"drift_frames", LX_UINT32, 0, offsetof(v4lxx_group_camera, drift_frames), NULL},
    {"is_gone", LX_BOOL, 0, offsetof(v4lxx_group_camera, is_gone), NULL},
    {NULL, LX_UINT32, 0, 0, NULL}};
static const lx_struct lx_struct_v4lxx_group_camera = {"group_camera", sizeof(v4lxx_group_camera), 1, lx_fields_v4lxx_group_camera};
static const lx_field lx_fields_v4lxx_group_options[] = {
    {"match_by", LX_UINT32, 0, offsetof(v4lxx_group_options, match_by), NULL},
    {"tolerance_ns", LX_INT64, 0, offsetof(v4lxx_group_options, tolerance_ns), NULL},
    {"max_wait_ns", LX_INT64, 0, offsetof(v4lxx_group_options, max_wait_ns), NULL},
    {"most_held", LX_UINT32, 0, offsetof(v4lxx_group_options, most_held), NULL},
    {"flags", LX_UINT32, 0, offsetof(v4lxx_group_options, flags), NULL},
    {NULL, LX_UINT32, 0, 0, NULL}};
static const lx_struct lx_struct_v4lxx_group_options = {"group_options", sizeof(v4lxx_group_options), 1, lx_fields_v4lxx_group_options};
static const lx_field lx_fields_v4lxx_group_statistics[] = {
    {"camera_count", LX_UINT32, 0, offsetof(v4lxx_group_statistics, camera_count), NULL},
    {"complete", LX_UINT64, 0, offsetof(v4lxx_group_statistics, complete), NULL},
    {"incomplete", LX_UINT64, 0, offsetof(v4lxx_group_statistics, incomplete), NULL},
    {"tolerance_ns", LX_INT64, 0, offsetof(v4lxx_group_statistics, tolerance_ns), NULL},
    {"match_by", LX_UINT32, 0, offsetof(v4lxx_group_statistics, match_by), NULL},
    {"skew", LX_STRUCT, 0, offsetof(v4lxx_group_statistics, skew), &lx_struct_v4lxx_histogram},
    {NULL, LX_UINT32, 0, 0, NULL}};
static const lx_struct lx_struct_v4lxx_group_statistics = {"group_statistics", sizeof(v4lxx_group_statistics), 1, lx_fields_v4lxx_group_statistics};
static const lx_field lx_fields_v4lxx_held_frame[] = {
    {"generation", LX_UINT32, 0, offsetof(v4lxx_held_frame, generation), NULL},
    {"number", LX_UINT64, 0, offsetof(v4lxx_held_frame, number), NULL},
    {"holder", LX_UINT64, 0, offsetof(v4lxx_held_frame, holder), NULL},
    {"bytes", LX_UINT64, 0, offsetof(v4lxx_held_frame, bytes), NULL},
    {"arrival_ns", LX_INT64, 0, offsetof(v4lxx_held_frame, arrival_ns), NULL},
    {"age_ns", LX_INT64, 0, offsetof(v4lxx_held_frame, age_ns), NULL},
    {"references", LX_UINT32, 0, offsetof(v4lxx_held_frame, references), NULL},
    {"buffer_index", LX_UINT32, 0, offsetof(v4lxx_held_frame, buffer_index), NULL},
    {"flags", LX_UINT32, 0, offsetof(v4lxx_held_frame, flags), NULL},
    {"taken_by", LX_UINT32, 0, offsetof(v4lxx_held_frame, taken_by), NULL},
    {"released_by", LX_UINT32, 0, offsetof(v4lxx_held_frame, released_by), NULL},
    {NULL, LX_UINT32, 0, 0, NULL}};
static const lx_struct lx_struct_v4lxx_held_frame = {"held_frame", sizeof(v4lxx_held_frame), 1, lx_fields_v4lxx_held_frame};
static const lx_field lx_fields_v4lxx_image_options[] = {
    {"quality", LX_UINT32, 0, offsetof(v4lxx_image_options, quality), NULL},
    {NULL, LX_UINT32, 0, 0, NULL}};
static const lx_struct lx_struct_v4lxx_image_options = {"image_options", sizeof(v4lxx_image_options), 1, lx_fields_v4lxx_image_options};
static const lx_field lx_fields_v4lxx_input_info[] = {
    {"index", LX_UINT32, 0, offsetof(v4lxx_input_info, index), NULL},
    {"type", LX_UINT32, 0, offsetof(v4lxx_input_info, type), NULL},
    {"status", LX_UINT32, 0, offsetof(v4lxx_input_info, status), NULL},
    {"capabilities", LX_UINT32, 0, offsetof(v4lxx_input_info, capabilities), NULL},
    {"standards", LX_UINT64, 0, offsetof(v4lxx_input_info, standards), NULL},
    {NULL, LX_UINT32, 0, 0, NULL}};
static const lx_struct lx_struct_v4lxx_input_info = {"input_info", sizeof(v4lxx_input_info), 1, lx_fields_v4lxx_input_info};
static const lx_field lx_fields_v4lxx_interval_range[] = {
    {"min_numerator", LX_UINT32, 0, offsetof(v4lxx_interval_range, min_numerator), NULL},
    {"min_denominator", LX_UINT32, 0, offsetof(v4lxx_interval_range, min_denominator), NULL},
    {"max_numerator", LX_UINT32, 0, offsetof(v4lxx_interval_range, max_numerator), NULL},
    {"max_denominator", LX_UINT32, 0, offsetof(v4lxx_interval_range, max_denominator), NULL},
    {"step_numerator", LX_UINT32, 0, offsetof(v4lxx_interval_range, step_numerator), NULL},
    {"step_denominator", LX_UINT32, 0, offsetof(v4lxx_interval_range, step_denominator), NULL},
    {NULL, LX_UINT32, 0, 0, NULL}};
static const lx_struct lx_struct_v4lxx_interval_range = {"interval_range", sizeof(v4lxx_interval_range), 1, lx_fields_v4lxx_interval_range};
static const lx_field lx_fields_v4lxx_mode[] = {
    {"fourcc", LX_UINT32, 0, offsetof(v4lxx_mode, fourcc), NULL},
    {"width", LX_UINT32, 0, offsetof(v4lxx_mode, width), NULL},
    {"height", LX_UINT32, 0, offsetof(v4lxx_mode, height), NULL},
    {"rate", LX_STRUCT, 0, offsetof(v4lxx_mode, rate), &lx_struct_v4lxx_fraction},
    {"flags", LX_UINT32, 0, offsetof(v4lxx_mode, flags), NULL},
    {"verdict", LX_UINT32, 0, offsetof(v4lxx_mode, verdict), NULL},
    {"penalty", LX_UINT32, 0, offsetof(v4lxx_mode, penalty), NULL},
    {"size_penalty", LX_UINT32, 0, offsetof(v4lxx_mode, size_penalty), NULL},
    {"rate_penalty", LX_UINT32, 0, offsetof(v4lxx_mode, rate_penalty), NULL},
    {"format_penalty", LX_UINT32, 0, offsetof(v4lxx_mode, format_penalty), NULL},
    {NULL, LX_UINT32, 0, 0, NULL}};
static const lx_struct lx_struct_v4lxx_mode = {"mode", sizeof(v4lxx_mode), 1, lx_fields_v4lxx_mode};
static const lx_field lx_fields_v4lxx_negotiation[] = {
    {"differences", LX_UINT32, 0, offsetof(v4lxx_negotiation, differences), NULL},
    {"adjusted", LX_UINT32, 0, offsetof(v4lxx_negotiation, adjusted), NULL},
    {"refused", LX_UINT32, 0, offsetof(v4lxx_negotiation, refused), NULL},
    {"wanted_width", LX_UINT32, 0, offsetof(v4lxx_negotiation, wanted_width), NULL},
    {"wanted_height", LX_UINT32, 0, offsetof(v4lxx_negotiation, wanted_height), NULL},
    {"wanted_rate", LX_STRUCT, 0, offsetof(v4lxx_negotiation, wanted_rate), &lx_struct_v4lxx_fraction},
    {"chosen_fourcc", LX_UINT32, 0, offsetof(v4lxx_negotiation, chosen_fourcc), NULL},
    {"chosen_width", LX_UINT32, 0, offsetof(v4lxx_negotiation, chosen_width), NULL},
    {"chosen_height", LX_UINT32, 0, offsetof(v4lxx_negotiation, chosen_height), NULL},
    {"steps_down", LX_UINT32, 0, offsetof(v4lxx_negotiation, steps_down), NULL},
    {"chosen_rate", LX_STRUCT, 0, offsetof(v4lxx_negotiation, chosen_rate), &lx_struct_v4lxx_fraction},
    {"granted_fourcc", LX_UINT32, 0, offsetof(v4lxx_negotiation, granted_fourcc), NULL},
    {"granted_width", LX_UINT32, 0, offsetof(v4lxx_negotiation, granted_width), NULL},
    {"granted_height", LX_UINT32, 0, offsetof(v4lxx_negotiation, granted_height), NULL},
    {"granted_rate", LX_STRUCT, 0, offsetof(v4lxx_negotiation, granted_rate), &lx_struct_v4lxx_fraction},
    {NULL, LX_UINT32, 0, 0, NULL}};
static const lx_struct lx_struct_v4lxx_negotiation = {"negotiation", sizeof(v4lxx_negotiation), 1, lx_fields_v4lxx_negotiation};
static const lx_field lx_fields_v4lxx_pixel_format_info[] = {
    {"fourcc", LX_UINT32, 0, offsetof(v4lxx_pixel_format_info, fourcc), NULL},
    {"family", LX_UINT32, 0, offsetof(v4lxx_pixel_format_info, family), NULL},
    {"bits_per_sample", LX_UINT32, 0, offsetof(v4lxx_pixel_format_info, bits_per_sample), NULL},
    {"plane_count", LX_UINT32, 0, offsetof(v4lxx_pixel_format_info, plane_count), NULL},
    {"memory_plane_count", LX_UINT32, 0, offsetof(v4lxx_pixel_format_info, memory_plane_count), NULL},
    {"horizontal_subsampling", LX_UINT32, 0, offsetof(v4lxx_pixel_format_info, horizontal_subsampling), NULL},
    {"vertical_subsampling", LX_UINT32, 0, offsetof(v4lxx_pixel_format_info, vertical_subsampling), NULL},
    {"bits_per_pixel", LX_UINT32, 4, offsetof(v4lxx_pixel_format_info, bits_per_pixel), NULL},
    {NULL, LX_UINT32, 0, 0, NULL}};
static const lx_struct lx_struct_v4lxx_pixel_format_info = {"pixel_format_info", sizeof(v4lxx_pixel_format_info), 1, lx_fields_v4lxx_pixel_format_info};
static const lx_field lx_fields_v4lxx_settling[] = {
    {"state", LX_UINT32, 0, offsetof(v4lxx_settling, state), NULL},
    {"most_ns", LX_INT64, 0, offsetof(v4lxx_settling, most_ns), NULL},
    {"first_timestamp_ns", LX_INT64, 0, offsetof(v4lxx_settling, first_timestamp_ns), NULL},
    {"most_frames", LX_UINT32, 0, offsetof(v4lxx_settling, most_frames), NULL},
    {"frame_count", LX_UINT32, 0, offsetof(v4lxx_settling, frame_count), NULL},
    {"measured_count", LX_UINT32, 0, offsetof(v4lxx_settling, measured_count), NULL},
    {"luma", LX_UINT32, 3, offsetof(v4lxx_settling, luma), NULL},
    {NULL, LX_UINT32, 0, 0, NULL}};
static const lx_struct lx_struct_v4lxx_settling = {"settling", sizeof(v4lxx_settling), 1, lx_fields_v4lxx_settling};
static const lx_field lx_fields_v4lxx_signal[] = {
    {"state", LX_UINT32, 0, offsetof(v4lxx_signal, state), NULL},
    {"is_set", LX_BOOL, 0, offsetof(v4lxx_signal, is_set), NULL},
    {"input", LX_UINT32, 0, offsetof(v4lxx_signal, input), NULL},
    {"status", LX_UINT32, 0, offsetof(v4lxx_signal, status), NULL},
    {"width", LX_UINT32, 0, offsetof(v4lxx_signal, width), NULL},
    {"height", LX_UINT32, 0, offsetof(v4lxx_signal, height), NULL},
    {"interlaced", LX_BOOL, 0, offsetof(v4lxx_signal, interlaced), NULL},
    {"rate", LX_STRUCT, 0, offsetof(v4lxx_signal, rate), &lx_struct_v4lxx_fraction},
    {"standard", LX_UINT64, 0, offsetof(v4lxx_signal, standard), NULL},
    {NULL, LX_UINT32, 0, 0, NULL}};
static const lx_struct lx_struct_v4lxx_signal = {"signal", sizeof(v4lxx_signal), 1, lx_fields_v4lxx_signal};
static const lx_field lx_fields_v4lxx_size_range[] = {
    {"min_width", LX_UINT32, 0, offsetof(v4lxx_size_range, min_width), NULL},
    {"max_width", LX_UINT32, 0, offsetof(v4lxx_size_range, max_width), NULL},
    {"step_width", LX_UINT32, 0, offsetof(v4lxx_size_range, step_width), NULL},
    {"min_height", LX_UINT32, 0, offsetof(v4lxx_size_range, min_height), NULL},
    {"max_height", LX_UINT32, 0, offsetof(v4lxx_size_range, max_height), NULL},
    {"step_height", LX_UINT32, 0, offsetof(v4lxx_size_range, step_height), NULL},
    {NULL, LX_UINT32, 0, 0, NULL}};
static const lx_struct lx_struct_v4lxx_size_range = {"size_range", sizeof(v4lxx_size_range), 1, lx_fields_v4lxx_size_range};
static const lx_field lx_fields_v4lxx_standard_info[] = {
    {"lines", LX_UINT32, 0, offsetof(v4lxx_standard_info, lines), NULL},
    {"period", LX_STRUCT, 0, offsetof(v4lxx_standard_info, period), &lx_struct_v4lxx_fraction},
    {"bits", LX_UINT64, 0, offsetof(v4lxx_standard_info, bits), NULL},
    {NULL, LX_UINT32, 0, 0, NULL}};
static const lx_struct lx_struct_v4lxx_standard_info = {"standard_info", sizeof(v4lxx_standard_info), 1, lx_fields_v4lxx_standard_info};
static const lx_field lx_fields_v4lxx_stream_account[] = {
    {"delivered", LX_UINT64, 0, offsetof(v4lxx_stream_account, delivered), NULL},
    {"driver_dropped", LX_UINT64, 0, offsetof(v4lxx_stream_account, driver_dropped), NULL},
    {"corrupt", LX_UINT64, 0, offsetof(v4lxx_stream_account, corrupt), NULL},
    {"corrupt_dropped", LX_UINT64, 0, offsetof(v4lxx_stream_account, corrupt_dropped), NULL},
    {"empty_dropped", LX_UINT64, 0, offsetof(v4lxx_stream_account, empty_dropped), NULL},
    {"short_frames", LX_UINT64, 0, offsetof(v4lxx_stream_account, short_frames), NULL},
    {"bytes", LX_UINT64, 0, offsetof(v4lxx_stream_account, bytes), NULL},
    {"copies", LX_UINT64, 0, offsetof(v4lxx_stream_account, copies), NULL},
    {"io_errors", LX_UINT64, 0, offsetof(v4lxx_stream_account, io_errors), NULL},
    {"requeue_failures", LX_UINT64, 0, offsetof(v4lxx_stream_account, requeue_failures), NULL},
    {"system_calls", LX_UINT64, 0, offsetof(v4lxx_stream_account, system_calls), NULL},
    {"queued", LX_UINT32, 0, offsetof(v4lxx_stream_account, queued), NULL},
    {"held", LX_UINT32, 0, offsetof(v4lxx_stream_account, held), NULL},
    {"policy_dropped", LX_UINT64, 0, offsetof(v4lxx_stream_account, policy_dropped), NULL},
    {"starved", LX_UINT64, 0, offsetof(v4lxx_stream_account, starved), NULL},
    {"waiting", LX_UINT32, 0, offsetof(v4lxx_stream_account, waiting), NULL},
    {"reconnects", LX_UINT64, 0, offsetof(v4lxx_stream_account, reconnects), NULL},
    {"others_refused", LX_UINT64, 0, offsetof(v4lxx_stream_account, others_refused), NULL},
    {"buffers_grown", LX_UINT64, 0, offsetof(v4lxx_stream_account, buffers_grown), NULL},
    {"large_pages", LX_UINT64, 0, offsetof(v4lxx_stream_account, large_pages), NULL},
    {"stalls", LX_UINT64, 0, offsetof(v4lxx_stream_account, stalls), NULL},
    {"usb_resets", LX_UINT64, 0, offsetof(v4lxx_stream_account, usb_resets), NULL},
    {NULL, LX_UINT32, 0, 0, NULL}};
static const lx_struct lx_struct_v4lxx_stream_account = {"stream_account", sizeof(v4lxx_stream_account), 1, lx_fields_v4lxx_stream_account};
static const lx_field lx_fields_v4lxx_stream_options[] = {
    {"fourcc", LX_UINT32, 0, offsetof(v4lxx_stream_options, fourcc), NULL},
    {"width", LX_UINT32, 0, offsetof(v4lxx_stream_options, width), NULL},
    {"height", LX_UINT32, 0, offsetof(v4lxx_stream_options, height), NULL},
    {"rate", LX_STRUCT, 0, offsetof(v4lxx_stream_options, rate), &lx_struct_v4lxx_fraction},
    {"memory", LX_UINT32, 0, offsetof(v4lxx_stream_options, memory), NULL},
    {"buffer_count", LX_UINT32, 0, offsetof(v4lxx_stream_options, buffer_count), NULL},
    {"flags", LX_UINT32, 0, offsetof(v4lxx_stream_options, flags), NULL},
    {"flow", LX_UINT32, 0, offsetof(v4lxx_stream_options, flow), NULL},
    {"flow_depth", LX_UINT32, 0, offsetof(v4lxx_stream_options, flow_depth), NULL},
    {"min_queued", LX_UINT32, 0, offsetof(v4lxx_stream_options, min_queued), NULL},
    {"reserve", LX_UINT32, 0, offsetof(v4lxx_stream_options, reserve), NULL},
    {"max_buffers", LX_UINT32, 0, offsetof(v4lxx_stream_options, max_buffers), NULL},
    {"stall_after_ns", LX_INT64, 0, offsetof(v4lxx_stream_options, stall_after_ns), NULL},
    {NULL, LX_UINT32, 0, 0, NULL}};
static const lx_struct lx_struct_v4lxx_stream_options = {"stream_options", sizeof(v4lxx_stream_options), 1, lx_fields_v4lxx_stream_options};
static const lx_field lx_fields_v4lxx_stream_rate[] = {
    {"verdict", LX_UINT32, 0, offsetof(v4lxx_stream_rate, verdict), NULL},
    {"nominal", LX_STRUCT, 0, offsetof(v4lxx_stream_rate, nominal), &lx_struct_v4lxx_fraction},
    {"measured_uhz", LX_UINT64, 0, offsetof(v4lxx_stream_rate, measured_uhz), NULL},
    {"measured_ns", LX_INT64, 0, offsetof(v4lxx_stream_rate, measured_ns), NULL},
    {"measured_intervals", LX_UINT32, 0, offsetof(v4lxx_stream_rate, measured_intervals), NULL},
    {"missing", LX_UINT32, 0, offsetof(v4lxx_stream_rate, missing), NULL},
    {NULL, LX_UINT32, 0, 0, NULL}};
static const lx_struct lx_struct_v4lxx_stream_rate = {"stream_rate", sizeof(v4lxx_stream_rate), 1, lx_fields_v4lxx_stream_rate};
static const lx_field lx_fields_v4lxx_stream_state[] = {
    {"phase", LX_UINT32, 0, offsetof(v4lxx_stream_state, phase), NULL},
    {"generation", LX_UINT32, 0, offsetof(v4lxx_stream_state, generation), NULL},
    {"buffer_count", LX_UINT32, 0, offsetof(v4lxx_stream_state, buffer_count), NULL},
    {"queued", LX_UINT32, 0, offsetof(v4lxx_stream_state, queued), NULL},
    {"waiting", LX_UINT32, 0, offsetof(v4lxx_stream_state, waiting), NULL},
    {"held", LX_UINT32, 0, offsetof(v4lxx_stream_state, held), NULL},
    {"has_input_status", LX_BOOL, 0, offsetof(v4lxx_stream_state, has_input_status), NULL},
    {"input_status", LX_UINT32, 0, offsetof(v4lxx_stream_state, input_status), NULL},
    {"attempts", LX_UINT32, 0, offsetof(v4lxx_stream_state, attempts), NULL},
    {"last_code", LX_UINT32, 0, offsetof(v4lxx_stream_state, last_code), NULL},
    {"last_frame_age_ns", LX_INT64, 0, offsetof(v4lxx_stream_state, last_frame_age_ns), NULL},
    {"held_age_ns", LX_INT64, 0, offsetof(v4lxx_stream_state, held_age_ns), NULL},
    {"interval_ns", LX_INT64, 0, offsetof(v4lxx_stream_state, interval_ns), NULL},
    {"exposure_ns", LX_INT64, 0, offsetof(v4lxx_stream_state, exposure_ns), NULL},
    {"away_ns", LX_INT64, 0, offsetof(v4lxx_stream_state, away_ns), NULL},
    {NULL, LX_UINT32, 0, 0, NULL}};
static const lx_struct lx_struct_v4lxx_stream_state = {"stream_state", sizeof(v4lxx_stream_state), 1, lx_fields_v4lxx_stream_state};
static const lx_field lx_fields_v4lxx_stream_statistics[] = {
    {"stamps_unset", LX_UINT64, 0, offsetof(v4lxx_stream_statistics, stamps_unset), NULL},
    {"stamps_repeated", LX_UINT64, 0, offsetof(v4lxx_stream_statistics, stamps_repeated), NULL},
    {"stamps_backward", LX_UINT64, 0, offsetof(v4lxx_stream_statistics, stamps_backward), NULL},
    {"stamps_future", LX_UINT64, 0, offsetof(v4lxx_stream_statistics, stamps_future), NULL},
    {"interval", LX_STRUCT, 0, offsetof(v4lxx_stream_statistics, interval), &lx_struct_v4lxx_histogram},
    {"delivery", LX_STRUCT, 0, offsetof(v4lxx_stream_statistics, delivery), &lx_struct_v4lxx_histogram},
    {NULL, LX_UINT32, 0, 0, NULL}};
static const lx_struct lx_struct_v4lxx_stream_statistics = {"stream_statistics", sizeof(v4lxx_stream_statistics), 1, lx_fields_v4lxx_stream_statistics};
static const lx_field lx_fields_v4lxx_timings[] = {
    {"width", LX_UINT32, 0, offsetof(v4lxx_timings, width), NULL},
    {"height", LX_UINT32, 0, offsetof(v4lxx_timings, height), NULL},
    {"interlaced", LX_BOOL, 0, offsetof(v4lxx_timings, interlaced), NULL},
    {"polarities", LX_UINT32, 0, offsetof(v4lxx_timings, polarities), NULL},
    {"flags", LX_UINT32, 0, offsetof(v4lxx_timings, flags), NULL},
    {"standards", LX_UINT32, 0, offsetof(v4lxx_timings, standards), NULL},
    {"hfrontporch", LX_UINT32, 0, offsetof(v4lxx_timings, hfrontporch), NULL},
    {"hsync", LX_UINT32, 0, offsetof(v4lxx_timings, hsync), NULL},
    {"hbackporch", LX_UINT32, 0, offsetof(v4lxx_timings, hbackporch), NULL},
    {"vfrontporch", LX_UINT32, 0, offsetof(v4lxx_timings, vfrontporch), NULL},
    {"vsync", LX_UINT32, 0, offsetof(v4lxx_timings, vsync), NULL},
    {"vbackporch", LX_UINT32, 0, offsetof(v4lxx_timings, vbackporch), NULL},
    {"il_vfrontporch", LX_UINT32, 0, offsetof(v4lxx_timings, il_vfrontporch), NULL},
    {"il_vsync", LX_UINT32, 0, offsetof(v4lxx_timings, il_vsync), NULL},
    {"il_vbackporch", LX_UINT32, 0, offsetof(v4lxx_timings, il_vbackporch), NULL},
    {"cea861_vic", LX_UINT32, 0, offsetof(v4lxx_timings, cea861_vic), NULL},
    {"hdmi_vic", LX_UINT32, 0, offsetof(v4lxx_timings, hdmi_vic), NULL},
    {"picture_aspect", LX_STRUCT, 0, offsetof(v4lxx_timings, picture_aspect), &lx_struct_v4lxx_fraction},
    {"rate", LX_STRUCT, 0, offsetof(v4lxx_timings, rate), &lx_struct_v4lxx_fraction},
    {"pixelclock_hz", LX_UINT64, 0, offsetof(v4lxx_timings, pixelclock_hz), NULL},
    {NULL, LX_UINT32, 0, 0, NULL}};
static const lx_struct lx_struct_v4lxx_timings = {"timings", sizeof(v4lxx_timings), 1, lx_fields_v4lxx_timings};
static const lx_field lx_fields_v4lxx_timings_capabilities[] = {
    {"min_width", LX_UINT32, 0, offsetof(v4lxx_timings_capabilities, min_width), NULL},
    {"max_width", LX_UINT32, 0, offsetof(v4lxx_timings_capabilities, max_width), NULL},
    {"min_height", LX_UINT32, 0, offsetof(v4lxx_timings_capabilities, min_height), NULL},
    {"max_height", LX_UINT32, 0, offsetof(v4lxx_timings_capabilities, max_height), NULL},
    {"standards", LX_UINT32, 0, offsetof(v4lxx_timings_capabilities, standards), NULL},
    {"capabilities", LX_UINT32, 0, offsetof(v4lxx_timings_capabilities, capabilities), NULL},
    {"min_pixelclock_hz", LX_UINT64, 0, offsetof(v4lxx_timings_capabilities, min_pixelclock_hz), NULL},
    {"max_pixelclock_hz", LX_UINT64, 0, offsetof(v4lxx_timings_capabilities, max_pixelclock_hz), NULL},
    {NULL, LX_UINT32, 0, 0, NULL}};
static const lx_struct lx_struct_v4lxx_timings_capabilities = {"timings_capabilities", sizeof(v4lxx_timings_capabilities), 1, lx_fields_v4lxx_timings_capabilities};
static const lx_field lx_fields_v4lxx_wish[] = {
    {"flags", LX_UINT32, 0, offsetof(v4lxx_wish, flags), NULL},
    {"width", LX_UINT32, 0, offsetof(v4lxx_wish, width), NULL},
    {"height", LX_UINT32, 0, offsetof(v4lxx_wish, height), NULL},
    {"rate", LX_STRUCT, 0, offsetof(v4lxx_wish, rate), &lx_struct_v4lxx_fraction},
    {NULL, LX_UINT32, 0, 0, NULL}};
static const lx_struct lx_struct_v4lxx_wish = {"wish", sizeof(v4lxx_wish), 1, lx_fields_v4lxx_wish};
