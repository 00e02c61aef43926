-- Generated from abi/v0/api.json by abi/tools/gen_lua.py; do not edit.
return function(raw, runtime)
  local C = runtime.C
  local borrow_control = runtime.borrow_control
  local borrow_device_info = runtime.borrow_device_info
  local borrow_error = runtime.borrow_error
  local borrow_frame = runtime.borrow_frame
  local bytes = runtime.bytes
  local err = runtime.err
  local failed = runtime.failed
  local failed_of = runtime.failed_of
  local from_bool = runtime.from_bool
  local from_int32_t = runtime.from_int32_t
  local from_int64_t = runtime.from_int64_t
  local from_room = runtime.from_room
  local from_size_t = runtime.from_size_t
  local from_struct = runtime.from_struct
  local from_uint32_t = runtime.from_uint32_t
  local from_uint64_t = runtime.from_uint64_t
  local is_bytes = runtime.is_bytes
  local is_context = runtime.is_context
  local is_control = runtime.is_control
  local is_control_list = runtime.is_control_list
  local is_device = runtime.is_device
  local is_device_info = runtime.is_device_info
  local is_device_list = runtime.is_device_list
  local is_error = runtime.is_error
  local is_event = runtime.is_event
  local is_examination = runtime.is_examination
  local is_format_list = runtime.is_format_list
  local is_frame = runtime.is_frame
  local is_frame_set = runtime.is_frame_set
  local is_group = runtime.is_group
  local is_held_list = runtime.is_held_list
  local is_input_list = runtime.is_input_list
  local is_interval_list = runtime.is_interval_list
  local is_log_record = runtime.is_log_record
  local is_mode_list = runtime.is_mode_list
  local is_size_list = runtime.is_size_list
  local is_standard_list = runtime.is_standard_list
  local is_stream = runtime.is_stream
  local is_timings_list = runtime.is_timings_list
  local new_buffer = runtime.new_buffer
  local new_bytes = runtime.new_bytes
  local new_context = runtime.new_context
  local new_control = runtime.new_control
  local new_control_list = runtime.new_control_list
  local new_device = runtime.new_device
  local new_device_info = runtime.new_device_info
  local new_device_list = runtime.new_device_list
  local new_event = runtime.new_event
  local new_examination = runtime.new_examination
  local new_format_list = runtime.new_format_list
  local new_frame = runtime.new_frame
  local new_frame_set = runtime.new_frame_set
  local new_group = runtime.new_group
  local new_held_list = runtime.new_held_list
  local new_input_list = runtime.new_input_list
  local new_interval_list = runtime.new_interval_list
  local new_mode_list = runtime.new_mode_list
  local new_room = runtime.new_room
  local new_size_list = runtime.new_size_list
  local new_standard_list = runtime.new_standard_list
  local new_stream = runtime.new_stream
  local new_struct = runtime.new_struct
  local new_timings_list = runtime.new_timings_list
  local out_bytes = runtime.out_bytes
  local out_context = runtime.out_context
  local out_control = runtime.out_control
  local out_control_list = runtime.out_control_list
  local out_device = runtime.out_device
  local out_device_list = runtime.out_device_list
  local out_event = runtime.out_event
  local out_examination = runtime.out_examination
  local out_format_list = runtime.out_format_list
  local out_frame = runtime.out_frame
  local out_frame_set = runtime.out_frame_set
  local out_group = runtime.out_group
  local out_held_list = runtime.out_held_list
  local out_input_list = runtime.out_input_list
  local out_int64_t = runtime.out_int64_t
  local out_interval_list = runtime.out_interval_list
  local out_mode_list = runtime.out_mode_list
  local out_size_list = runtime.out_size_list
  local out_size_t = runtime.out_size_t
  local out_standard_list = runtime.out_standard_list
  local out_stream = runtime.out_stream
  local out_timings_list = runtime.out_timings_list
  local out_uint32_t = runtime.out_uint32_t
  local out_uint64_t = runtime.out_uint64_t
  local pending = runtime.pending
  local pointer = runtime.pointer
  local raise = runtime.raise
  local sizeof = runtime.sizeof
  local take_bytes = runtime.take_bytes
  local take_context = runtime.take_context
  local take_control = runtime.take_control
  local take_control_list = runtime.take_control_list
  local take_device = runtime.take_device
  local take_device_info = runtime.take_device_info
  local take_device_list = runtime.take_device_list
  local take_error = runtime.take_error
  local take_event = runtime.take_event
  local take_examination = runtime.take_examination
  local take_format_list = runtime.take_format_list
  local take_frame = runtime.take_frame
  local take_frame_set = runtime.take_frame_set
  local take_group = runtime.take_group
  local take_held_list = runtime.take_held_list
  local take_input_list = runtime.take_input_list
  local take_interval_list = runtime.take_interval_list
  local take_mode_list = runtime.take_mode_list
  local take_size_list = runtime.take_size_list
  local take_standard_list = runtime.take_standard_list
  local take_stream = runtime.take_stream
  local take_timings_list = runtime.take_timings_list
  local text = runtime.text
  local to_array = runtime.to_array
  local to_buffer_size = runtime.to_buffer_size
  local to_int32_t = runtime.to_int32_t
  local to_int64_t = runtime.to_int64_t
  local to_struct = runtime.to_struct
  local to_text = runtime.to_text
  local to_text_or_nil = runtime.to_text_or_nil
  local to_uint32_t = runtime.to_uint32_t
  local to_uint64_t = runtime.to_uint64_t
  function raw.bytes_get_data(a1)
    local value = pointer(C.v4lxx_bytes_get_data(is_bytes(a1, 1, "bytes_get_data"), out_size_t))
    return value, from_size_t(out_size_t[0])
  end
  function raw.bytes_ref(a1)
    return new_bytes(C.v4lxx_bytes_ref(is_bytes(a1, 1, "bytes_ref")))
  end
  function raw.bytes_unref(a1)
    C.v4lxx_bytes_unref(take_bytes(a1, 1, "bytes_unref"))
  end
  function raw.check_get_name(a1)
    return text(C.v4lxx_check_get_name(to_uint32_t(a1, 1, "check_get_name")))
  end
  function raw.code_find(a1)
    return from_uint32_t(C.v4lxx_code_find(to_text_or_nil(a1, 1, "code_find")))
  end
  function raw.code_get_advice(a1)
    return text(C.v4lxx_code_get_advice(to_uint32_t(a1, 1, "code_get_advice")))
  end
  function raw.code_get_explanation(a1)
    return text(C.v4lxx_code_get_explanation(to_uint32_t(a1, 1, "code_get_explanation")))
  end
  function raw.code_get_meaning(a1)
    return text(C.v4lxx_code_get_meaning(to_uint32_t(a1, 1, "code_get_meaning")))
  end
  function raw.code_get_name(a1)
    return text(C.v4lxx_code_get_name(to_uint32_t(a1, 1, "code_get_name")))
  end
  function raw.code_get_status(a1)
    return from_int32_t(C.v4lxx_code_get_status(to_uint32_t(a1, 1, "code_get_status")))
  end
  function raw.context_add_simulated(a1, a2)
    local status = C.v4lxx_context_add_simulated(is_context(a1, 1, "context_add_simulated"), to_text(a2, 2, "context_add_simulated"), err)
    if status ~= 0 then return failed(status) end
    if pending.value then raise() end
    return true
  end
  function raw.context_add_stream(a1, a2, a3)
    local status = C.v4lxx_context_add_stream(is_context(a1, 1, "context_add_stream"), is_stream(a2, 2, "context_add_stream"), to_uint64_t(a3, 3, "context_add_stream"), err)
    if status ~= 0 then return failed(status) end
    if pending.value then raise() end
    return true
  end
  function raw.context_cancel(a1)
    C.v4lxx_context_cancel(is_context(a1, 1, "context_cancel"))
  end
  function raw.context_convert_time(a1, a2, a3, a4)
    local s = new_struct("v4lxx_converted_time")
    local status = C.v4lxx_context_convert_time(is_context(a1, 1, "context_convert_time"), to_int64_t(a2, 2, "context_convert_time"), to_uint32_t(a3, 3, "context_convert_time"), to_uint32_t(a4, 4, "context_convert_time"), s, err)
    if status ~= 0 then return failed(status) end
    if pending.value then raise() end
    return from_struct("v4lxx_converted_time", s)
  end
  function raw.context_create(a1)
    local status = C.v4lxx_context_create(to_struct("v4lxx_context_options", a1, 1, "context_create", true), out_context, err)
    if status ~= 0 then return failed(status) end
    if pending.value then raise() end
    return new_context(out_context[0])
  end
  function raw.context_dequeue(a1, a2)
    out_uint64_t[0] = 0
    local status = C.v4lxx_context_dequeue(is_context(a1, 1, "context_dequeue"), to_int64_t(a2, 2, "context_dequeue"), out_uint64_t, out_frame, err)
    if status ~= 0 then return failed_of(from_uint64_t(out_uint64_t[0]), failed(status)) end
    if pending.value then raise() end
    return from_uint64_t(out_uint64_t[0]), new_frame(out_frame[0])
  end
  function raw.context_examine(a1, a2, a3)
    local status = C.v4lxx_context_examine(is_context(a1, 1, "context_examine"), to_text_or_nil(a2, 2, "context_examine"), to_uint32_t(a3, 3, "context_examine"), out_examination, err)
    if status ~= 0 then return failed(status) end
    if pending.value then raise() end
    return new_examination(out_examination[0])
  end
  function raw.context_get_fd(a1)
    return from_int32_t(C.v4lxx_context_get_fd(is_context(a1, 1, "context_get_fd")))
  end
  function raw.context_get_log_left_out(a1)
    return from_uint64_t(C.v4lxx_context_get_log_left_out(is_context(a1, 1, "context_get_log_left_out")))
  end
  function raw.context_get_missed_events(a1)
    return from_uint64_t(C.v4lxx_context_get_missed_events(is_context(a1, 1, "context_get_missed_events")))
  end
  function raw.context_get_time_left(a1, a2)
    return from_int64_t(C.v4lxx_context_get_time_left(is_context(a1, 1, "context_get_time_left"), to_int64_t(a2, 2, "context_get_time_left")))
  end
  function raw.context_list_devices(a1, a2)
    local status = C.v4lxx_context_list_devices(is_context(a1, 1, "context_list_devices"), to_uint32_t(a2, 2, "context_list_devices"), out_device_list, err)
    if status ~= 0 then return failed(status) end
    if pending.value then raise() end
    return new_device_list(out_device_list[0])
  end
  function raw.context_listen(a1, a2)
    local status = C.v4lxx_context_listen(is_context(a1, 1, "context_listen"), to_uint32_t(a2, 2, "context_listen"), err)
    if status ~= 0 then return failed(status) end
    if pending.value then raise() end
    return true
  end
  function raw.context_next_event(a1, a2)
    local status = C.v4lxx_context_next_event(is_context(a1, 1, "context_next_event"), to_int64_t(a2, 2, "context_next_event"), out_event, err)
    if status ~= 0 then return failed(status) end
    if pending.value then raise() end
    return new_event(out_event[0])
  end
  function raw.context_options_init()
    local s = new_struct("v4lxx_context_options")
    C.v4lxx_context_options_init(s, sizeof("v4lxx_context_options"))
    return from_struct("v4lxx_context_options", s)
  end
  function raw.context_ref(a1)
    return new_context(C.v4lxx_context_ref(is_context(a1, 1, "context_ref")))
  end
  function raw.context_remove_stream(a1, a2)
    C.v4lxx_context_remove_stream(is_context(a1, 1, "context_remove_stream"), is_stream(a2, 2, "context_remove_stream"))
  end
  function raw.context_unref(a1)
    C.v4lxx_context_unref(take_context(a1, 1, "context_unref"))
  end
  function raw.control_get_default(a1)
    return from_int64_t(C.v4lxx_control_get_default(is_control(a1, 1, "control_get_default")))
  end
  function raw.control_get_element_count(a1)
    return from_uint32_t(C.v4lxx_control_get_element_count(is_control(a1, 1, "control_get_element_count")))
  end
  function raw.control_get_flags(a1)
    return from_uint32_t(C.v4lxx_control_get_flags(is_control(a1, 1, "control_get_flags")))
  end
  function raw.control_get_flaw(a1)
    return text(C.v4lxx_control_get_flaw(is_control(a1, 1, "control_get_flaw")))
  end
  function raw.control_get_id(a1)
    return from_uint32_t(C.v4lxx_control_get_id(is_control(a1, 1, "control_get_id")))
  end
  function raw.control_get_item_count(a1)
    return from_uint32_t(C.v4lxx_control_get_item_count(is_control(a1, 1, "control_get_item_count")))
  end
  function raw.control_get_item_index(a1, a2)
    return from_uint32_t(C.v4lxx_control_get_item_index(is_control(a1, 1, "control_get_item_index"), to_uint32_t(a2, 2, "control_get_item_index")))
  end
  function raw.control_get_item_name(a1, a2)
    return text(C.v4lxx_control_get_item_name(is_control(a1, 1, "control_get_item_name"), to_uint32_t(a2, 2, "control_get_item_name")))
  end
  function raw.control_get_item_value(a1, a2)
    return from_int64_t(C.v4lxx_control_get_item_value(is_control(a1, 1, "control_get_item_value"), to_uint32_t(a2, 2, "control_get_item_value")))
  end
  function raw.control_get_master(a1)
    return from_uint32_t(C.v4lxx_control_get_master(is_control(a1, 1, "control_get_master")))
  end
  function raw.control_get_maximum(a1)
    return from_int64_t(C.v4lxx_control_get_maximum(is_control(a1, 1, "control_get_maximum")))
  end
  function raw.control_get_minimum(a1)
    return from_int64_t(C.v4lxx_control_get_minimum(is_control(a1, 1, "control_get_minimum")))
  end
  function raw.control_get_name(a1)
    return text(C.v4lxx_control_get_name(is_control(a1, 1, "control_get_name")))
  end
  function raw.control_get_short_name(a1)
    return text(C.v4lxx_control_get_short_name(is_control(a1, 1, "control_get_short_name")))
  end
  function raw.control_get_step(a1)
    return from_uint64_t(C.v4lxx_control_get_step(is_control(a1, 1, "control_get_step")))
  end
  function raw.control_get_type(a1)
    return from_uint32_t(C.v4lxx_control_get_type(is_control(a1, 1, "control_get_type")))
  end
  function raw.control_list_get(a1, a2)
    return borrow_control(C.v4lxx_control_list_get(is_control_list(a1, 1, "control_list_get"), to_uint32_t(a2, 2, "control_list_get")), a1)
  end
  function raw.control_list_get_count(a1)
    return from_uint32_t(C.v4lxx_control_list_get_count(is_control_list(a1, 1, "control_list_get_count")))
  end
  function raw.control_list_unref(a1)
    C.v4lxx_control_list_unref(take_control_list(a1, 1, "control_list_unref"))
  end
  function raw.control_parse_value(a1, a2)
    local status = C.v4lxx_control_parse_value(is_control(a1, 1, "control_parse_value"), to_text(a2, 2, "control_parse_value"), out_int64_t, err)
    if status ~= 0 then return failed(status) end
    if pending.value then raise() end
    return from_int64_t(out_int64_t[0])
  end
  function raw.control_ref(a1)
    return new_control(C.v4lxx_control_ref(is_control(a1, 1, "control_ref")))
  end
  function raw.control_unref(a1)
    C.v4lxx_control_unref(take_control(a1, 1, "control_unref"))
  end
  function raw.converted_time_init()
    local s = new_struct("v4lxx_converted_time")
    C.v4lxx_converted_time_init(s, sizeof("v4lxx_converted_time"))
    return from_struct("v4lxx_converted_time", s)
  end
  function raw.device_close(a1)
    C.v4lxx_device_close(is_device(a1, 1, "device_close"))
  end
  function raw.device_close_within(a1, a2)
    local status = C.v4lxx_device_close_within(is_device(a1, 1, "device_close_within"), to_int64_t(a2, 2, "device_close_within"), err)
    if status ~= 0 then return failed(status) end
    if pending.value then raise() end
    return true
  end
  function raw.device_find_control(a1, a2)
    local status = C.v4lxx_device_find_control(is_device(a1, 1, "device_find_control"), to_text(a2, 2, "device_find_control"), out_control, err)
    if status ~= 0 then return failed(status) end
    if pending.value then raise() end
    return new_control(out_control[0])
  end
  function raw.device_find_control_by_id(a1, a2)
    local status = C.v4lxx_device_find_control_by_id(is_device(a1, 1, "device_find_control_by_id"), to_uint32_t(a2, 2, "device_find_control_by_id"), out_control, err)
    if status ~= 0 then return failed(status) end
    if pending.value then raise() end
    return new_control(out_control[0])
  end
  function raw.device_find_input(a1, a2)
    local status = C.v4lxx_device_find_input(is_device(a1, 1, "device_find_input"), to_text(a2, 2, "device_find_input"), out_uint32_t, err)
    if status ~= 0 then return failed(status) end
    if pending.value then raise() end
    return from_uint32_t(out_uint32_t[0])
  end
  function raw.device_find_standard(a1, a2)
    local status = C.v4lxx_device_find_standard(is_device(a1, 1, "device_find_standard"), to_text(a2, 2, "device_find_standard"), out_uint64_t, err)
    if status ~= 0 then return failed(status) end
    if pending.value then raise() end
    return from_uint64_t(out_uint64_t[0])
  end
  function raw.device_find_timings(a1, a2)
    local s = new_struct("v4lxx_timings")
    local status = C.v4lxx_device_find_timings(is_device(a1, 1, "device_find_timings"), to_text(a2, 2, "device_find_timings"), s, err)
    if status ~= 0 then return failed(status) end
    if pending.value then raise() end
    return from_struct("v4lxx_timings", s)
  end
  function raw.device_get_info(a1)
    return borrow_device_info(C.v4lxx_device_get_info(is_device(a1, 1, "device_get_info")), a1)
  end
  function raw.device_info_get_bus(a1)
    return text(C.v4lxx_device_info_get_bus(is_device_info(a1, 1, "device_info_get_bus")))
  end
  function raw.device_info_get_capabilities(a1)
    return from_uint32_t(C.v4lxx_device_info_get_capabilities(is_device_info(a1, 1, "device_info_get_capabilities")))
  end
  function raw.device_info_get_card(a1)
    return text(C.v4lxx_device_info_get_card(is_device_info(a1, 1, "device_info_get_card")))
  end
  function raw.device_info_get_driver(a1)
    return text(C.v4lxx_device_info_get_driver(is_device_info(a1, 1, "device_info_get_driver")))
  end
  function raw.device_info_get_error(a1)
    return borrow_error(C.v4lxx_device_info_get_error(is_device_info(a1, 1, "device_info_get_error")), a1)
  end
  function raw.device_info_get_id(a1)
    return text(C.v4lxx_device_info_get_id(is_device_info(a1, 1, "device_info_get_id")))
  end
  function raw.device_info_get_media_path(a1)
    return text(C.v4lxx_device_info_get_media_path(is_device_info(a1, 1, "device_info_get_media_path")))
  end
  function raw.device_info_get_node(a1, a2)
    return borrow_device_info(C.v4lxx_device_info_get_node(is_device_info(a1, 1, "device_info_get_node"), to_uint32_t(a2, 2, "device_info_get_node")), a1)
  end
  function raw.device_info_get_node_count(a1)
    return from_uint32_t(C.v4lxx_device_info_get_node_count(is_device_info(a1, 1, "device_info_get_node_count")))
  end
  function raw.device_info_get_path(a1)
    return text(C.v4lxx_device_info_get_path(is_device_info(a1, 1, "device_info_get_path")))
  end
  function raw.device_info_get_role(a1)
    return from_uint32_t(C.v4lxx_device_info_get_role(is_device_info(a1, 1, "device_info_get_role")))
  end
  function raw.device_info_get_serial(a1)
    return text(C.v4lxx_device_info_get_serial(is_device_info(a1, 1, "device_info_get_serial")))
  end
  function raw.device_info_get_usb_product(a1)
    return from_uint32_t(C.v4lxx_device_info_get_usb_product(is_device_info(a1, 1, "device_info_get_usb_product")))
  end
  function raw.device_info_get_usb_vendor(a1)
    return from_uint32_t(C.v4lxx_device_info_get_usb_vendor(is_device_info(a1, 1, "device_info_get_usb_vendor")))
  end
  function raw.device_info_is_camera(a1)
    return from_bool(C.v4lxx_device_info_is_camera(is_device_info(a1, 1, "device_info_is_camera")))
  end
  function raw.device_info_is_simulated(a1)
    return from_bool(C.v4lxx_device_info_is_simulated(is_device_info(a1, 1, "device_info_is_simulated")))
  end
  function raw.device_info_ref(a1)
    return new_device_info(C.v4lxx_device_info_ref(is_device_info(a1, 1, "device_info_ref")))
  end
  function raw.device_info_unref(a1)
    C.v4lxx_device_info_unref(take_device_info(a1, 1, "device_info_unref"))
  end
  function raw.device_list_controls(a1)
    local status = C.v4lxx_device_list_controls(is_device(a1, 1, "device_list_controls"), out_control_list, err)
    if status ~= 0 then return failed(status) end
    if pending.value then raise() end
    return new_control_list(out_control_list[0])
  end
  function raw.device_list_formats(a1)
    local status = C.v4lxx_device_list_formats(is_device(a1, 1, "device_list_formats"), out_format_list, err)
    if status ~= 0 then return failed(status) end
    if pending.value then raise() end
    return new_format_list(out_format_list[0])
  end
  function raw.device_list_get(a1, a2)
    return borrow_device_info(C.v4lxx_device_list_get(is_device_list(a1, 1, "device_list_get"), to_uint32_t(a2, 2, "device_list_get")), a1)
  end
  function raw.device_list_get_count(a1)
    return from_uint32_t(C.v4lxx_device_list_get_count(is_device_list(a1, 1, "device_list_get_count")))
  end
  function raw.device_list_get_note(a1)
    return text(C.v4lxx_device_list_get_note(is_device_list(a1, 1, "device_list_get_note")))
  end
  function raw.device_list_inputs(a1)
    local status = C.v4lxx_device_list_inputs(is_device(a1, 1, "device_list_inputs"), out_input_list, err)
    if status ~= 0 then return failed(status) end
    if pending.value then raise() end
    return new_input_list(out_input_list[0])
  end
  function raw.device_list_intervals(a1, a2, a3, a4)
    local status = C.v4lxx_device_list_intervals(is_device(a1, 1, "device_list_intervals"), to_uint32_t(a2, 2, "device_list_intervals"), to_uint32_t(a3, 3, "device_list_intervals"), to_uint32_t(a4, 4, "device_list_intervals"), out_interval_list, err)
    if status ~= 0 then return failed(status) end
    if pending.value then raise() end
    return new_interval_list(out_interval_list[0])
  end
  function raw.device_list_modes(a1, a2, a3)
    local array, count = to_array(a3, 3, "device_list_modes")
    local status = C.v4lxx_device_list_modes(is_device(a1, 1, "device_list_modes"), to_struct("v4lxx_wish", a2, 2, "device_list_modes", true), array, count, out_mode_list, err)
    if status ~= 0 then return failed(status) end
    if pending.value then raise() end
    return new_mode_list(out_mode_list[0])
  end
  function raw.device_list_sizes(a1, a2)
    local status = C.v4lxx_device_list_sizes(is_device(a1, 1, "device_list_sizes"), to_uint32_t(a2, 2, "device_list_sizes"), out_size_list, err)
    if status ~= 0 then return failed(status) end
    if pending.value then raise() end
    return new_size_list(out_size_list[0])
  end
  function raw.device_list_standards(a1)
    local status = C.v4lxx_device_list_standards(is_device(a1, 1, "device_list_standards"), out_standard_list, err)
    if status ~= 0 then return failed(status) end
    if pending.value then raise() end
    return new_standard_list(out_standard_list[0])
  end
  function raw.device_list_timings(a1)
    local status = C.v4lxx_device_list_timings(is_device(a1, 1, "device_list_timings"), out_timings_list, err)
    if status ~= 0 then return failed(status) end
    if pending.value then raise() end
    return new_timings_list(out_timings_list[0])
  end
  function raw.device_list_unref(a1)
    C.v4lxx_device_list_unref(take_device_list(a1, 1, "device_list_unref"))
  end
  function raw.device_negotiate(a1, a2, a3)
    local array, count = to_array(a3, 3, "device_negotiate")
    local s = new_struct("v4lxx_negotiation")
    local status = C.v4lxx_device_negotiate(is_device(a1, 1, "device_negotiate"), to_struct("v4lxx_wish", a2, 2, "device_negotiate", true), array, count, s, err)
    if status ~= 0 then return failed(status) end
    if pending.value then raise() end
    return from_struct("v4lxx_negotiation", s)
  end
  function raw.device_open(a1, a2, a3)
    local status = C.v4lxx_device_open(is_context(a1, 1, "device_open"), to_text(a2, 2, "device_open"), to_struct("v4lxx_device_options", a3, 3, "device_open", true), out_device, err)
    if status ~= 0 then return failed(status) end
    if pending.value then raise() end
    return new_device(out_device[0])
  end
  function raw.device_open_fd(a1, a2, a3)
    local status = C.v4lxx_device_open_fd(is_context(a1, 1, "device_open_fd"), to_int32_t(a2, 2, "device_open_fd"), to_struct("v4lxx_device_options", a3, 3, "device_open_fd", true), out_device, err)
    if status ~= 0 then return failed(status) end
    if pending.value then raise() end
    return new_device(out_device[0])
  end
  function raw.device_options_init()
    local s = new_struct("v4lxx_device_options")
    C.v4lxx_device_options_init(s, sizeof("v4lxx_device_options"))
    return from_struct("v4lxx_device_options", s)
  end
  function raw.device_query_standard(a1)
    local status = C.v4lxx_device_query_standard(is_device(a1, 1, "device_query_standard"), out_uint64_t, err)
    if status ~= 0 then return failed(status) end
    if pending.value then raise() end
    return from_uint64_t(out_uint64_t[0])
  end
  function raw.device_query_timings(a1)
    local s = new_struct("v4lxx_timings")
    local status = C.v4lxx_device_query_timings(is_device(a1, 1, "device_query_timings"), s, err)
    if status ~= 0 then return failed(status) end
    if pending.value then raise() end
    return from_struct("v4lxx_timings", s)
  end
  function raw.device_read_control_i64(a1, a2)
    local status = C.v4lxx_device_read_control_i64(is_device(a1, 1, "device_read_control_i64"), is_control(a2, 2, "device_read_control_i64"), out_int64_t, err)
    if status ~= 0 then return failed(status) end
    if pending.value then raise() end
    return from_int64_t(out_int64_t[0])
  end
  function raw.device_read_control_string(a1, a2, a3)
    local buffer, size = new_buffer(to_buffer_size(a3, 3, "device_read_control_string"))
    local status = C.v4lxx_device_read_control_string(is_device(a1, 1, "device_read_control_string"), is_control(a2, 2, "device_read_control_string"), buffer, size, err)
    if status ~= 0 then return failed(status) end
    if pending.value then raise() end
    return text(buffer)
  end
  function raw.device_read_format(a1)
    local s = new_struct("v4lxx_format")
    local status = C.v4lxx_device_read_format(is_device(a1, 1, "device_read_format"), s, err)
    if status ~= 0 then return failed(status) end
    if pending.value then raise() end
    return from_struct("v4lxx_format", s)
  end
  function raw.device_read_input(a1)
    local status = C.v4lxx_device_read_input(is_device(a1, 1, "device_read_input"), out_uint32_t, err)
    if status ~= 0 then return failed(status) end
    if pending.value then raise() end
    return from_uint32_t(out_uint32_t[0])
  end
  function raw.device_read_interval(a1)
    local s = new_struct("v4lxx_fraction")
    local status = C.v4lxx_device_read_interval(is_device(a1, 1, "device_read_interval"), s, err)
    if status ~= 0 then return failed(status) end
    if pending.value then raise() end
    return from_struct("v4lxx_fraction", s)
  end
  function raw.device_read_selection(a1, a2)
    local s = new_struct("v4lxx_rectangle")
    local status = C.v4lxx_device_read_selection(is_device(a1, 1, "device_read_selection"), to_uint32_t(a2, 2, "device_read_selection"), s, err)
    if status ~= 0 then return failed(status) end
    if pending.value then raise() end
    return from_struct("v4lxx_rectangle", s)
  end
  function raw.device_read_signal(a1)
    local s = new_struct("v4lxx_signal")
    local status = C.v4lxx_device_read_signal(is_device(a1, 1, "device_read_signal"), s, err)
    if status ~= 0 then return failed(status) end
    if pending.value then raise() end
    return from_struct("v4lxx_signal", s)
  end
  function raw.device_read_standard(a1)
    local status = C.v4lxx_device_read_standard(is_device(a1, 1, "device_read_standard"), out_uint64_t, err)
    if status ~= 0 then return failed(status) end
    if pending.value then raise() end
    return from_uint64_t(out_uint64_t[0])
  end
  function raw.device_read_timings(a1)
    local s = new_struct("v4lxx_timings")
    local status = C.v4lxx_device_read_timings(is_device(a1, 1, "device_read_timings"), s, err)
    if status ~= 0 then return failed(status) end
    if pending.value then raise() end
    return from_struct("v4lxx_timings", s)
  end
  function raw.device_read_timings_capabilities(a1)
    local s = new_struct("v4lxx_timings_capabilities")
    local status = C.v4lxx_device_read_timings_capabilities(is_device(a1, 1, "device_read_timings_capabilities"), s, err)
    if status ~= 0 then return failed(status) end
    if pending.value then raise() end
    return from_struct("v4lxx_timings_capabilities", s)
  end
  function raw.device_ref(a1)
    return new_device(C.v4lxx_device_ref(is_device(a1, 1, "device_ref")))
  end
  function raw.device_select_input(a1, a2)
    local status = C.v4lxx_device_select_input(is_device(a1, 1, "device_select_input"), to_uint32_t(a2, 2, "device_select_input"), err)
    if status ~= 0 then return failed(status) end
    if pending.value then raise() end
    return true
  end
  function raw.device_set_control_i64(a1, a2, a3)
    local status = C.v4lxx_device_set_control_i64(is_device(a1, 1, "device_set_control_i64"), is_control(a2, 2, "device_set_control_i64"), to_int64_t(a3, 3, "device_set_control_i64"), out_int64_t, err)
    if status ~= 0 then return failed(status) end
    if pending.value then raise() end
    return from_int64_t(out_int64_t[0])
  end
  function raw.device_set_control_string(a1, a2, a3)
    local status = C.v4lxx_device_set_control_string(is_device(a1, 1, "device_set_control_string"), is_control(a2, 2, "device_set_control_string"), to_text(a3, 3, "device_set_control_string"), err)
    if status ~= 0 then return failed(status) end
    if pending.value then raise() end
    return true
  end
  function raw.device_set_format(a1, a2)
    local s = to_struct("v4lxx_format", a2, 2, "device_set_format", false)
    local status = C.v4lxx_device_set_format(is_device(a1, 1, "device_set_format"), s, out_uint32_t, err)
    if status ~= 0 then return failed(status) end
    if pending.value then raise() end
    return from_struct("v4lxx_format", s), from_uint32_t(out_uint32_t[0])
  end
  function raw.device_set_interval(a1, a2)
    local s = to_struct("v4lxx_fraction", a2, 2, "device_set_interval", false)
    local status = C.v4lxx_device_set_interval(is_device(a1, 1, "device_set_interval"), s, err)
    if status ~= 0 then return failed(status) end
    if pending.value then raise() end
    return from_struct("v4lxx_fraction", s)
  end
  function raw.device_set_selection(a1, a2, a3, a4)
    local s = to_struct("v4lxx_rectangle", a4, 4, "device_set_selection", false)
    local status = C.v4lxx_device_set_selection(is_device(a1, 1, "device_set_selection"), to_uint32_t(a2, 2, "device_set_selection"), to_uint32_t(a3, 3, "device_set_selection"), s, err)
    if status ~= 0 then return failed(status) end
    if pending.value then raise() end
    return from_struct("v4lxx_rectangle", s)
  end
  function raw.device_set_standard(a1, a2)
    local status = C.v4lxx_device_set_standard(is_device(a1, 1, "device_set_standard"), to_uint64_t(a2, 2, "device_set_standard"), err)
    if status ~= 0 then return failed(status) end
    if pending.value then raise() end
    return true
  end
  function raw.device_set_timings(a1, a2)
    local s = to_struct("v4lxx_timings", a2, 2, "device_set_timings", false)
    local status = C.v4lxx_device_set_timings(is_device(a1, 1, "device_set_timings"), s, err)
    if status ~= 0 then return failed(status) end
    if pending.value then raise() end
    return from_struct("v4lxx_timings", s)
  end
  function raw.device_try_format(a1, a2)
    local s = to_struct("v4lxx_format", a2, 2, "device_try_format", false)
    local status = C.v4lxx_device_try_format(is_device(a1, 1, "device_try_format"), s, out_uint32_t, err)
    if status ~= 0 then return failed(status) end
    if pending.value then raise() end
    return from_struct("v4lxx_format", s), from_uint32_t(out_uint32_t[0])
  end
  function raw.device_unref(a1)
    C.v4lxx_device_unref(take_device(a1, 1, "device_unref"))
  end
  function raw.errno_find(a1)
    return from_int32_t(C.v4lxx_errno_find(to_text_or_nil(a1, 1, "errno_find")))
  end
  function raw.errno_get_explanation(a1)
    return text(C.v4lxx_errno_get_explanation(to_int32_t(a1, 1, "errno_get_explanation")))
  end
  function raw.errno_get_name(a1)
    return text(C.v4lxx_errno_get_name(to_int32_t(a1, 1, "errno_get_name")))
  end
  function raw.error_free(a1)
    C.v4lxx_error_free(take_error(a1, 1, "error_free"))
  end
  function raw.error_get_advice(a1)
    return text(C.v4lxx_error_get_advice(is_error(a1, 1, "error_get_advice")))
  end
  function raw.error_get_answer(a1)
    return text(C.v4lxx_error_get_answer(is_error(a1, 1, "error_get_answer")))
  end
  function raw.error_get_asked(a1)
    return text(C.v4lxx_error_get_asked(is_error(a1, 1, "error_get_asked")))
  end
  function raw.error_get_cause(a1)
    return text(C.v4lxx_error_get_cause(is_error(a1, 1, "error_get_cause")))
  end
  function raw.error_get_code(a1)
    return from_uint32_t(C.v4lxx_error_get_code(is_error(a1, 1, "error_get_code")))
  end
  function raw.error_get_device(a1)
    return text(C.v4lxx_error_get_device(is_error(a1, 1, "error_get_device")))
  end
  function raw.error_get_errno(a1)
    return from_int32_t(C.v4lxx_error_get_errno(is_error(a1, 1, "error_get_errno")))
  end
  function raw.error_get_field(a1)
    return text(C.v4lxx_error_get_field(is_error(a1, 1, "error_get_field")))
  end
  function raw.error_get_message(a1)
    return text(C.v4lxx_error_get_message(is_error(a1, 1, "error_get_message")))
  end
  function raw.error_get_operation(a1)
    return text(C.v4lxx_error_get_operation(is_error(a1, 1, "error_get_operation")))
  end
  function raw.error_get_request(a1)
    return text(C.v4lxx_error_get_request(is_error(a1, 1, "error_get_request")))
  end
  function raw.error_get_status(a1)
    return from_int32_t(C.v4lxx_error_get_status(is_error(a1, 1, "error_get_status")))
  end
  function raw.error_is_cause_checked(a1)
    return from_bool(C.v4lxx_error_is_cause_checked(is_error(a1, 1, "error_is_cause_checked")))
  end
  function raw.event_get_device(a1)
    return borrow_device_info(C.v4lxx_event_get_device(is_event(a1, 1, "event_get_device")), a1)
  end
  function raw.event_get_text(a1)
    return text(C.v4lxx_event_get_text(is_event(a1, 1, "event_get_text")))
  end
  function raw.event_info_init()
    local s = new_struct("v4lxx_event_info")
    C.v4lxx_event_info_init(s, sizeof("v4lxx_event_info"))
    return from_struct("v4lxx_event_info", s)
  end
  function raw.event_kind_get_name(a1)
    return text(C.v4lxx_event_kind_get_name(to_uint32_t(a1, 1, "event_kind_get_name")))
  end
  function raw.event_read_info(a1)
    local s = new_struct("v4lxx_event_info")
    local status = C.v4lxx_event_read_info(is_event(a1, 1, "event_read_info"), s, err)
    if status ~= 0 then return failed(status) end
    if pending.value then raise() end
    return from_struct("v4lxx_event_info", s)
  end
  function raw.event_ref(a1)
    return new_event(C.v4lxx_event_ref(is_event(a1, 1, "event_ref")))
  end
  function raw.event_unref(a1)
    C.v4lxx_event_unref(take_event(a1, 1, "event_unref"))
  end
  function raw.examination_get_advice(a1, a2)
    return text(C.v4lxx_examination_get_advice(is_examination(a1, 1, "examination_get_advice"), to_uint32_t(a2, 2, "examination_get_advice")))
  end
  function raw.examination_get_check(a1, a2)
    return from_uint32_t(C.v4lxx_examination_get_check(is_examination(a1, 1, "examination_get_check"), to_uint32_t(a2, 2, "examination_get_check")))
  end
  function raw.examination_get_code(a1, a2)
    return from_uint32_t(C.v4lxx_examination_get_code(is_examination(a1, 1, "examination_get_code"), to_uint32_t(a2, 2, "examination_get_code")))
  end
  function raw.examination_get_count(a1)
    return from_uint32_t(C.v4lxx_examination_get_count(is_examination(a1, 1, "examination_get_count")))
  end
  function raw.examination_get_device(a1, a2)
    return text(C.v4lxx_examination_get_device(is_examination(a1, 1, "examination_get_device"), to_uint32_t(a2, 2, "examination_get_device")))
  end
  function raw.examination_get_found(a1, a2)
    return text(C.v4lxx_examination_get_found(is_examination(a1, 1, "examination_get_found"), to_uint32_t(a2, 2, "examination_get_found")))
  end
  function raw.examination_get_meaning(a1, a2)
    return text(C.v4lxx_examination_get_meaning(is_examination(a1, 1, "examination_get_meaning"), to_uint32_t(a2, 2, "examination_get_meaning")))
  end
  function raw.examination_get_severity(a1, a2)
    return from_uint32_t(C.v4lxx_examination_get_severity(is_examination(a1, 1, "examination_get_severity"), to_uint32_t(a2, 2, "examination_get_severity")))
  end
  function raw.examination_get_worst(a1)
    return from_uint32_t(C.v4lxx_examination_get_worst(is_examination(a1, 1, "examination_get_worst")))
  end
  function raw.examination_is_meaning_checked(a1, a2)
    return from_bool(C.v4lxx_examination_is_meaning_checked(is_examination(a1, 1, "examination_is_meaning_checked"), to_uint32_t(a2, 2, "examination_is_meaning_checked")))
  end
  function raw.examination_unref(a1)
    C.v4lxx_examination_unref(take_examination(a1, 1, "examination_unref"))
  end
  function raw.format_init()
    local s = new_struct("v4lxx_format")
    C.v4lxx_format_init(s, sizeof("v4lxx_format"))
    return from_struct("v4lxx_format", s)
  end
  function raw.format_list_get_count(a1)
    return from_uint32_t(C.v4lxx_format_list_get_count(is_format_list(a1, 1, "format_list_get_count")))
  end
  function raw.format_list_get_description(a1, a2)
    return text(C.v4lxx_format_list_get_description(is_format_list(a1, 1, "format_list_get_description"), to_uint32_t(a2, 2, "format_list_get_description")))
  end
  function raw.format_list_get_flags(a1, a2)
    return from_uint32_t(C.v4lxx_format_list_get_flags(is_format_list(a1, 1, "format_list_get_flags"), to_uint32_t(a2, 2, "format_list_get_flags")))
  end
  function raw.format_list_get_fourcc(a1, a2)
    return from_uint32_t(C.v4lxx_format_list_get_fourcc(is_format_list(a1, 1, "format_list_get_fourcc"), to_uint32_t(a2, 2, "format_list_get_fourcc")))
  end
  function raw.format_list_unref(a1)
    C.v4lxx_format_list_unref(take_format_list(a1, 1, "format_list_unref"))
  end
  function raw.frame_convert_time(a1, a2)
    local s = new_struct("v4lxx_converted_time")
    local status = C.v4lxx_frame_convert_time(is_frame(a1, 1, "frame_convert_time"), to_uint32_t(a2, 2, "frame_convert_time"), s, err)
    if status ~= 0 then return failed(status) end
    if pending.value then raise() end
    return from_struct("v4lxx_converted_time", s)
  end
  function raw.frame_encode(a1, a2, a3)
    local status = C.v4lxx_frame_encode(is_frame(a1, 1, "frame_encode"), to_uint32_t(a2, 2, "frame_encode"), to_struct("v4lxx_image_options", a3, 3, "frame_encode", true), out_bytes, err)
    if status ~= 0 then return failed(status) end
    if pending.value then raise() end
    return new_bytes(out_bytes[0])
  end
  function raw.frame_get_plane_data(a1, a2)
    local value = pointer(C.v4lxx_frame_get_plane_data(is_frame(a1, 1, "frame_get_plane_data"), to_uint32_t(a2, 2, "frame_get_plane_data"), out_size_t))
    return value, from_size_t(out_size_t[0])
  end
  function raw.frame_info_init()
    local s = new_struct("v4lxx_frame_info")
    C.v4lxx_frame_info_init(s, sizeof("v4lxx_frame_info"))
    return from_struct("v4lxx_frame_info", s)
  end
  function raw.frame_measure_luma(a1)
    local status = C.v4lxx_frame_measure_luma(is_frame(a1, 1, "frame_measure_luma"), out_uint32_t, err)
    if status ~= 0 then return failed(status) end
    if pending.value then raise() end
    return from_uint32_t(out_uint32_t[0])
  end
  function raw.frame_read_info(a1)
    local s = new_struct("v4lxx_frame_info")
    local status = C.v4lxx_frame_read_info(is_frame(a1, 1, "frame_read_info"), s, err)
    if status ~= 0 then return failed(status) end
    if pending.value then raise() end
    return from_struct("v4lxx_frame_info", s)
  end
  function raw.frame_ref(a1)
    return new_frame(C.v4lxx_frame_ref(is_frame(a1, 1, "frame_ref")))
  end
  function raw.frame_set_get_frame(a1, a2)
    return borrow_frame(C.v4lxx_frame_set_get_frame(is_frame_set(a1, 1, "frame_set_get_frame"), to_uint32_t(a2, 2, "frame_set_get_frame")), a1)
  end
  function raw.frame_set_get_moment(a1, a2)
    return from_int64_t(C.v4lxx_frame_set_get_moment(is_frame_set(a1, 1, "frame_set_get_moment"), to_uint32_t(a2, 2, "frame_set_get_moment")))
  end
  function raw.frame_set_holder(a1, a2)
    C.v4lxx_frame_set_holder(is_frame(a1, 1, "frame_set_holder"), to_uint64_t(a2, 2, "frame_set_holder"))
  end
  function raw.frame_set_info_init()
    local s = new_struct("v4lxx_frame_set_info")
    C.v4lxx_frame_set_info_init(s, sizeof("v4lxx_frame_set_info"))
    return from_struct("v4lxx_frame_set_info", s)
  end
  function raw.frame_set_read_info(a1)
    local s = new_struct("v4lxx_frame_set_info")
    local status = C.v4lxx_frame_set_read_info(is_frame_set(a1, 1, "frame_set_read_info"), s, err)
    if status ~= 0 then return failed(status) end
    if pending.value then raise() end
    return from_struct("v4lxx_frame_set_info", s)
  end
  function raw.frame_set_ref(a1)
    return new_frame_set(C.v4lxx_frame_set_ref(is_frame_set(a1, 1, "frame_set_ref")))
  end
  function raw.frame_set_unref(a1)
    C.v4lxx_frame_set_unref(take_frame_set(a1, 1, "frame_set_unref"))
  end
  function raw.frame_unref(a1)
    C.v4lxx_frame_unref(take_frame(a1, 1, "frame_unref"))
  end
  function raw.group_add_stream(a1, a2, a3)
    local status = C.v4lxx_group_add_stream(is_group(a1, 1, "group_add_stream"), is_stream(a2, 2, "group_add_stream"), to_int64_t(a3, 3, "group_add_stream"), err)
    if status ~= 0 then return failed(status) end
    if pending.value then raise() end
    return true
  end
  function raw.group_camera_init()
    local s = new_struct("v4lxx_group_camera")
    C.v4lxx_group_camera_init(s, sizeof("v4lxx_group_camera"))
    return from_struct("v4lxx_group_camera", s)
  end
  function raw.group_cancel(a1)
    C.v4lxx_group_cancel(is_group(a1, 1, "group_cancel"))
  end
  function raw.group_create(a1, a2)
    local status = C.v4lxx_group_create(is_context(a1, 1, "group_create"), to_struct("v4lxx_group_options", a2, 2, "group_create", true), out_group, err)
    if status ~= 0 then return failed(status) end
    if pending.value then raise() end
    return new_group(out_group[0])
  end
  function raw.group_get_fd(a1)
    return from_int32_t(C.v4lxx_group_get_fd(is_group(a1, 1, "group_get_fd")))
  end
  function raw.group_next(a1, a2)
    local status = C.v4lxx_group_next(is_group(a1, 1, "group_next"), to_int64_t(a2, 2, "group_next"), out_frame_set, err)
    if status ~= 0 then return failed(status) end
    if pending.value then raise() end
    return new_frame_set(out_frame_set[0])
  end
  function raw.group_options_init()
    local s = new_struct("v4lxx_group_options")
    C.v4lxx_group_options_init(s, sizeof("v4lxx_group_options"))
    return from_struct("v4lxx_group_options", s)
  end
  function raw.group_read_camera(a1, a2)
    local s = new_struct("v4lxx_group_camera")
    local status = C.v4lxx_group_read_camera(is_group(a1, 1, "group_read_camera"), to_uint32_t(a2, 2, "group_read_camera"), s, err)
    if status ~= 0 then return failed(status) end
    if pending.value then raise() end
    return from_struct("v4lxx_group_camera", s)
  end
  function raw.group_read_statistics(a1)
    local s = new_struct("v4lxx_group_statistics")
    local status = C.v4lxx_group_read_statistics(is_group(a1, 1, "group_read_statistics"), s, err)
    if status ~= 0 then return failed(status) end
    if pending.value then raise() end
    return from_struct("v4lxx_group_statistics", s)
  end
  function raw.group_ref(a1)
    return new_group(C.v4lxx_group_ref(is_group(a1, 1, "group_ref")))
  end
  function raw.group_statistics_init()
    local s = new_struct("v4lxx_group_statistics")
    C.v4lxx_group_statistics_init(s, sizeof("v4lxx_group_statistics"))
    return from_struct("v4lxx_group_statistics", s)
  end
  function raw.group_unref(a1)
    C.v4lxx_group_unref(take_group(a1, 1, "group_unref"))
  end
  function raw.held_frame_init()
    local s = new_struct("v4lxx_held_frame")
    C.v4lxx_held_frame_init(s, sizeof("v4lxx_held_frame"))
    return from_struct("v4lxx_held_frame", s)
  end
  function raw.held_list_at(a1, a2)
    local s = new_struct("v4lxx_held_frame")
    local status = C.v4lxx_held_list_at(is_held_list(a1, 1, "held_list_at"), to_uint32_t(a2, 2, "held_list_at"), s, err)
    if status ~= 0 then return failed(status) end
    if pending.value then raise() end
    return from_struct("v4lxx_held_frame", s)
  end
  function raw.held_list_get_count(a1)
    return from_uint32_t(C.v4lxx_held_list_get_count(is_held_list(a1, 1, "held_list_get_count")))
  end
  function raw.held_list_unref(a1)
    C.v4lxx_held_list_unref(take_held_list(a1, 1, "held_list_unref"))
  end
  function raw.histogram_get_bound(a1)
    return from_int64_t(C.v4lxx_histogram_get_bound(to_uint32_t(a1, 1, "histogram_get_bound")))
  end
  function raw.histogram_get_quantile(a1, a2)
    return from_int64_t(C.v4lxx_histogram_get_quantile(to_struct("v4lxx_histogram", a1, 1, "histogram_get_quantile", false), to_uint32_t(a2, 2, "histogram_get_quantile")))
  end
  function raw.image_options_init()
    local s = new_struct("v4lxx_image_options")
    C.v4lxx_image_options_init(s, sizeof("v4lxx_image_options"))
    return from_struct("v4lxx_image_options", s)
  end
  function raw.image_supports(a1, a2)
    return from_bool(C.v4lxx_image_supports(to_uint32_t(a1, 1, "image_supports"), to_uint32_t(a2, 2, "image_supports")))
  end
  function raw.input_info_init()
    local s = new_struct("v4lxx_input_info")
    C.v4lxx_input_info_init(s, sizeof("v4lxx_input_info"))
    return from_struct("v4lxx_input_info", s)
  end
  function raw.input_list_at(a1, a2)
    local s = new_struct("v4lxx_input_info")
    local status = C.v4lxx_input_list_at(is_input_list(a1, 1, "input_list_at"), to_uint32_t(a2, 2, "input_list_at"), s, err)
    if status ~= 0 then return failed(status) end
    if pending.value then raise() end
    return from_struct("v4lxx_input_info", s)
  end
  function raw.input_list_get_count(a1)
    return from_uint32_t(C.v4lxx_input_list_get_count(is_input_list(a1, 1, "input_list_get_count")))
  end
  function raw.input_list_get_name(a1, a2)
    return text(C.v4lxx_input_list_get_name(is_input_list(a1, 1, "input_list_get_name"), to_uint32_t(a2, 2, "input_list_get_name")))
  end
  function raw.input_list_unref(a1)
    C.v4lxx_input_list_unref(take_input_list(a1, 1, "input_list_unref"))
  end
  function raw.input_status_get_text(a1)
    return text(C.v4lxx_input_status_get_text(to_uint32_t(a1, 1, "input_status_get_text")))
  end
  function raw.interval_list_at(a1, a2)
    local s = new_struct("v4lxx_interval_range")
    local status = C.v4lxx_interval_list_at(is_interval_list(a1, 1, "interval_list_at"), to_uint32_t(a2, 2, "interval_list_at"), s, err)
    if status ~= 0 then return failed(status) end
    if pending.value then raise() end
    return from_struct("v4lxx_interval_range", s)
  end
  function raw.interval_list_get_count(a1)
    return from_uint32_t(C.v4lxx_interval_list_get_count(is_interval_list(a1, 1, "interval_list_get_count")))
  end
  function raw.interval_list_unref(a1)
    C.v4lxx_interval_list_unref(take_interval_list(a1, 1, "interval_list_unref"))
  end
  function raw.interval_range_init()
    local s = new_struct("v4lxx_interval_range")
    C.v4lxx_interval_range_init(s, sizeof("v4lxx_interval_range"))
    return from_struct("v4lxx_interval_range", s)
  end
  function raw.log_level_get_name(a1)
    return text(C.v4lxx_log_level_get_name(to_uint32_t(a1, 1, "log_level_get_name")))
  end
  function raw.log_record_get_code(a1)
    return from_uint32_t(C.v4lxx_log_record_get_code(is_log_record(a1, 1, "log_record_get_code")))
  end
  function raw.log_record_get_device(a1)
    return text(C.v4lxx_log_record_get_device(is_log_record(a1, 1, "log_record_get_device")))
  end
  function raw.log_record_get_left_out(a1)
    return from_uint64_t(C.v4lxx_log_record_get_left_out(is_log_record(a1, 1, "log_record_get_left_out")))
  end
  function raw.log_record_get_level(a1)
    return from_uint32_t(C.v4lxx_log_record_get_level(is_log_record(a1, 1, "log_record_get_level")))
  end
  function raw.log_record_get_message(a1)
    return text(C.v4lxx_log_record_get_message(is_log_record(a1, 1, "log_record_get_message")))
  end
  function raw.log_record_get_topic(a1)
    return from_uint32_t(C.v4lxx_log_record_get_topic(is_log_record(a1, 1, "log_record_get_topic")))
  end
  function raw.mode_init()
    local s = new_struct("v4lxx_mode")
    C.v4lxx_mode_init(s, sizeof("v4lxx_mode"))
    return from_struct("v4lxx_mode", s)
  end
  function raw.mode_list_at(a1, a2)
    local s = new_struct("v4lxx_mode")
    local status = C.v4lxx_mode_list_at(is_mode_list(a1, 1, "mode_list_at"), to_uint32_t(a2, 2, "mode_list_at"), s, err)
    if status ~= 0 then return failed(status) end
    if pending.value then raise() end
    return from_struct("v4lxx_mode", s)
  end
  function raw.mode_list_get_count(a1)
    return from_uint32_t(C.v4lxx_mode_list_get_count(is_mode_list(a1, 1, "mode_list_get_count")))
  end
  function raw.mode_list_get_reason(a1, a2)
    return text(C.v4lxx_mode_list_get_reason(is_mode_list(a1, 1, "mode_list_get_reason"), to_uint32_t(a2, 2, "mode_list_get_reason")))
  end
  function raw.mode_list_unref(a1)
    C.v4lxx_mode_list_unref(take_mode_list(a1, 1, "mode_list_unref"))
  end
  function raw.negotiation_init()
    local s = new_struct("v4lxx_negotiation")
    C.v4lxx_negotiation_init(s, sizeof("v4lxx_negotiation"))
    return from_struct("v4lxx_negotiation", s)
  end
  function raw.pixel_format_describe(a1)
    local s = new_struct("v4lxx_pixel_format_info")
    local status = C.v4lxx_pixel_format_describe(to_uint32_t(a1, 1, "pixel_format_describe"), s, err)
    if status ~= 0 then return failed(status) end
    if pending.value then raise() end
    return from_struct("v4lxx_pixel_format_info", s)
  end
  function raw.pixel_format_find(a1)
    return from_uint32_t(C.v4lxx_pixel_format_find(to_text(a1, 1, "pixel_format_find")))
  end
  function raw.pixel_format_get_count()
    return from_uint32_t(C.v4lxx_pixel_format_get_count())
  end
  function raw.pixel_format_get_fourcc(a1)
    return from_uint32_t(C.v4lxx_pixel_format_get_fourcc(to_uint32_t(a1, 1, "pixel_format_get_fourcc")))
  end
  function raw.pixel_format_get_name(a1)
    return text(C.v4lxx_pixel_format_get_name(to_uint32_t(a1, 1, "pixel_format_get_name")))
  end
  function raw.pixel_format_info_init()
    local s = new_struct("v4lxx_pixel_format_info")
    C.v4lxx_pixel_format_info_init(s, sizeof("v4lxx_pixel_format_info"))
    return from_struct("v4lxx_pixel_format_info", s)
  end
  function raw.settling_add_frame(a1, a2)
    local s = to_struct("v4lxx_settling", a1, 1, "settling_add_frame", false)
    local status = C.v4lxx_settling_add_frame(s, is_frame(a2, 2, "settling_add_frame"), err)
    if status ~= 0 then return failed(status) end
    if pending.value then raise() end
    return from_struct("v4lxx_settling", s)
  end
  function raw.settling_init()
    local s = new_struct("v4lxx_settling")
    C.v4lxx_settling_init(s, sizeof("v4lxx_settling"))
    return from_struct("v4lxx_settling", s)
  end
  function raw.severity_get_name(a1)
    return text(C.v4lxx_severity_get_name(to_uint32_t(a1, 1, "severity_get_name")))
  end
  function raw.signal_init()
    local s = new_struct("v4lxx_signal")
    C.v4lxx_signal_init(s, sizeof("v4lxx_signal"))
    return from_struct("v4lxx_signal", s)
  end
  function raw.size_list_at(a1, a2)
    local s = new_struct("v4lxx_size_range")
    local status = C.v4lxx_size_list_at(is_size_list(a1, 1, "size_list_at"), to_uint32_t(a2, 2, "size_list_at"), s, err)
    if status ~= 0 then return failed(status) end
    if pending.value then raise() end
    return from_struct("v4lxx_size_range", s)
  end
  function raw.size_list_get_count(a1)
    return from_uint32_t(C.v4lxx_size_list_get_count(is_size_list(a1, 1, "size_list_get_count")))
  end
  function raw.size_list_unref(a1)
    C.v4lxx_size_list_unref(take_size_list(a1, 1, "size_list_unref"))
  end
  function raw.size_range_init()
    local s = new_struct("v4lxx_size_range")
    C.v4lxx_size_range_init(s, sizeof("v4lxx_size_range"))
    return from_struct("v4lxx_size_range", s)
  end
  function raw.standard_find(a1)
    return from_uint64_t(C.v4lxx_standard_find(to_text_or_nil(a1, 1, "standard_find")))
  end
  function raw.standard_get_name(a1)
    return text(C.v4lxx_standard_get_name(to_uint64_t(a1, 1, "standard_get_name")))
  end
  function raw.standard_info_init()
    local s = new_struct("v4lxx_standard_info")
    C.v4lxx_standard_info_init(s, sizeof("v4lxx_standard_info"))
    return from_struct("v4lxx_standard_info", s)
  end
  function raw.standard_list_at(a1, a2)
    local s = new_struct("v4lxx_standard_info")
    local status = C.v4lxx_standard_list_at(is_standard_list(a1, 1, "standard_list_at"), to_uint32_t(a2, 2, "standard_list_at"), s, err)
    if status ~= 0 then return failed(status) end
    if pending.value then raise() end
    return from_struct("v4lxx_standard_info", s)
  end
  function raw.standard_list_get_count(a1)
    return from_uint32_t(C.v4lxx_standard_list_get_count(is_standard_list(a1, 1, "standard_list_get_count")))
  end
  function raw.standard_list_get_name(a1, a2)
    return text(C.v4lxx_standard_list_get_name(is_standard_list(a1, 1, "standard_list_get_name"), to_uint32_t(a2, 2, "standard_list_get_name")))
  end
  function raw.standard_list_unref(a1)
    C.v4lxx_standard_list_unref(take_standard_list(a1, 1, "standard_list_unref"))
  end
  function raw.status_get_meaning(a1)
    return text(C.v4lxx_status_get_meaning(to_int32_t(a1, 1, "status_get_meaning")))
  end
  function raw.status_get_name(a1)
    return text(C.v4lxx_status_get_name(to_int32_t(a1, 1, "status_get_name")))
  end
  function raw.stream_account_init()
    local s = new_struct("v4lxx_stream_account")
    C.v4lxx_stream_account_init(s, sizeof("v4lxx_stream_account"))
    return from_struct("v4lxx_stream_account", s)
  end
  function raw.stream_cancel(a1)
    C.v4lxx_stream_cancel(is_stream(a1, 1, "stream_cancel"))
  end
  function raw.stream_check_rate(a1)
    local status = C.v4lxx_stream_check_rate(is_stream(a1, 1, "stream_check_rate"), err)
    if status ~= 0 then return failed(status) end
    if pending.value then raise() end
    return true
  end
  function raw.stream_close(a1)
    C.v4lxx_stream_close(is_stream(a1, 1, "stream_close"))
  end
  function raw.stream_close_within(a1, a2)
    local status = C.v4lxx_stream_close_within(is_stream(a1, 1, "stream_close_within"), to_int64_t(a2, 2, "stream_close_within"), err)
    if status ~= 0 then return failed(status) end
    if pending.value then raise() end
    return true
  end
  function raw.stream_create(a1, a2)
    local status = C.v4lxx_stream_create(is_device(a1, 1, "stream_create"), to_struct("v4lxx_stream_options", a2, 2, "stream_create", true), out_stream, err)
    if status ~= 0 then return failed(status) end
    if pending.value then raise() end
    return new_stream(out_stream[0])
  end
  function raw.stream_dequeue(a1, a2)
    local status = C.v4lxx_stream_dequeue(is_stream(a1, 1, "stream_dequeue"), to_int64_t(a2, 2, "stream_dequeue"), out_frame, err)
    if status ~= 0 then return failed(status) end
    if pending.value then raise() end
    return new_frame(out_frame[0])
  end
  function raw.stream_dequeue_many(a1, a2, a3)
    local room, most = new_room("v4lxx_frame", to_uint32_t(a2, 2, "stream_dequeue_many"))
    local status = C.v4lxx_stream_dequeue_many(is_stream(a1, 1, "stream_dequeue_many"), room, most, to_int64_t(a3, 3, "stream_dequeue_many"), out_uint32_t, err)
    if status ~= 0 then return failed(status) end
    if pending.value then raise() end
    return from_room(new_frame, room, most)
  end
  function raw.stream_find_frame(a1, a2)
    local s = new_struct("v4lxx_held_frame")
    local status = C.v4lxx_stream_find_frame(is_stream(a1, 1, "stream_find_frame"), to_uint64_t(a2, 2, "stream_find_frame"), s, err)
    if status ~= 0 then return failed(status) end
    if pending.value then raise() end
    return from_struct("v4lxx_held_frame", s)
  end
  function raw.stream_get_buffer_count(a1)
    return from_uint32_t(C.v4lxx_stream_get_buffer_count(is_stream(a1, 1, "stream_get_buffer_count")))
  end
  function raw.stream_get_fd(a1)
    return from_int32_t(C.v4lxx_stream_get_fd(is_stream(a1, 1, "stream_get_fd")))
  end
  function raw.stream_get_steps_down(a1)
    return from_uint32_t(C.v4lxx_stream_get_steps_down(is_stream(a1, 1, "stream_get_steps_down")))
  end
  function raw.stream_get_time_left(a1, a2)
    return from_int64_t(C.v4lxx_stream_get_time_left(is_stream(a1, 1, "stream_get_time_left"), to_int64_t(a2, 2, "stream_get_time_left")))
  end
  function raw.stream_list_held(a1)
    local status = C.v4lxx_stream_list_held(is_stream(a1, 1, "stream_list_held"), out_held_list, err)
    if status ~= 0 then return failed(status) end
    if pending.value then raise() end
    return new_held_list(out_held_list[0])
  end
  function raw.stream_options_init()
    local s = new_struct("v4lxx_stream_options")
    C.v4lxx_stream_options_init(s, sizeof("v4lxx_stream_options"))
    return from_struct("v4lxx_stream_options", s)
  end
  function raw.stream_rate_init()
    local s = new_struct("v4lxx_stream_rate")
    C.v4lxx_stream_rate_init(s, sizeof("v4lxx_stream_rate"))
    return from_struct("v4lxx_stream_rate", s)
  end
  function raw.stream_read(a1, a2, a3, a4)
    local buffer, size = new_buffer(to_buffer_size(a2, 2, "stream_read"))
    local status = C.v4lxx_stream_read(is_stream(a1, 1, "stream_read"), buffer, size, to_uint32_t(a3, 3, "stream_read"), to_int64_t(a4, 4, "stream_read"), out_size_t, err)
    if status ~= 0 then return failed(status, out_size_t[0]) end
    if pending.value then raise() end
    return bytes(buffer, out_size_t[0])
  end
  function raw.stream_read_account(a1)
    local s = new_struct("v4lxx_stream_account")
    local status = C.v4lxx_stream_read_account(is_stream(a1, 1, "stream_read_account"), s, err)
    if status ~= 0 then return failed(status) end
    if pending.value then raise() end
    return from_struct("v4lxx_stream_account", s)
  end
  function raw.stream_read_format(a1)
    local s = new_struct("v4lxx_format")
    local status = C.v4lxx_stream_read_format(is_stream(a1, 1, "stream_read_format"), s, err)
    if status ~= 0 then return failed(status) end
    if pending.value then raise() end
    return from_struct("v4lxx_format", s)
  end
  function raw.stream_read_interval(a1)
    local s = new_struct("v4lxx_fraction")
    local status = C.v4lxx_stream_read_interval(is_stream(a1, 1, "stream_read_interval"), s, err)
    if status ~= 0 then return failed(status) end
    if pending.value then raise() end
    return from_struct("v4lxx_fraction", s)
  end
  function raw.stream_read_rate(a1)
    local s = new_struct("v4lxx_stream_rate")
    local status = C.v4lxx_stream_read_rate(is_stream(a1, 1, "stream_read_rate"), s, err)
    if status ~= 0 then return failed(status) end
    if pending.value then raise() end
    return from_struct("v4lxx_stream_rate", s)
  end
  function raw.stream_read_state(a1)
    local s = new_struct("v4lxx_stream_state")
    local status = C.v4lxx_stream_read_state(is_stream(a1, 1, "stream_read_state"), s, err)
    if status ~= 0 then return failed(status) end
    if pending.value then raise() end
    return from_struct("v4lxx_stream_state", s)
  end
  function raw.stream_read_statistics(a1)
    local s = new_struct("v4lxx_stream_statistics")
    local status = C.v4lxx_stream_read_statistics(is_stream(a1, 1, "stream_read_statistics"), s, err)
    if status ~= 0 then return failed(status) end
    if pending.value then raise() end
    return from_struct("v4lxx_stream_statistics", s)
  end
  function raw.stream_reconfigure(a1, a2)
    local status = C.v4lxx_stream_reconfigure(is_stream(a1, 1, "stream_reconfigure"), to_struct("v4lxx_stream_options", a2, 2, "stream_reconfigure", false), err)
    if status ~= 0 then return failed(status) end
    if pending.value then raise() end
    return true
  end
  function raw.stream_ref(a1)
    return new_stream(C.v4lxx_stream_ref(is_stream(a1, 1, "stream_ref")))
  end
  function raw.stream_start(a1)
    local status = C.v4lxx_stream_start(is_stream(a1, 1, "stream_start"), err)
    if status ~= 0 then return failed(status) end
    if pending.value then raise() end
    return true
  end
  function raw.stream_state_init()
    local s = new_struct("v4lxx_stream_state")
    C.v4lxx_stream_state_init(s, sizeof("v4lxx_stream_state"))
    return from_struct("v4lxx_stream_state", s)
  end
  function raw.stream_statistics_init()
    local s = new_struct("v4lxx_stream_statistics")
    C.v4lxx_stream_statistics_init(s, sizeof("v4lxx_stream_statistics"))
    return from_struct("v4lxx_stream_statistics", s)
  end
  function raw.stream_stop(a1)
    local status = C.v4lxx_stream_stop(is_stream(a1, 1, "stream_stop"), err)
    if status ~= 0 then return failed(status) end
    if pending.value then raise() end
    return true
  end
  function raw.stream_unref(a1)
    C.v4lxx_stream_unref(take_stream(a1, 1, "stream_unref"))
  end
  function raw.supports(a1)
    return from_bool(C.v4lxx_supports(to_uint32_t(a1, 1, "supports")))
  end
  function raw.timings_capabilities_init()
    local s = new_struct("v4lxx_timings_capabilities")
    C.v4lxx_timings_capabilities_init(s, sizeof("v4lxx_timings_capabilities"))
    return from_struct("v4lxx_timings_capabilities", s)
  end
  function raw.timings_init()
    local s = new_struct("v4lxx_timings")
    C.v4lxx_timings_init(s, sizeof("v4lxx_timings"))
    return from_struct("v4lxx_timings", s)
  end
  function raw.timings_list_at(a1, a2)
    local s = new_struct("v4lxx_timings")
    local status = C.v4lxx_timings_list_at(is_timings_list(a1, 1, "timings_list_at"), to_uint32_t(a2, 2, "timings_list_at"), s, err)
    if status ~= 0 then return failed(status) end
    if pending.value then raise() end
    return from_struct("v4lxx_timings", s)
  end
  function raw.timings_list_get_count(a1)
    return from_uint32_t(C.v4lxx_timings_list_get_count(is_timings_list(a1, 1, "timings_list_get_count")))
  end
  function raw.timings_list_get_name(a1, a2)
    return text(C.v4lxx_timings_list_get_name(is_timings_list(a1, 1, "timings_list_get_name"), to_uint32_t(a2, 2, "timings_list_get_name")))
  end
  function raw.timings_list_unref(a1)
    C.v4lxx_timings_list_unref(take_timings_list(a1, 1, "timings_list_unref"))
  end
  function raw.version_at_least(a1, a2, a3)
    return from_bool(C.v4lxx_version_at_least(to_uint32_t(a1, 1, "version_at_least"), to_uint32_t(a2, 2, "version_at_least"), to_uint32_t(a3, 3, "version_at_least")))
  end
  function raw.version_get_number()
    return from_uint32_t(C.v4lxx_version_get_number())
  end
  function raw.version_get_string()
    return text(C.v4lxx_version_get_string())
  end
  function raw.wish_init()
    local s = new_struct("v4lxx_wish")
    C.v4lxx_wish_init(s, sizeof("v4lxx_wish"))
    return from_struct("v4lxx_wish", s)
  end
end
