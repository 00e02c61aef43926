-- Generated from abi/v0/api.json by abi/tools/gen_lua.py; do not edit.
local ffi = require "ffi"
ffi.cdef [[
typedef int32_t v4lxx_bool;
typedef uint32_t v4lxx_capability;
typedef uint32_t v4lxx_check;
typedef uint32_t v4lxx_clock;
typedef uint32_t v4lxx_code;
typedef uint32_t v4lxx_colour_family;
typedef uint32_t v4lxx_control_flags;
typedef uint32_t v4lxx_control_type;
typedef uint32_t v4lxx_event_kind;
typedef uint32_t v4lxx_examine_flags;
typedef uint32_t v4lxx_feature;
typedef uint32_t v4lxx_flow;
typedef uint32_t v4lxx_format_field;
typedef uint32_t v4lxx_format_flags;
typedef uint32_t v4lxx_frame_flags;
typedef uint32_t v4lxx_group_flags;
typedef uint32_t v4lxx_image_type;
typedef uint32_t v4lxx_input_capability;
typedef uint32_t v4lxx_input_status;
typedef uint32_t v4lxx_input_type;
typedef uint32_t v4lxx_list_flags;
typedef uint32_t v4lxx_listen_flags;
typedef uint32_t v4lxx_log_level;
typedef uint32_t v4lxx_log_topic;
typedef uint32_t v4lxx_match;
typedef uint32_t v4lxx_memory;
typedef uint32_t v4lxx_mode_flags;
typedef uint32_t v4lxx_mode_verdict;
typedef uint32_t v4lxx_node_role;
typedef uint32_t v4lxx_picture_type;
typedef uint32_t v4lxx_rate_verdict;
typedef uint32_t v4lxx_read_mode;
typedef uint32_t v4lxx_reserve;
typedef uint32_t v4lxx_selection_flags;
typedef uint32_t v4lxx_selection_target;
typedef uint32_t v4lxx_settling_state;
typedef uint32_t v4lxx_severity;
typedef uint32_t v4lxx_signal_state;
typedef int32_t v4lxx_status;
typedef uint32_t v4lxx_stream_flags;
typedef uint32_t v4lxx_stream_phase;
typedef uint32_t v4lxx_timestamp_source;
typedef uint32_t v4lxx_timings_capability;
typedef uint32_t v4lxx_timings_flags;
typedef uint32_t v4lxx_timings_standard;
typedef uint32_t v4lxx_wish_flags;
typedef struct v4lxx_bytes v4lxx_bytes;
typedef struct v4lxx_context v4lxx_context;
typedef struct v4lxx_control v4lxx_control;
typedef struct v4lxx_control_list v4lxx_control_list;
typedef struct v4lxx_device v4lxx_device;
typedef struct v4lxx_device_info v4lxx_device_info;
typedef struct v4lxx_device_list v4lxx_device_list;
typedef struct v4lxx_error v4lxx_error;
typedef struct v4lxx_event v4lxx_event;
typedef struct v4lxx_examination v4lxx_examination;
typedef struct v4lxx_format_list v4lxx_format_list;
typedef struct v4lxx_frame v4lxx_frame;
typedef struct v4lxx_frame_set v4lxx_frame_set;
typedef struct v4lxx_group v4lxx_group;
typedef struct v4lxx_held_list v4lxx_held_list;
typedef struct v4lxx_input_list v4lxx_input_list;
typedef struct v4lxx_interval_list v4lxx_interval_list;
typedef struct v4lxx_log_record v4lxx_log_record;
typedef struct v4lxx_mode_list v4lxx_mode_list;
typedef struct v4lxx_size_list v4lxx_size_list;
typedef struct v4lxx_standard_list v4lxx_standard_list;
typedef struct v4lxx_stream v4lxx_stream;
typedef struct v4lxx_timings_list v4lxx_timings_list;
typedef struct { v4lxx_bytes *v4lxx_pointer; bool v4lxx_owned; } v4lxx_lua_bytes;
typedef struct { v4lxx_context *v4lxx_pointer; bool v4lxx_owned; } v4lxx_lua_context;
typedef struct { v4lxx_control *v4lxx_pointer; bool v4lxx_owned; } v4lxx_lua_control;
typedef struct { v4lxx_control_list *v4lxx_pointer; bool v4lxx_owned; } v4lxx_lua_control_list;
typedef struct { v4lxx_device *v4lxx_pointer; bool v4lxx_owned; } v4lxx_lua_device;
typedef struct { v4lxx_device_info *v4lxx_pointer; bool v4lxx_owned; } v4lxx_lua_device_info;
typedef struct { v4lxx_device_list *v4lxx_pointer; bool v4lxx_owned; } v4lxx_lua_device_list;
typedef struct { v4lxx_error *v4lxx_pointer; bool v4lxx_owned; } v4lxx_lua_error;
typedef struct { v4lxx_event *v4lxx_pointer; bool v4lxx_owned; } v4lxx_lua_event;
typedef struct { v4lxx_examination *v4lxx_pointer; bool v4lxx_owned; } v4lxx_lua_examination;
typedef struct { v4lxx_format_list *v4lxx_pointer; bool v4lxx_owned; } v4lxx_lua_format_list;
typedef struct { v4lxx_frame *v4lxx_pointer; bool v4lxx_owned; } v4lxx_lua_frame;
typedef struct { v4lxx_frame_set *v4lxx_pointer; bool v4lxx_owned; } v4lxx_lua_frame_set;
typedef struct { v4lxx_group *v4lxx_pointer; bool v4lxx_owned; } v4lxx_lua_group;
typedef struct { v4lxx_held_list *v4lxx_pointer; bool v4lxx_owned; } v4lxx_lua_held_list;
typedef struct { v4lxx_input_list *v4lxx_pointer; bool v4lxx_owned; } v4lxx_lua_input_list;
typedef struct { v4lxx_interval_list *v4lxx_pointer; bool v4lxx_owned; } v4lxx_lua_interval_list;
typedef struct { v4lxx_log_record *v4lxx_pointer; bool v4lxx_owned; } v4lxx_lua_log_record;
typedef struct { v4lxx_mode_list *v4lxx_pointer; bool v4lxx_owned; } v4lxx_lua_mode_list;
typedef struct { v4lxx_size_list *v4lxx_pointer; bool v4lxx_owned; } v4lxx_lua_size_list;
typedef struct { v4lxx_standard_list *v4lxx_pointer; bool v4lxx_owned; } v4lxx_lua_standard_list;
typedef struct { v4lxx_stream *v4lxx_pointer; bool v4lxx_owned; } v4lxx_lua_stream;
typedef struct { v4lxx_timings_list *v4lxx_pointer; bool v4lxx_owned; } v4lxx_lua_timings_list;
typedef struct v4lxx_fraction { uint32_t numerator; uint32_t denominator; } v4lxx_fraction;
typedef struct v4lxx_histogram { uint64_t count; int64_t least_ns; int64_t most_ns; int64_t sum_ns; uint64_t buckets[96]; } v4lxx_histogram;
typedef struct v4lxx_rectangle { int32_t left; int32_t top; uint32_t width; uint32_t height; } v4lxx_rectangle;
typedef struct v4lxx_context_options { uint32_t struct_size; uint32_t flags; } v4lxx_context_options;
typedef struct v4lxx_converted_time { uint32_t struct_size; v4lxx_clock clock; int64_t time_ns; int64_t error_ns; uint32_t steps; int32_t tai_offset_s; } v4lxx_converted_time;
typedef struct v4lxx_device_options { uint32_t struct_size; uint32_t flags; } v4lxx_device_options;
typedef struct v4lxx_event_info { uint32_t struct_size; v4lxx_event_kind kind; int64_t time_ns; uint64_t tag; uint32_t source_changes; v4lxx_code code; uint32_t old_width; uint32_t old_height; uint32_t new_width; uint32_t new_height; uint32_t attempts; uint32_t reserved0; uint64_t frames_lost; uint64_t frames_delivered; int64_t span_ns; } v4lxx_event_info;
typedef struct v4lxx_format { uint32_t struct_size; uint32_t fourcc; uint32_t width; uint32_t height; uint32_t field; uint32_t colorspace; uint32_t ycbcr_encoding; uint32_t quantization; uint32_t transfer_function; uint32_t flags; uint32_t memory_plane_count; uint32_t reserved0; uint32_t stride_bytes[4]; uint32_t size_bytes[4]; } v4lxx_format;
typedef struct v4lxx_frame_info { uint32_t struct_size; uint32_t fourcc; uint32_t width; uint32_t height; uint32_t field; uint32_t colorspace; uint32_t ycbcr_encoding; uint32_t quantization; uint32_t transfer_function; uint32_t flags; uint32_t sequence; uint32_t driver_sequence; int64_t timestamp_ns; v4lxx_clock clock; v4lxx_timestamp_source timestamp_source; uint32_t plane_count; uint32_t buffer_index; uint64_t plane_address[4]; uint64_t plane_bytes[4]; uint32_t plane_stride[4]; int64_t arrival_ns; uint64_t number; v4lxx_picture_type picture_type; uint32_t generation; uint32_t timecode_type; uint32_t timecode_flags; uint32_t timecode_hours; uint32_t timecode_minutes; uint32_t timecode_seconds; uint32_t timecode_frames; uint32_t timecode_user_bits; v4lxx_clock stamp_clock; int32_t crop_left; int32_t crop_top; uint32_t crop_width; uint32_t crop_height; } v4lxx_frame_info;
typedef struct v4lxx_frame_set_info { uint32_t struct_size; uint32_t camera_count; uint64_t number; uint64_t cameras; int64_t skew_ns; v4lxx_bool is_complete; uint32_t reserved0; } v4lxx_frame_set_info;
typedef struct v4lxx_group_camera { uint32_t struct_size; uint32_t held; uint64_t frames; uint64_t in_complete; uint64_t in_incomplete; uint64_t unmatched; uint64_t late; uint64_t resets; int64_t interval_ns; int64_t drift_ppb; uint32_t drift_frames; v4lxx_bool is_gone; } v4lxx_group_camera;
typedef struct v4lxx_group_options { uint32_t struct_size; v4lxx_match match_by; int64_t tolerance_ns; int64_t max_wait_ns; uint32_t most_held; uint32_t flags; } v4lxx_group_options;
typedef struct v4lxx_group_statistics { uint32_t struct_size; uint32_t camera_count; uint64_t complete; uint64_t incomplete; int64_t tolerance_ns; v4lxx_match match_by; uint32_t reserved0; v4lxx_histogram skew; } v4lxx_group_statistics;
typedef struct v4lxx_held_frame { uint32_t struct_size; uint32_t generation; uint64_t number; uint64_t holder; uint64_t bytes; int64_t arrival_ns; int64_t age_ns; uint32_t references; uint32_t buffer_index; uint32_t flags; uint32_t taken_by; uint32_t released_by; uint32_t reserved0; } v4lxx_held_frame;
typedef struct v4lxx_image_options { uint32_t struct_size; uint32_t quality; } v4lxx_image_options;
typedef struct v4lxx_input_info { uint32_t struct_size; uint32_t index; v4lxx_input_type type; v4lxx_input_status status; uint32_t capabilities; uint32_t reserved0; uint64_t standards; } v4lxx_input_info;
typedef struct v4lxx_interval_range { uint32_t struct_size; uint32_t min_numerator; uint32_t min_denominator; uint32_t max_numerator; uint32_t max_denominator; uint32_t step_numerator; uint32_t step_denominator; uint32_t reserved0; } v4lxx_interval_range;
typedef struct v4lxx_mode { uint32_t struct_size; uint32_t fourcc; uint32_t width; uint32_t height; v4lxx_fraction rate; v4lxx_mode_flags flags; v4lxx_mode_verdict verdict; uint32_t penalty; uint32_t size_penalty; uint32_t rate_penalty; uint32_t format_penalty; } v4lxx_mode;
typedef struct v4lxx_negotiation { uint32_t struct_size; v4lxx_format_field differences; v4lxx_format_field adjusted; uint32_t refused; uint32_t wanted_width; uint32_t wanted_height; v4lxx_fraction wanted_rate; uint32_t chosen_fourcc; uint32_t chosen_width; uint32_t chosen_height; uint32_t steps_down; v4lxx_fraction chosen_rate; uint32_t granted_fourcc; uint32_t granted_width; uint32_t granted_height; uint32_t reserved0; v4lxx_fraction granted_rate; } v4lxx_negotiation;
typedef struct v4lxx_pixel_format_info { uint32_t struct_size; uint32_t fourcc; v4lxx_colour_family family; uint32_t bits_per_sample; uint32_t plane_count; uint32_t memory_plane_count; uint32_t horizontal_subsampling; uint32_t vertical_subsampling; uint32_t bits_per_pixel[4]; } v4lxx_pixel_format_info;
typedef struct v4lxx_settling { uint32_t struct_size; v4lxx_settling_state state; int64_t most_ns; int64_t first_timestamp_ns; uint32_t most_frames; uint32_t frame_count; uint32_t measured_count; uint32_t luma[3]; } v4lxx_settling;
typedef struct v4lxx_signal { uint32_t struct_size; v4lxx_signal_state state; v4lxx_bool is_set; uint32_t input; v4lxx_input_status status; uint32_t width; uint32_t height; v4lxx_bool interlaced; v4lxx_fraction rate; uint64_t standard; } v4lxx_signal;
typedef struct v4lxx_size_range { uint32_t struct_size; uint32_t min_width; uint32_t max_width; uint32_t step_width; uint32_t min_height; uint32_t max_height; uint32_t step_height; uint32_t reserved0; } v4lxx_size_range;
typedef struct v4lxx_standard_info { uint32_t struct_size; uint32_t lines; v4lxx_fraction period; uint64_t bits; } v4lxx_standard_info;
typedef struct v4lxx_stream_account { uint32_t struct_size; uint32_t reserved0; uint64_t delivered; uint64_t driver_dropped; uint64_t corrupt; uint64_t corrupt_dropped; uint64_t empty_dropped; uint64_t short_frames; uint64_t bytes; uint64_t copies; uint64_t io_errors; uint64_t requeue_failures; uint64_t system_calls; uint32_t queued; uint32_t held; uint64_t policy_dropped; uint64_t starved; uint32_t waiting; uint32_t reserved1; uint64_t reconnects; uint64_t others_refused; uint64_t buffers_grown; uint64_t large_pages; uint64_t stalls; uint64_t usb_resets; } v4lxx_stream_account;
typedef struct v4lxx_stream_options { uint32_t struct_size; uint32_t fourcc; uint32_t width; uint32_t height; v4lxx_fraction rate; v4lxx_memory memory; uint32_t buffer_count; uint32_t flags; uint32_t reserved0; v4lxx_flow flow; uint32_t flow_depth; uint32_t min_queued; v4lxx_reserve reserve; uint32_t max_buffers; uint32_t reserved1; int64_t stall_after_ns; } v4lxx_stream_options;
typedef struct v4lxx_stream_rate { uint32_t struct_size; v4lxx_rate_verdict verdict; v4lxx_fraction nominal; uint64_t measured_uhz; int64_t measured_ns; uint32_t measured_intervals; uint32_t missing; } v4lxx_stream_rate;
typedef struct v4lxx_stream_state { uint32_t struct_size; v4lxx_stream_phase phase; uint32_t generation; uint32_t buffer_count; uint32_t queued; uint32_t waiting; uint32_t held; v4lxx_bool has_input_status; v4lxx_input_status input_status; uint32_t attempts; uint32_t last_code; uint32_t reserved0; int64_t last_frame_age_ns; int64_t held_age_ns; int64_t interval_ns; int64_t exposure_ns; int64_t away_ns; } v4lxx_stream_state;
typedef struct v4lxx_stream_statistics { uint32_t struct_size; uint32_t reserved0; uint64_t stamps_unset; uint64_t stamps_repeated; uint64_t stamps_backward; uint64_t stamps_future; v4lxx_histogram interval; v4lxx_histogram delivery; } v4lxx_stream_statistics;
typedef struct v4lxx_timings { uint32_t struct_size; uint32_t width; uint32_t height; v4lxx_bool interlaced; uint32_t polarities; uint32_t flags; uint32_t standards; uint32_t hfrontporch; uint32_t hsync; uint32_t hbackporch; uint32_t vfrontporch; uint32_t vsync; uint32_t vbackporch; uint32_t il_vfrontporch; uint32_t il_vsync; uint32_t il_vbackporch; uint32_t cea861_vic; uint32_t hdmi_vic; v4lxx_fraction picture_aspect; v4lxx_fraction rate; uint64_t pixelclock_hz; } v4lxx_timings;
typedef struct v4lxx_timings_capabilities { uint32_t struct_size; uint32_t min_width; uint32_t max_width; uint32_t min_height; uint32_t max_height; uint32_t standards; uint32_t capabilities; uint32_t reserved0; uint64_t min_pixelclock_hz; uint64_t max_pixelclock_hz; } v4lxx_timings_capabilities;
typedef struct v4lxx_wish { uint32_t struct_size; v4lxx_wish_flags flags; uint32_t width; uint32_t height; v4lxx_fraction rate; } v4lxx_wish;
typedef void (*v4lxx_destroy_fn)(void *user_data);
typedef void (*v4lxx_event_fn)(v4lxx_context *context, v4lxx_event *event, void *user_data);
typedef void (*v4lxx_frame_fn)(v4lxx_stream *stream, v4lxx_frame *frame, void *user_data);
typedef void (*v4lxx_log_fn)(const v4lxx_log_record *record, void *user_data);
const void *v4lxx_bytes_get_data(const v4lxx_bytes *bytes, size_t *out_size);
v4lxx_bytes *v4lxx_bytes_ref(v4lxx_bytes *bytes);
void v4lxx_bytes_unref(v4lxx_bytes *bytes);
const char *v4lxx_check_get_name(v4lxx_check check);
v4lxx_code v4lxx_code_find(const char *text);
const char *v4lxx_code_get_advice(v4lxx_code code);
const char *v4lxx_code_get_explanation(v4lxx_code code);
const char *v4lxx_code_get_meaning(v4lxx_code code);
const char *v4lxx_code_get_name(v4lxx_code code);
v4lxx_status v4lxx_code_get_status(v4lxx_code code);
v4lxx_status v4lxx_context_add_simulated(v4lxx_context *context, const char *name, v4lxx_error **error);
v4lxx_status v4lxx_context_add_stream(v4lxx_context *context, v4lxx_stream *stream, uint64_t tag, v4lxx_error **error);
void v4lxx_context_cancel(v4lxx_context *context);
v4lxx_status v4lxx_context_convert_time(v4lxx_context *context, int64_t time_ns, v4lxx_clock from, v4lxx_clock to, v4lxx_converted_time *out, v4lxx_error **error);
v4lxx_status v4lxx_context_create(const v4lxx_context_options *options, v4lxx_context **out, v4lxx_error **error);
v4lxx_status v4lxx_context_dequeue(v4lxx_context *context, int64_t timeout_ns, uint64_t *tag, v4lxx_frame **out, v4lxx_error **error);
v4lxx_status v4lxx_context_dispatch(v4lxx_context *context, int64_t timeout_ns, uint32_t budget, v4lxx_error **error);
v4lxx_status v4lxx_context_examine(v4lxx_context *context, const char *name, uint32_t flags, v4lxx_examination **out, v4lxx_error **error);
int32_t v4lxx_context_get_fd(v4lxx_context *context);
uint64_t v4lxx_context_get_log_left_out(const v4lxx_context *context);
uint64_t v4lxx_context_get_missed_events(const v4lxx_context *context);
int64_t v4lxx_context_get_time_left(v4lxx_context *context, int64_t deadline_ns);
v4lxx_status v4lxx_context_list_devices(v4lxx_context *context, uint32_t flags, v4lxx_device_list **out, v4lxx_error **error);
v4lxx_status v4lxx_context_listen(v4lxx_context *context, uint32_t flags, v4lxx_error **error);
v4lxx_status v4lxx_context_next_event(v4lxx_context *context, int64_t timeout_ns, v4lxx_event **out, v4lxx_error **error);
void v4lxx_context_options_init(v4lxx_context_options *options, uint32_t size);
v4lxx_context *v4lxx_context_ref(v4lxx_context *context);
void v4lxx_context_remove_stream(v4lxx_context *context, v4lxx_stream *stream);
v4lxx_status v4lxx_context_set_event_callback(v4lxx_context *context, v4lxx_event_fn fn, void *user_data, v4lxx_destroy_fn destroy, v4lxx_error **error);
v4lxx_status v4lxx_context_set_log(v4lxx_context *context, v4lxx_log_level level, v4lxx_log_fn fn, void *user_data, v4lxx_destroy_fn destroy, v4lxx_error **error);
void v4lxx_context_unref(v4lxx_context *context);
int64_t v4lxx_control_get_default(const v4lxx_control *control);
uint32_t v4lxx_control_get_element_count(const v4lxx_control *control);
uint32_t v4lxx_control_get_flags(const v4lxx_control *control);
const char *v4lxx_control_get_flaw(const v4lxx_control *control);
uint32_t v4lxx_control_get_id(const v4lxx_control *control);
uint32_t v4lxx_control_get_item_count(const v4lxx_control *control);
uint32_t v4lxx_control_get_item_index(const v4lxx_control *control, uint32_t number);
const char *v4lxx_control_get_item_name(const v4lxx_control *control, uint32_t number);
int64_t v4lxx_control_get_item_value(const v4lxx_control *control, uint32_t number);
uint32_t v4lxx_control_get_master(const v4lxx_control *control);
int64_t v4lxx_control_get_maximum(const v4lxx_control *control);
int64_t v4lxx_control_get_minimum(const v4lxx_control *control);
const char *v4lxx_control_get_name(const v4lxx_control *control);
const char *v4lxx_control_get_short_name(const v4lxx_control *control);
uint64_t v4lxx_control_get_step(const v4lxx_control *control);
uint32_t v4lxx_control_get_type(const v4lxx_control *control);
v4lxx_control *v4lxx_control_list_get(const v4lxx_control_list *list, uint32_t index);
uint32_t v4lxx_control_list_get_count(const v4lxx_control_list *list);
void v4lxx_control_list_unref(v4lxx_control_list *list);
v4lxx_status v4lxx_control_parse_value(const v4lxx_control *control, const char *text, int64_t *value, v4lxx_error **error);
v4lxx_control *v4lxx_control_ref(v4lxx_control *control);
void v4lxx_control_unref(v4lxx_control *control);
void v4lxx_converted_time_init(v4lxx_converted_time *time, uint32_t size);
void v4lxx_device_close(v4lxx_device *device);
v4lxx_status v4lxx_device_close_within(v4lxx_device *device, int64_t timeout_ns, v4lxx_error **error);
v4lxx_status v4lxx_device_find_control(v4lxx_device *device, const char *name, v4lxx_control **out, v4lxx_error **error);
v4lxx_status v4lxx_device_find_control_by_id(v4lxx_device *device, uint32_t id, v4lxx_control **out, v4lxx_error **error);
v4lxx_status v4lxx_device_find_input(v4lxx_device *device, const char *name, uint32_t *index, v4lxx_error **error);
v4lxx_status v4lxx_device_find_standard(v4lxx_device *device, const char *name, uint64_t *bits, v4lxx_error **error);
v4lxx_status v4lxx_device_find_timings(v4lxx_device *device, const char *name, v4lxx_timings *timings, v4lxx_error **error);
v4lxx_device_info *v4lxx_device_get_info(const v4lxx_device *device);
const char *v4lxx_device_info_get_bus(const v4lxx_device_info *info);
uint32_t v4lxx_device_info_get_capabilities(const v4lxx_device_info *info);
const char *v4lxx_device_info_get_card(const v4lxx_device_info *info);
const char *v4lxx_device_info_get_driver(const v4lxx_device_info *info);
const v4lxx_error *v4lxx_device_info_get_error(const v4lxx_device_info *info);
const char *v4lxx_device_info_get_id(const v4lxx_device_info *info);
const char *v4lxx_device_info_get_media_path(const v4lxx_device_info *info);
v4lxx_device_info *v4lxx_device_info_get_node(const v4lxx_device_info *info, uint32_t index);
uint32_t v4lxx_device_info_get_node_count(const v4lxx_device_info *info);
const char *v4lxx_device_info_get_path(const v4lxx_device_info *info);
v4lxx_node_role v4lxx_device_info_get_role(const v4lxx_device_info *info);
const char *v4lxx_device_info_get_serial(const v4lxx_device_info *info);
uint32_t v4lxx_device_info_get_usb_product(const v4lxx_device_info *info);
uint32_t v4lxx_device_info_get_usb_vendor(const v4lxx_device_info *info);
v4lxx_bool v4lxx_device_info_is_camera(const v4lxx_device_info *info);
v4lxx_bool v4lxx_device_info_is_simulated(const v4lxx_device_info *info);
v4lxx_device_info *v4lxx_device_info_ref(v4lxx_device_info *info);
void v4lxx_device_info_unref(v4lxx_device_info *info);
v4lxx_status v4lxx_device_list_controls(v4lxx_device *device, v4lxx_control_list **out, v4lxx_error **error);
v4lxx_status v4lxx_device_list_formats(v4lxx_device *device, v4lxx_format_list **out, v4lxx_error **error);
v4lxx_device_info *v4lxx_device_list_get(const v4lxx_device_list *list, uint32_t index);
uint32_t v4lxx_device_list_get_count(const v4lxx_device_list *list);
const char *v4lxx_device_list_get_note(const v4lxx_device_list *list);
v4lxx_status v4lxx_device_list_inputs(v4lxx_device *device, v4lxx_input_list **out, v4lxx_error **error);
v4lxx_status v4lxx_device_list_intervals(v4lxx_device *device, uint32_t fourcc, uint32_t width, uint32_t height, v4lxx_interval_list **out, v4lxx_error **error);
v4lxx_status v4lxx_device_list_modes(v4lxx_device *device, const v4lxx_wish *wish, const uint32_t *outputs, uint32_t output_count, v4lxx_mode_list **out, v4lxx_error **error);
v4lxx_status v4lxx_device_list_sizes(v4lxx_device *device, uint32_t fourcc, v4lxx_size_list **out, v4lxx_error **error);
v4lxx_status v4lxx_device_list_standards(v4lxx_device *device, v4lxx_standard_list **out, v4lxx_error **error);
v4lxx_status v4lxx_device_list_timings(v4lxx_device *device, v4lxx_timings_list **out, v4lxx_error **error);
void v4lxx_device_list_unref(v4lxx_device_list *list);
v4lxx_status v4lxx_device_negotiate(v4lxx_device *device, const v4lxx_wish *wish, const uint32_t *outputs, uint32_t output_count, v4lxx_negotiation *out, v4lxx_error **error);
v4lxx_status v4lxx_device_open(v4lxx_context *context, const char *name, const v4lxx_device_options *options, v4lxx_device **out, v4lxx_error **error);
v4lxx_status v4lxx_device_open_fd(v4lxx_context *context, int32_t fd, const v4lxx_device_options *options, v4lxx_device **out, v4lxx_error **error);
void v4lxx_device_options_init(v4lxx_device_options *options, uint32_t size);
v4lxx_status v4lxx_device_query_standard(v4lxx_device *device, uint64_t *bits, v4lxx_error **error);
v4lxx_status v4lxx_device_query_timings(v4lxx_device *device, v4lxx_timings *timings, v4lxx_error **error);
v4lxx_status v4lxx_device_read_control_i64(v4lxx_device *device, const v4lxx_control *control, int64_t *value, v4lxx_error **error);
v4lxx_status v4lxx_device_read_control_string(v4lxx_device *device, const v4lxx_control *control, void *text, uint32_t size, v4lxx_error **error);
v4lxx_status v4lxx_device_read_format(v4lxx_device *device, v4lxx_format *format, v4lxx_error **error);
v4lxx_status v4lxx_device_read_input(v4lxx_device *device, uint32_t *index, v4lxx_error **error);
v4lxx_status v4lxx_device_read_interval(v4lxx_device *device, v4lxx_fraction *interval, v4lxx_error **error);
v4lxx_status v4lxx_device_read_selection(v4lxx_device *device, v4lxx_selection_target target, v4lxx_rectangle *out, v4lxx_error **error);
v4lxx_status v4lxx_device_read_signal(v4lxx_device *device, v4lxx_signal *out, v4lxx_error **error);
v4lxx_status v4lxx_device_read_standard(v4lxx_device *device, uint64_t *bits, v4lxx_error **error);
v4lxx_status v4lxx_device_read_timings(v4lxx_device *device, v4lxx_timings *timings, v4lxx_error **error);
v4lxx_status v4lxx_device_read_timings_capabilities(v4lxx_device *device, v4lxx_timings_capabilities *out, v4lxx_error **error);
v4lxx_device *v4lxx_device_ref(v4lxx_device *device);
v4lxx_status v4lxx_device_select_input(v4lxx_device *device, uint32_t index, v4lxx_error **error);
v4lxx_status v4lxx_device_set_control_i64(v4lxx_device *device, const v4lxx_control *control, int64_t value, int64_t *applied, v4lxx_error **error);
v4lxx_status v4lxx_device_set_control_string(v4lxx_device *device, const v4lxx_control *control, const char *text, v4lxx_error **error);
v4lxx_status v4lxx_device_set_format(v4lxx_device *device, v4lxx_format *format, uint32_t *differences, v4lxx_error **error);
v4lxx_status v4lxx_device_set_interval(v4lxx_device *device, v4lxx_fraction *interval, v4lxx_error **error);
v4lxx_status v4lxx_device_set_selection(v4lxx_device *device, v4lxx_selection_target target, uint32_t flags, v4lxx_rectangle *rectangle, v4lxx_error **error);
v4lxx_status v4lxx_device_set_standard(v4lxx_device *device, uint64_t bits, v4lxx_error **error);
v4lxx_status v4lxx_device_set_timings(v4lxx_device *device, v4lxx_timings *timings, v4lxx_error **error);
v4lxx_status v4lxx_device_try_format(v4lxx_device *device, v4lxx_format *format, uint32_t *differences, v4lxx_error **error);
void v4lxx_device_unref(v4lxx_device *device);
int32_t v4lxx_errno_find(const char *name);
const char *v4lxx_errno_get_explanation(int32_t number);
const char *v4lxx_errno_get_name(int32_t number);
void v4lxx_error_free(v4lxx_error *error);
const char *v4lxx_error_get_advice(const v4lxx_error *error);
const char *v4lxx_error_get_answer(const v4lxx_error *error);
const char *v4lxx_error_get_asked(const v4lxx_error *error);
const char *v4lxx_error_get_cause(const v4lxx_error *error);
v4lxx_code v4lxx_error_get_code(const v4lxx_error *error);
const char *v4lxx_error_get_device(const v4lxx_error *error);
int32_t v4lxx_error_get_errno(const v4lxx_error *error);
const char *v4lxx_error_get_field(const v4lxx_error *error);
const char *v4lxx_error_get_message(const v4lxx_error *error);
const char *v4lxx_error_get_operation(const v4lxx_error *error);
const char *v4lxx_error_get_request(const v4lxx_error *error);
v4lxx_status v4lxx_error_get_status(const v4lxx_error *error);
v4lxx_bool v4lxx_error_is_cause_checked(const v4lxx_error *error);
v4lxx_device_info *v4lxx_event_get_device(const v4lxx_event *event);
const char *v4lxx_event_get_text(const v4lxx_event *event);
void v4lxx_event_info_init(v4lxx_event_info *info, uint32_t size);
const char *v4lxx_event_kind_get_name(v4lxx_event_kind kind);
v4lxx_status v4lxx_event_read_info(const v4lxx_event *event, v4lxx_event_info *info, v4lxx_error **error);
v4lxx_event *v4lxx_event_ref(v4lxx_event *event);
void v4lxx_event_unref(v4lxx_event *event);
const char *v4lxx_examination_get_advice(const v4lxx_examination *examination, uint32_t index);
v4lxx_check v4lxx_examination_get_check(const v4lxx_examination *examination, uint32_t index);
v4lxx_code v4lxx_examination_get_code(const v4lxx_examination *examination, uint32_t index);
uint32_t v4lxx_examination_get_count(const v4lxx_examination *examination);
const char *v4lxx_examination_get_device(const v4lxx_examination *examination, uint32_t index);
const char *v4lxx_examination_get_found(const v4lxx_examination *examination, uint32_t index);
const char *v4lxx_examination_get_meaning(const v4lxx_examination *examination, uint32_t index);
v4lxx_severity v4lxx_examination_get_severity(const v4lxx_examination *examination, uint32_t index);
v4lxx_severity v4lxx_examination_get_worst(const v4lxx_examination *examination);
v4lxx_bool v4lxx_examination_is_meaning_checked(const v4lxx_examination *examination, uint32_t index);
void v4lxx_examination_unref(v4lxx_examination *examination);
void v4lxx_format_init(v4lxx_format *format, uint32_t size);
uint32_t v4lxx_format_list_get_count(const v4lxx_format_list *list);
const char *v4lxx_format_list_get_description(const v4lxx_format_list *list, uint32_t index);
uint32_t v4lxx_format_list_get_flags(const v4lxx_format_list *list, uint32_t index);
uint32_t v4lxx_format_list_get_fourcc(const v4lxx_format_list *list, uint32_t index);
void v4lxx_format_list_unref(v4lxx_format_list *list);
v4lxx_status v4lxx_frame_convert_time(const v4lxx_frame *frame, v4lxx_clock to, v4lxx_converted_time *out, v4lxx_error **error);
v4lxx_status v4lxx_frame_encode(const v4lxx_frame *frame, v4lxx_image_type type, const v4lxx_image_options *options, v4lxx_bytes **out, v4lxx_error **error);
const void *v4lxx_frame_get_plane_data(const v4lxx_frame *frame, uint32_t plane, size_t *out_size);
void v4lxx_frame_info_init(v4lxx_frame_info *info, uint32_t size);
v4lxx_status v4lxx_frame_measure_luma(const v4lxx_frame *frame, uint32_t *out, v4lxx_error **error);
v4lxx_status v4lxx_frame_read_info(const v4lxx_frame *frame, v4lxx_frame_info *out, v4lxx_error **error);
v4lxx_frame *v4lxx_frame_ref(v4lxx_frame *frame);
v4lxx_frame *v4lxx_frame_set_get_frame(const v4lxx_frame_set *set, uint32_t index);
int64_t v4lxx_frame_set_get_moment(const v4lxx_frame_set *set, uint32_t index);
void v4lxx_frame_set_holder(v4lxx_frame *frame, uint64_t holder);
void v4lxx_frame_set_info_init(v4lxx_frame_set_info *info, uint32_t size);
v4lxx_status v4lxx_frame_set_read_info(const v4lxx_frame_set *set, v4lxx_frame_set_info *out, v4lxx_error **error);
v4lxx_frame_set *v4lxx_frame_set_ref(v4lxx_frame_set *set);
void v4lxx_frame_set_unref(v4lxx_frame_set *set);
void v4lxx_frame_unref(v4lxx_frame *frame);
v4lxx_status v4lxx_group_add_stream(v4lxx_group *group, v4lxx_stream *stream, int64_t offset_ns, v4lxx_error **error);
void v4lxx_group_camera_init(v4lxx_group_camera *camera, uint32_t size);
void v4lxx_group_cancel(v4lxx_group *group);
v4lxx_status v4lxx_group_create(v4lxx_context *context, const v4lxx_group_options *options, v4lxx_group **out, v4lxx_error **error);
int32_t v4lxx_group_get_fd(v4lxx_group *group);
v4lxx_status v4lxx_group_next(v4lxx_group *group, int64_t timeout_ns, v4lxx_frame_set **out, v4lxx_error **error);
void v4lxx_group_options_init(v4lxx_group_options *options, uint32_t size);
v4lxx_status v4lxx_group_read_camera(v4lxx_group *group, uint32_t index, v4lxx_group_camera *out, v4lxx_error **error);
v4lxx_status v4lxx_group_read_statistics(v4lxx_group *group, v4lxx_group_statistics *out, v4lxx_error **error);
v4lxx_group *v4lxx_group_ref(v4lxx_group *group);
void v4lxx_group_statistics_init(v4lxx_group_statistics *statistics, uint32_t size);
void v4lxx_group_unref(v4lxx_group *group);
void v4lxx_held_frame_init(v4lxx_held_frame *held, uint32_t size);
v4lxx_status v4lxx_held_list_at(const v4lxx_held_list *list, uint32_t index, v4lxx_held_frame *out, v4lxx_error **error);
uint32_t v4lxx_held_list_get_count(const v4lxx_held_list *list);
void v4lxx_held_list_unref(v4lxx_held_list *list);
int64_t v4lxx_histogram_get_bound(uint32_t bucket);
int64_t v4lxx_histogram_get_quantile(const v4lxx_histogram *histogram, uint32_t per_mille);
void v4lxx_image_options_init(v4lxx_image_options *options, uint32_t size);
v4lxx_bool v4lxx_image_supports(uint32_t fourcc, v4lxx_image_type type);
void v4lxx_input_info_init(v4lxx_input_info *info, uint32_t size);
v4lxx_status v4lxx_input_list_at(const v4lxx_input_list *list, uint32_t index, v4lxx_input_info *out, v4lxx_error **error);
uint32_t v4lxx_input_list_get_count(const v4lxx_input_list *list);
const char *v4lxx_input_list_get_name(const v4lxx_input_list *list, uint32_t index);
void v4lxx_input_list_unref(v4lxx_input_list *list);
const char *v4lxx_input_status_get_text(v4lxx_input_status bit);
v4lxx_status v4lxx_interval_list_at(const v4lxx_interval_list *list, uint32_t index, v4lxx_interval_range *out, v4lxx_error **error);
uint32_t v4lxx_interval_list_get_count(const v4lxx_interval_list *list);
void v4lxx_interval_list_unref(v4lxx_interval_list *list);
void v4lxx_interval_range_init(v4lxx_interval_range *range, uint32_t size);
const char *v4lxx_log_level_get_name(v4lxx_log_level level);
v4lxx_code v4lxx_log_record_get_code(const v4lxx_log_record *record);
const char *v4lxx_log_record_get_device(const v4lxx_log_record *record);
uint64_t v4lxx_log_record_get_left_out(const v4lxx_log_record *record);
v4lxx_log_level v4lxx_log_record_get_level(const v4lxx_log_record *record);
const char *v4lxx_log_record_get_message(const v4lxx_log_record *record);
v4lxx_log_topic v4lxx_log_record_get_topic(const v4lxx_log_record *record);
void v4lxx_mode_init(v4lxx_mode *mode, uint32_t size);
v4lxx_status v4lxx_mode_list_at(const v4lxx_mode_list *list, uint32_t index, v4lxx_mode *out, v4lxx_error **error);
uint32_t v4lxx_mode_list_get_count(const v4lxx_mode_list *list);
const char *v4lxx_mode_list_get_reason(const v4lxx_mode_list *list, uint32_t index);
void v4lxx_mode_list_unref(v4lxx_mode_list *list);
void v4lxx_negotiation_init(v4lxx_negotiation *negotiation, uint32_t size);
v4lxx_status v4lxx_pixel_format_describe(uint32_t fourcc, v4lxx_pixel_format_info *out, v4lxx_error **error);
uint32_t v4lxx_pixel_format_find(const char *name);
uint32_t v4lxx_pixel_format_get_count(void);
uint32_t v4lxx_pixel_format_get_fourcc(uint32_t index);
const char *v4lxx_pixel_format_get_name(uint32_t fourcc);
void v4lxx_pixel_format_info_init(v4lxx_pixel_format_info *info, uint32_t size);
v4lxx_status v4lxx_settling_add_frame(v4lxx_settling *settling, const v4lxx_frame *frame, v4lxx_error **error);
void v4lxx_settling_init(v4lxx_settling *settling, uint32_t size);
const char *v4lxx_severity_get_name(v4lxx_severity severity);
void v4lxx_signal_init(v4lxx_signal *signal, uint32_t size);
v4lxx_status v4lxx_size_list_at(const v4lxx_size_list *list, uint32_t index, v4lxx_size_range *out, v4lxx_error **error);
uint32_t v4lxx_size_list_get_count(const v4lxx_size_list *list);
void v4lxx_size_list_unref(v4lxx_size_list *list);
void v4lxx_size_range_init(v4lxx_size_range *range, uint32_t size);
uint64_t v4lxx_standard_find(const char *name);
const char *v4lxx_standard_get_name(uint64_t bits);
void v4lxx_standard_info_init(v4lxx_standard_info *info, uint32_t size);
v4lxx_status v4lxx_standard_list_at(const v4lxx_standard_list *list, uint32_t index, v4lxx_standard_info *out, v4lxx_error **error);
uint32_t v4lxx_standard_list_get_count(const v4lxx_standard_list *list);
const char *v4lxx_standard_list_get_name(const v4lxx_standard_list *list, uint32_t index);
void v4lxx_standard_list_unref(v4lxx_standard_list *list);
const char *v4lxx_status_get_meaning(v4lxx_status status);
const char *v4lxx_status_get_name(v4lxx_status status);
void v4lxx_stream_account_init(v4lxx_stream_account *account, uint32_t size);
void v4lxx_stream_cancel(v4lxx_stream *stream);
v4lxx_status v4lxx_stream_check_rate(v4lxx_stream *stream, v4lxx_error **error);
void v4lxx_stream_close(v4lxx_stream *stream);
v4lxx_status v4lxx_stream_close_within(v4lxx_stream *stream, int64_t timeout_ns, v4lxx_error **error);
v4lxx_status v4lxx_stream_create(v4lxx_device *device, const v4lxx_stream_options *options, v4lxx_stream **out, v4lxx_error **error);
v4lxx_status v4lxx_stream_dequeue(v4lxx_stream *stream, int64_t timeout_ns, v4lxx_frame **out, v4lxx_error **error);
v4lxx_status v4lxx_stream_dequeue_many(v4lxx_stream *stream, v4lxx_frame **frames, uint32_t capacity, int64_t timeout_ns, uint32_t *out_count, v4lxx_error **error);
v4lxx_status v4lxx_stream_dispatch(v4lxx_stream *stream, int64_t timeout_ns, v4lxx_error **error);
v4lxx_status v4lxx_stream_find_frame(v4lxx_stream *stream, uint64_t address, v4lxx_held_frame *out, v4lxx_error **error);
uint32_t v4lxx_stream_get_buffer_count(const v4lxx_stream *stream);
int32_t v4lxx_stream_get_fd(v4lxx_stream *stream);
uint32_t v4lxx_stream_get_steps_down(const v4lxx_stream *stream);
int64_t v4lxx_stream_get_time_left(v4lxx_stream *stream, int64_t deadline_ns);
v4lxx_status v4lxx_stream_list_held(v4lxx_stream *stream, v4lxx_held_list **out, v4lxx_error **error);
void v4lxx_stream_options_init(v4lxx_stream_options *options, uint32_t size);
void v4lxx_stream_rate_init(v4lxx_stream_rate *rate, uint32_t size);
v4lxx_status v4lxx_stream_read(v4lxx_stream *stream, void *buffer, size_t size, v4lxx_read_mode mode, int64_t timeout_ns, size_t *out_size, v4lxx_error **error);
v4lxx_status v4lxx_stream_read_account(v4lxx_stream *stream, v4lxx_stream_account *out, v4lxx_error **error);
v4lxx_status v4lxx_stream_read_format(v4lxx_stream *stream, v4lxx_format *format, v4lxx_error **error);
v4lxx_status v4lxx_stream_read_interval(v4lxx_stream *stream, v4lxx_fraction *out, v4lxx_error **error);
v4lxx_status v4lxx_stream_read_rate(v4lxx_stream *stream, v4lxx_stream_rate *out, v4lxx_error **error);
v4lxx_status v4lxx_stream_read_state(v4lxx_stream *stream, v4lxx_stream_state *out, v4lxx_error **error);
v4lxx_status v4lxx_stream_read_statistics(v4lxx_stream *stream, v4lxx_stream_statistics *out, v4lxx_error **error);
v4lxx_status v4lxx_stream_reconfigure(v4lxx_stream *stream, const v4lxx_stream_options *options, v4lxx_error **error);
v4lxx_stream *v4lxx_stream_ref(v4lxx_stream *stream);
v4lxx_status v4lxx_stream_set_frame_callback(v4lxx_stream *stream, v4lxx_frame_fn fn, void *user_data, v4lxx_destroy_fn destroy, v4lxx_error **error);
v4lxx_status v4lxx_stream_start(v4lxx_stream *stream, v4lxx_error **error);
void v4lxx_stream_state_init(v4lxx_stream_state *state, uint32_t size);
void v4lxx_stream_statistics_init(v4lxx_stream_statistics *statistics, uint32_t size);
v4lxx_status v4lxx_stream_stop(v4lxx_stream *stream, v4lxx_error **error);
void v4lxx_stream_unref(v4lxx_stream *stream);
v4lxx_bool v4lxx_supports(v4lxx_feature feature);
void v4lxx_timings_capabilities_init(v4lxx_timings_capabilities *capabilities, uint32_t size);
void v4lxx_timings_init(v4lxx_timings *timings, uint32_t size);
v4lxx_status v4lxx_timings_list_at(const v4lxx_timings_list *list, uint32_t index, v4lxx_timings *out, v4lxx_error **error);
uint32_t v4lxx_timings_list_get_count(const v4lxx_timings_list *list);
const char *v4lxx_timings_list_get_name(const v4lxx_timings_list *list, uint32_t index);
void v4lxx_timings_list_unref(v4lxx_timings_list *list);
v4lxx_bool v4lxx_version_at_least(uint32_t major, uint32_t minor, uint32_t micro);
uint32_t v4lxx_version_get_number(void);
const char *v4lxx_version_get_string(void);
void v4lxx_wish_init(v4lxx_wish *wish, uint32_t size);
typedef struct { int fd; short events; short revents; } v4lxx_lua_pollfd;
int v4lxx_lua_poll(v4lxx_lua_pollfd *descriptors, unsigned long count, int timeout_ms) __asm__("poll");
]]

return {
  handles = {
    { name = "bytes", release = "v4lxx_bytes_unref", ref = "v4lxx_bytes_ref" },
    { name = "context", release = "v4lxx_context_unref", ref = "v4lxx_context_ref" },
    { name = "control", release = "v4lxx_control_unref", ref = "v4lxx_control_ref" },
    { name = "control_list", release = "v4lxx_control_list_unref", ref = false },
    { name = "device", release = "v4lxx_device_unref", ref = "v4lxx_device_ref" },
    { name = "device_info", release = "v4lxx_device_info_unref", ref = "v4lxx_device_info_ref" },
    { name = "device_list", release = "v4lxx_device_list_unref", ref = false },
    { name = "error", release = "v4lxx_error_free", ref = false },
    { name = "event", release = "v4lxx_event_unref", ref = "v4lxx_event_ref" },
    { name = "examination", release = "v4lxx_examination_unref", ref = false },
    { name = "format_list", release = "v4lxx_format_list_unref", ref = false },
    { name = "frame", release = "v4lxx_frame_unref", ref = "v4lxx_frame_ref" },
    { name = "frame_set", release = "v4lxx_frame_set_unref", ref = "v4lxx_frame_set_ref" },
    { name = "group", release = "v4lxx_group_unref", ref = "v4lxx_group_ref" },
    { name = "held_list", release = "v4lxx_held_list_unref", ref = false },
    { name = "input_list", release = "v4lxx_input_list_unref", ref = false },
    { name = "interval_list", release = "v4lxx_interval_list_unref", ref = false },
    { name = "log_record", release = false, ref = false },
    { name = "mode_list", release = "v4lxx_mode_list_unref", ref = false },
    { name = "size_list", release = "v4lxx_size_list_unref", ref = false },
    { name = "standard_list", release = "v4lxx_standard_list_unref", ref = false },
    { name = "stream", release = "v4lxx_stream_unref", ref = "v4lxx_stream_ref" },
    { name = "timings_list", release = "v4lxx_timings_list_unref", ref = false },
  },
  structs = {
    v4lxx_context_options = { versioned = true, { "flags", "uint32_t", 0 } },
    v4lxx_converted_time = { versioned = true, { "clock", "uint32_t", 0 }, { "time_ns", "int64_t", 0 }, { "error_ns", "int64_t", 0 }, { "steps", "uint32_t", 0 }, { "tai_offset_s", "int32_t", 0 } },
    v4lxx_device_options = { versioned = true, { "flags", "uint32_t", 0 } },
    v4lxx_event_info = { versioned = true, { "kind", "uint32_t", 0 }, { "time_ns", "int64_t", 0 }, { "tag", "uint64_t", 0 }, { "source_changes", "uint32_t", 0 }, { "code", "uint32_t", 0 }, { "old_width", "uint32_t", 0 }, { "old_height", "uint32_t", 0 }, { "new_width", "uint32_t", 0 }, { "new_height", "uint32_t", 0 }, { "attempts", "uint32_t", 0 }, { "frames_lost", "uint64_t", 0 }, { "frames_delivered", "uint64_t", 0 }, { "span_ns", "int64_t", 0 } },
    v4lxx_format = { versioned = true, { "fourcc", "uint32_t", 0 }, { "width", "uint32_t", 0 }, { "height", "uint32_t", 0 }, { "field", "uint32_t", 0 }, { "colorspace", "uint32_t", 0 }, { "ycbcr_encoding", "uint32_t", 0 }, { "quantization", "uint32_t", 0 }, { "transfer_function", "uint32_t", 0 }, { "flags", "uint32_t", 0 }, { "memory_plane_count", "uint32_t", 0 }, { "stride_bytes", "uint32_t", 4 }, { "size_bytes", "uint32_t", 4 } },
    v4lxx_fraction = { versioned = false, { "numerator", "uint32_t", 0 }, { "denominator", "uint32_t", 0 } },
    v4lxx_frame_info = { versioned = true, { "fourcc", "uint32_t", 0 }, { "width", "uint32_t", 0 }, { "height", "uint32_t", 0 }, { "field", "uint32_t", 0 }, { "colorspace", "uint32_t", 0 }, { "ycbcr_encoding", "uint32_t", 0 }, { "quantization", "uint32_t", 0 }, { "transfer_function", "uint32_t", 0 }, { "flags", "uint32_t", 0 }, { "sequence", "uint32_t", 0 }, { "driver_sequence", "uint32_t", 0 }, { "timestamp_ns", "int64_t", 0 }, { "clock", "uint32_t", 0 }, { "timestamp_source", "uint32_t", 0 }, { "plane_count", "uint32_t", 0 }, { "buffer_index", "uint32_t", 0 }, { "plane_address", "uint64_t", 4 }, { "plane_bytes", "uint64_t", 4 }, { "plane_stride", "uint32_t", 4 }, { "arrival_ns", "int64_t", 0 }, { "number", "uint64_t", 0 }, { "picture_type", "uint32_t", 0 }, { "generation", "uint32_t", 0 }, { "timecode_type", "uint32_t", 0 }, { "timecode_flags", "uint32_t", 0 }, { "timecode_hours", "uint32_t", 0 }, { "timecode_minutes", "uint32_t", 0 }, { "timecode_seconds", "uint32_t", 0 }, { "timecode_frames", "uint32_t", 0 }, { "timecode_user_bits", "uint32_t", 0 }, { "stamp_clock", "uint32_t", 0 }, { "crop_left", "int32_t", 0 }, { "crop_top", "int32_t", 0 }, { "crop_width", "uint32_t", 0 }, { "crop_height", "uint32_t", 0 } },
    v4lxx_frame_set_info = { versioned = true, { "camera_count", "uint32_t", 0 }, { "number", "uint64_t", 0 }, { "cameras", "uint64_t", 0 }, { "skew_ns", "int64_t", 0 }, { "is_complete", "v4lxx_bool", 0 } },
    v4lxx_group_camera = { versioned = true, { "held", "uint32_t", 0 }, { "frames", "uint64_t", 0 }, { "in_complete", "uint64_t", 0 }, { "in_incomplete", "uint64_t", 0 }, { "unmatched", "uint64_t", 0 }, { "late", "uint64_t", 0 }, { "resets", "uint64_t", 0 }, { "interval_ns", "int64_t", 0 }, { "drift_ppb", "int64_t", 0 }, { "drift_frames", "uint32_t", 0 }, { "is_gone", "v4lxx_bool", 0 } },
    v4lxx_group_options = { versioned = true, { "match_by", "uint32_t", 0 }, { "tolerance_ns", "int64_t", 0 }, { "max_wait_ns", "int64_t", 0 }, { "most_held", "uint32_t", 0 }, { "flags", "uint32_t", 0 } },
    v4lxx_group_statistics = { versioned = true, { "camera_count", "uint32_t", 0 }, { "complete", "uint64_t", 0 }, { "incomplete", "uint64_t", 0 }, { "tolerance_ns", "int64_t", 0 }, { "match_by", "uint32_t", 0 }, { "skew", "v4lxx_histogram", 0 } },
    v4lxx_held_frame = { versioned = true, { "generation", "uint32_t", 0 }, { "number", "uint64_t", 0 }, { "holder", "uint64_t", 0 }, { "bytes", "uint64_t", 0 }, { "arrival_ns", "int64_t", 0 }, { "age_ns", "int64_t", 0 }, { "references", "uint32_t", 0 }, { "buffer_index", "uint32_t", 0 }, { "flags", "uint32_t", 0 }, { "taken_by", "uint32_t", 0 }, { "released_by", "uint32_t", 0 } },
    v4lxx_histogram = { versioned = false, { "count", "uint64_t", 0 }, { "least_ns", "int64_t", 0 }, { "most_ns", "int64_t", 0 }, { "sum_ns", "int64_t", 0 }, { "buckets", "uint64_t", 96 } },
    v4lxx_image_options = { versioned = true, { "quality", "uint32_t", 0 } },
    v4lxx_input_info = { versioned = true, { "index", "uint32_t", 0 }, { "type", "uint32_t", 0 }, { "status", "uint32_t", 0 }, { "capabilities", "uint32_t", 0 }, { "standards", "uint64_t", 0 } },
    v4lxx_interval_range = { versioned = true, { "min_numerator", "uint32_t", 0 }, { "min_denominator", "uint32_t", 0 }, { "max_numerator", "uint32_t", 0 }, { "max_denominator", "uint32_t", 0 }, { "step_numerator", "uint32_t", 0 }, { "step_denominator", "uint32_t", 0 } },
    v4lxx_mode = { versioned = true, { "fourcc", "uint32_t", 0 }, { "width", "uint32_t", 0 }, { "height", "uint32_t", 0 }, { "rate", "v4lxx_fraction", 0 }, { "flags", "uint32_t", 0 }, { "verdict", "uint32_t", 0 }, { "penalty", "uint32_t", 0 }, { "size_penalty", "uint32_t", 0 }, { "rate_penalty", "uint32_t", 0 }, { "format_penalty", "uint32_t", 0 } },
    v4lxx_negotiation = { versioned = true, { "differences", "uint32_t", 0 }, { "adjusted", "uint32_t", 0 }, { "refused", "uint32_t", 0 }, { "wanted_width", "uint32_t", 0 }, { "wanted_height", "uint32_t", 0 }, { "wanted_rate", "v4lxx_fraction", 0 }, { "chosen_fourcc", "uint32_t", 0 }, { "chosen_width", "uint32_t", 0 }, { "chosen_height", "uint32_t", 0 }, { "steps_down", "uint32_t", 0 }, { "chosen_rate", "v4lxx_fraction", 0 }, { "granted_fourcc", "uint32_t", 0 }, { "granted_width", "uint32_t", 0 }, { "granted_height", "uint32_t", 0 }, { "granted_rate", "v4lxx_fraction", 0 } },
    v4lxx_pixel_format_info = { versioned = true, { "fourcc", "uint32_t", 0 }, { "family", "uint32_t", 0 }, { "bits_per_sample", "uint32_t", 0 }, { "plane_count", "uint32_t", 0 }, { "memory_plane_count", "uint32_t", 0 }, { "horizontal_subsampling", "uint32_t", 0 }, { "vertical_subsampling", "uint32_t", 0 }, { "bits_per_pixel", "uint32_t", 4 } },
    v4lxx_rectangle = { versioned = false, { "left", "int32_t", 0 }, { "top", "int32_t", 0 }, { "width", "uint32_t", 0 }, { "height", "uint32_t", 0 } },
    v4lxx_settling = { versioned = true, { "state", "uint32_t", 0 }, { "most_ns", "int64_t", 0 }, { "first_timestamp_ns", "int64_t", 0 }, { "most_frames", "uint32_t", 0 }, { "frame_count", "uint32_t", 0 }, { "measured_count", "uint32_t", 0 }, { "luma", "uint32_t", 3 } },
    v4lxx_signal = { versioned = true, { "state", "uint32_t", 0 }, { "is_set", "v4lxx_bool", 0 }, { "input", "uint32_t", 0 }, { "status", "uint32_t", 0 }, { "width", "uint32_t", 0 }, { "height", "uint32_t", 0 }, { "interlaced", "v4lxx_bool", 0 }, { "rate", "v4lxx_fraction", 0 }, { "standard", "uint64_t", 0 } },
    v4lxx_size_range = { versioned = true, { "min_width", "uint32_t", 0 }, { "max_width", "uint32_t", 0 }, { "step_width", "uint32_t", 0 }, { "min_height", "uint32_t", 0 }, { "max_height", "uint32_t", 0 }, { "step_height", "uint32_t", 0 } },
    v4lxx_standard_info = { versioned = true, { "lines", "uint32_t", 0 }, { "period", "v4lxx_fraction", 0 }, { "bits", "uint64_t", 0 } },
    v4lxx_stream_account = { versioned = true, { "delivered", "uint64_t", 0 }, { "driver_dropped", "uint64_t", 0 }, { "corrupt", "uint64_t", 0 }, { "corrupt_dropped", "uint64_t", 0 }, { "empty_dropped", "uint64_t", 0 }, { "short_frames", "uint64_t", 0 }, { "bytes", "uint64_t", 0 }, { "copies", "uint64_t", 0 }, { "io_errors", "uint64_t", 0 }, { "requeue_failures", "uint64_t", 0 }, { "system_calls", "uint64_t", 0 }, { "queued", "uint32_t", 0 }, { "held", "uint32_t", 0 }, { "policy_dropped", "uint64_t", 0 }, { "starved", "uint64_t", 0 }, { "waiting", "uint32_t", 0 }, { "reconnects", "uint64_t", 0 }, { "others_refused", "uint64_t", 0 }, { "buffers_grown", "uint64_t", 0 }, { "large_pages", "uint64_t", 0 }, { "stalls", "uint64_t", 0 }, { "usb_resets", "uint64_t", 0 } },
    v4lxx_stream_options = { versioned = true, { "fourcc", "uint32_t", 0 }, { "width", "uint32_t", 0 }, { "height", "uint32_t", 0 }, { "rate", "v4lxx_fraction", 0 }, { "memory", "uint32_t", 0 }, { "buffer_count", "uint32_t", 0 }, { "flags", "uint32_t", 0 }, { "flow", "uint32_t", 0 }, { "flow_depth", "uint32_t", 0 }, { "min_queued", "uint32_t", 0 }, { "reserve", "uint32_t", 0 }, { "max_buffers", "uint32_t", 0 }, { "stall_after_ns", "int64_t", 0 } },
    v4lxx_stream_rate = { versioned = true, { "verdict", "uint32_t", 0 }, { "nominal", "v4lxx_fraction", 0 }, { "measured_uhz", "uint64_t", 0 }, { "measured_ns", "int64_t", 0 }, { "measured_intervals", "uint32_t", 0 }, { "missing", "uint32_t", 0 } },
    v4lxx_stream_state = { versioned = true, { "phase", "uint32_t", 0 }, { "generation", "uint32_t", 0 }, { "buffer_count", "uint32_t", 0 }, { "queued", "uint32_t", 0 }, { "waiting", "uint32_t", 0 }, { "held", "uint32_t", 0 }, { "has_input_status", "v4lxx_bool", 0 }, { "input_status", "uint32_t", 0 }, { "attempts", "uint32_t", 0 }, { "last_code", "uint32_t", 0 }, { "last_frame_age_ns", "int64_t", 0 }, { "held_age_ns", "int64_t", 0 }, { "interval_ns", "int64_t", 0 }, { "exposure_ns", "int64_t", 0 }, { "away_ns", "int64_t", 0 } },
    v4lxx_stream_statistics = { versioned = true, { "stamps_unset", "uint64_t", 0 }, { "stamps_repeated", "uint64_t", 0 }, { "stamps_backward", "uint64_t", 0 }, { "stamps_future", "uint64_t", 0 }, { "interval", "v4lxx_histogram", 0 }, { "delivery", "v4lxx_histogram", 0 } },
    v4lxx_timings = { versioned = true, { "width", "uint32_t", 0 }, { "height", "uint32_t", 0 }, { "interlaced", "v4lxx_bool", 0 }, { "polarities", "uint32_t", 0 }, { "flags", "uint32_t", 0 }, { "standards", "uint32_t", 0 }, { "hfrontporch", "uint32_t", 0 }, { "hsync", "uint32_t", 0 }, { "hbackporch", "uint32_t", 0 }, { "vfrontporch", "uint32_t", 0 }, { "vsync", "uint32_t", 0 }, { "vbackporch", "uint32_t", 0 }, { "il_vfrontporch", "uint32_t", 0 }, { "il_vsync", "uint32_t", 0 }, { "il_vbackporch", "uint32_t", 0 }, { "cea861_vic", "uint32_t", 0 }, { "hdmi_vic", "uint32_t", 0 }, { "picture_aspect", "v4lxx_fraction", 0 }, { "rate", "v4lxx_fraction", 0 }, { "pixelclock_hz", "uint64_t", 0 } },
    v4lxx_timings_capabilities = { versioned = true, { "min_width", "uint32_t", 0 }, { "max_width", "uint32_t", 0 }, { "min_height", "uint32_t", 0 }, { "max_height", "uint32_t", 0 }, { "standards", "uint32_t", 0 }, { "capabilities", "uint32_t", 0 }, { "min_pixelclock_hz", "uint64_t", 0 }, { "max_pixelclock_hz", "uint64_t", 0 } },
    v4lxx_wish = { versioned = true, { "flags", "uint32_t", 0 }, { "width", "uint32_t", 0 }, { "height", "uint32_t", 0 }, { "rate", "v4lxx_fraction", 0 } },
  },
  functions = {
    "v4lxx_bytes_get_data",
    "v4lxx_bytes_ref",
    "v4lxx_bytes_unref",
    "v4lxx_check_get_name",
    "v4lxx_code_find",
    "v4lxx_code_get_advice",
    "v4lxx_code_get_explanation",
    "v4lxx_code_get_meaning",
    "v4lxx_code_get_name",
    "v4lxx_code_get_status",
    "v4lxx_context_add_simulated",
    "v4lxx_context_add_stream",
    "v4lxx_context_cancel",
    "v4lxx_context_convert_time",
    "v4lxx_context_create",
    "v4lxx_context_dequeue",
    "v4lxx_context_dispatch",
    "v4lxx_context_examine",
    "v4lxx_context_get_fd",
    "v4lxx_context_get_log_left_out",
    "v4lxx_context_get_missed_events",
    "v4lxx_context_get_time_left",
    "v4lxx_context_list_devices",
    "v4lxx_context_listen",
    "v4lxx_context_next_event",
    "v4lxx_context_options_init",
    "v4lxx_context_ref",
    "v4lxx_context_remove_stream",
    "v4lxx_context_set_event_callback",
    "v4lxx_context_set_log",
    "v4lxx_context_unref",
    "v4lxx_control_get_default",
    "v4lxx_control_get_element_count",
    "v4lxx_control_get_flags",
    "v4lxx_control_get_flaw",
    "v4lxx_control_get_id",
    "v4lxx_control_get_item_count",
    "v4lxx_control_get_item_index",
    "v4lxx_control_get_item_name",
    "v4lxx_control_get_item_value",
    "v4lxx_control_get_master",
    "v4lxx_control_get_maximum",
    "v4lxx_control_get_minimum",
    "v4lxx_control_get_name",
    "v4lxx_control_get_short_name",
    "v4lxx_control_get_step",
    "v4lxx_control_get_type",
    "v4lxx_control_list_get",
    "v4lxx_control_list_get_count",
    "v4lxx_control_list_unref",
    "v4lxx_control_parse_value",
    "v4lxx_control_ref",
    "v4lxx_control_unref",
    "v4lxx_converted_time_init",
    "v4lxx_device_close",
    "v4lxx_device_close_within",
    "v4lxx_device_find_control",
    "v4lxx_device_find_control_by_id",
    "v4lxx_device_find_input",
    "v4lxx_device_find_standard",
    "v4lxx_device_find_timings",
    "v4lxx_device_get_info",
    "v4lxx_device_info_get_bus",
    "v4lxx_device_info_get_capabilities",
    "v4lxx_device_info_get_card",
    "v4lxx_device_info_get_driver",
    "v4lxx_device_info_get_error",
    "v4lxx_device_info_get_id",
    "v4lxx_device_info_get_media_path",
    "v4lxx_device_info_get_node",
    "v4lxx_device_info_get_node_count",
    "v4lxx_device_info_get_path",
    "v4lxx_device_info_get_role",
    "v4lxx_device_info_get_serial",
    "v4lxx_device_info_get_usb_product",
    "v4lxx_device_info_get_usb_vendor",
    "v4lxx_device_info_is_camera",
    "v4lxx_device_info_is_simulated",
    "v4lxx_device_info_ref",
    "v4lxx_device_info_unref",
    "v4lxx_device_list_controls",
    "v4lxx_device_list_formats",
    "v4lxx_device_list_get",
    "v4lxx_device_list_get_count",
    "v4lxx_device_list_get_note",
    "v4lxx_device_list_inputs",
    "v4lxx_device_list_intervals",
    "v4lxx_device_list_modes",
    "v4lxx_device_list_sizes",
    "v4lxx_device_list_standards",
    "v4lxx_device_list_timings",
    "v4lxx_device_list_unref",
    "v4lxx_device_negotiate",
    "v4lxx_device_open",
    "v4lxx_device_open_fd",
    "v4lxx_device_options_init",
    "v4lxx_device_query_standard",
    "v4lxx_device_query_timings",
    "v4lxx_device_read_control_i64",
    "v4lxx_device_read_control_string",
    "v4lxx_device_read_format",
    "v4lxx_device_read_input",
    "v4lxx_device_read_interval",
    "v4lxx_device_read_selection",
    "v4lxx_device_read_signal",
    "v4lxx_device_read_standard",
    "v4lxx_device_read_timings",
    "v4lxx_device_read_timings_capabilities",
    "v4lxx_device_ref",
    "v4lxx_device_select_input",
    "v4lxx_device_set_control_i64",
    "v4lxx_device_set_control_string",
    "v4lxx_device_set_format",
    "v4lxx_device_set_interval",
    "v4lxx_device_set_selection",
    "v4lxx_device_set_standard",
    "v4lxx_device_set_timings",
    "v4lxx_device_try_format",
    "v4lxx_device_unref",
    "v4lxx_errno_find",
    "v4lxx_errno_get_explanation",
    "v4lxx_errno_get_name",
    "v4lxx_error_free",
    "v4lxx_error_get_advice",
    "v4lxx_error_get_answer",
    "v4lxx_error_get_asked",
    "v4lxx_error_get_cause",
    "v4lxx_error_get_code",
    "v4lxx_error_get_device",
    "v4lxx_error_get_errno",
    "v4lxx_error_get_field",
    "v4lxx_error_get_message",
    "v4lxx_error_get_operation",
    "v4lxx_error_get_request",
    "v4lxx_error_get_status",
    "v4lxx_error_is_cause_checked",
    "v4lxx_event_get_device",
    "v4lxx_event_get_text",
    "v4lxx_event_info_init",
    "v4lxx_event_kind_get_name",
    "v4lxx_event_read_info",
    "v4lxx_event_ref",
    "v4lxx_event_unref",
    "v4lxx_examination_get_advice",
    "v4lxx_examination_get_check",
    "v4lxx_examination_get_code",
    "v4lxx_examination_get_count",
    "v4lxx_examination_get_device",
    "v4lxx_examination_get_found",
    "v4lxx_examination_get_meaning",
    "v4lxx_examination_get_severity",
    "v4lxx_examination_get_worst",
    "v4lxx_examination_is_meaning_checked",
    "v4lxx_examination_unref",
    "v4lxx_format_init",
    "v4lxx_format_list_get_count",
    "v4lxx_format_list_get_description",
    "v4lxx_format_list_get_flags",
    "v4lxx_format_list_get_fourcc",
    "v4lxx_format_list_unref",
    "v4lxx_frame_convert_time",
    "v4lxx_frame_encode",
    "v4lxx_frame_get_plane_data",
    "v4lxx_frame_info_init",
    "v4lxx_frame_measure_luma",
    "v4lxx_frame_read_info",
    "v4lxx_frame_ref",
    "v4lxx_frame_set_get_frame",
    "v4lxx_frame_set_get_moment",
    "v4lxx_frame_set_holder",
    "v4lxx_frame_set_info_init",
    "v4lxx_frame_set_read_info",
    "v4lxx_frame_set_ref",
    "v4lxx_frame_set_unref",
    "v4lxx_frame_unref",
    "v4lxx_group_add_stream",
    "v4lxx_group_camera_init",
    "v4lxx_group_cancel",
    "v4lxx_group_create",
    "v4lxx_group_get_fd",
    "v4lxx_group_next",
    "v4lxx_group_options_init",
    "v4lxx_group_read_camera",
    "v4lxx_group_read_statistics",
    "v4lxx_group_ref",
    "v4lxx_group_statistics_init",
    "v4lxx_group_unref",
    "v4lxx_held_frame_init",
    "v4lxx_held_list_at",
    "v4lxx_held_list_get_count",
    "v4lxx_held_list_unref",
    "v4lxx_histogram_get_bound",
    "v4lxx_histogram_get_quantile",
    "v4lxx_image_options_init",
    "v4lxx_image_supports",
    "v4lxx_input_info_init",
    "v4lxx_input_list_at",
    "v4lxx_input_list_get_count",
    "v4lxx_input_list_get_name",
    "v4lxx_input_list_unref",
    "v4lxx_input_status_get_text",
    "v4lxx_interval_list_at",
    "v4lxx_interval_list_get_count",
    "v4lxx_interval_list_unref",
    "v4lxx_interval_range_init",
    "v4lxx_log_level_get_name",
    "v4lxx_log_record_get_code",
    "v4lxx_log_record_get_device",
    "v4lxx_log_record_get_left_out",
    "v4lxx_log_record_get_level",
    "v4lxx_log_record_get_message",
    "v4lxx_log_record_get_topic",
    "v4lxx_mode_init",
    "v4lxx_mode_list_at",
    "v4lxx_mode_list_get_count",
    "v4lxx_mode_list_get_reason",
    "v4lxx_mode_list_unref",
    "v4lxx_negotiation_init",
    "v4lxx_pixel_format_describe",
    "v4lxx_pixel_format_find",
    "v4lxx_pixel_format_get_count",
    "v4lxx_pixel_format_get_fourcc",
    "v4lxx_pixel_format_get_name",
    "v4lxx_pixel_format_info_init",
    "v4lxx_settling_add_frame",
    "v4lxx_settling_init",
    "v4lxx_severity_get_name",
    "v4lxx_signal_init",
    "v4lxx_size_list_at",
    "v4lxx_size_list_get_count",
    "v4lxx_size_list_unref",
    "v4lxx_size_range_init",
    "v4lxx_standard_find",
    "v4lxx_standard_get_name",
    "v4lxx_standard_info_init",
    "v4lxx_standard_list_at",
    "v4lxx_standard_list_get_count",
    "v4lxx_standard_list_get_name",
    "v4lxx_standard_list_unref",
    "v4lxx_status_get_meaning",
    "v4lxx_status_get_name",
    "v4lxx_stream_account_init",
    "v4lxx_stream_cancel",
    "v4lxx_stream_check_rate",
    "v4lxx_stream_close",
    "v4lxx_stream_close_within",
    "v4lxx_stream_create",
    "v4lxx_stream_dequeue",
    "v4lxx_stream_dequeue_many",
    "v4lxx_stream_dispatch",
    "v4lxx_stream_find_frame",
    "v4lxx_stream_get_buffer_count",
    "v4lxx_stream_get_fd",
    "v4lxx_stream_get_steps_down",
    "v4lxx_stream_get_time_left",
    "v4lxx_stream_list_held",
    "v4lxx_stream_options_init",
    "v4lxx_stream_rate_init",
    "v4lxx_stream_read",
    "v4lxx_stream_read_account",
    "v4lxx_stream_read_format",
    "v4lxx_stream_read_interval",
    "v4lxx_stream_read_rate",
    "v4lxx_stream_read_state",
    "v4lxx_stream_read_statistics",
    "v4lxx_stream_reconfigure",
    "v4lxx_stream_ref",
    "v4lxx_stream_set_frame_callback",
    "v4lxx_stream_start",
    "v4lxx_stream_state_init",
    "v4lxx_stream_statistics_init",
    "v4lxx_stream_stop",
    "v4lxx_stream_unref",
    "v4lxx_supports",
    "v4lxx_timings_capabilities_init",
    "v4lxx_timings_init",
    "v4lxx_timings_list_at",
    "v4lxx_timings_list_get_count",
    "v4lxx_timings_list_get_name",
    "v4lxx_timings_list_unref",
    "v4lxx_version_at_least",
    "v4lxx_version_get_number",
    "v4lxx_version_get_string",
    "v4lxx_wish_init",
  },
  version = "0.1",
}
