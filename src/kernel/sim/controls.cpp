#include "kernel/sim/controls.hpp"

#include "kernel/sim/control_values.hpp"

#include <algorithm>
#include <cerrno>
#include <cstring>

namespace v4lxx::kernel::sim {

namespace {

constexpr uint32_t next_both = V4L2_CTRL_FLAG_NEXT_CTRL | V4L2_CTRL_FLAG_NEXT_COMPOUND;

// Field and its size, because a field of a packed struct cannot be referred to.
void put_text(void *to, size_t room, const char *text)
{
    std::memset(to, 0, room);
    std::memcpy(to, text, std::min(room - 1, std::strlen(text)));
}

}  // namespace

uint32_t ControlModel::element_size() const
{
    switch (type) {
    case V4L2_CTRL_TYPE_INTEGER64: return 8;
    case V4L2_CTRL_TYPE_STRING: return static_cast<uint32_t>(maximum) + 1;
    case V4L2_CTRL_TYPE_U8: return 1;
    default: return 4;
    }
}

uint32_t ControlModel::elements() const
{
    uint32_t count = 1;
    for (uint32_t dimension : dimensions)
        count *= dimension;
    return count;
}

Controls::Controls(ControlChoice choice, bool dynamic_framerate) : choice_(choice)
{
    if (choice != ControlChoice::none)
        models_ = camera_controls();
    if (ControlModel *dynamic = find(V4L2_CID_EXPOSURE_AUTO_PRIORITY))
        dynamic->default_value = dynamic_framerate ? 1 : 0;
    reset();
}

void Controls::reset()
{
    for (ControlModel &model : models_) {
        model.value = model.default_value;
        model.text = model.is_string() ? default_text(model) : std::string();
        model.bytes = model.is_compound() ? default_bytes(model) : std::vector<uint8_t>();
    }
    follow_masters();
}

bool Controls::is_control_call(unsigned long request)
{
    constexpr unsigned long calls[] = {VIDIOC_QUERYCTRL, VIDIOC_QUERY_EXT_CTRL, VIDIOC_QUERYMENU,   VIDIOC_G_CTRL,
                                       VIDIOC_S_CTRL,    VIDIOC_G_EXT_CTRLS,    VIDIOC_S_EXT_CTRLS, VIDIOC_TRY_EXT_CTRLS};
    return std::find(std::begin(calls), std::end(calls), request) != std::end(calls);
}

bool Controls::answers_on_failure(unsigned long request)
{
    return request == VIDIOC_G_EXT_CTRLS || request == VIDIOC_S_EXT_CTRLS || request == VIDIOC_TRY_EXT_CTRLS;
}

int Controls::answer(unsigned long request, void *argument, bool streaming)
{
    if (!exist())
        return -ENOTTY;
    if (ControlModel *rotate = find(V4L2_CID_ROTATE))
        rotate->flags = (rotate->flags & ~uint32_t{V4L2_CTRL_FLAG_GRABBED}) | (streaming ? V4L2_CTRL_FLAG_GRABBED : 0);
    switch (request) {
    case VIDIOC_QUERY_EXT_CTRL: return query_ext(*static_cast<v4l2_query_ext_ctrl *>(argument));
    case VIDIOC_QUERYCTRL: return query(*static_cast<v4l2_queryctrl *>(argument));
    case VIDIOC_QUERYMENU: return query_menu(*static_cast<v4l2_querymenu *>(argument));
    case VIDIOC_G_CTRL: return get(*static_cast<v4l2_control *>(argument));
    case VIDIOC_S_CTRL: return set(*static_cast<v4l2_control *>(argument));
    default: return with_array(request, *static_cast<v4l2_ext_controls *>(argument));
    }
}

int Controls::answer_beyond_the_end(unsigned long request, void *argument)
{
    uint32_t asked = 0;  // the first field of both structs
    std::memcpy(&asked, argument, sizeof asked);
    if ((asked & next_both) == 0 || !exist())
        return -EINVAL;
    const uint32_t first = next_both;
    std::memcpy(argument, &first, sizeof first);
    const int rc = request == VIDIOC_QUERY_EXT_CTRL ? query_ext(*static_cast<v4l2_query_ext_ctrl *>(argument))
                                                    : query(*static_cast<v4l2_queryctrl *>(argument));
    const uint32_t next_id = (asked & V4L2_CTRL_ID_MASK) + 1;
    std::memcpy(argument, &next_id, sizeof next_id);
    return rc;
}

const ControlModel *Controls::find(uint32_t id) const
{
    id &= V4L2_CTRL_ID_MASK;
    if (id >= V4L2_CID_PRIVATE_BASE) {  // the numbers of drivers before there were classes
        uint32_t number = id - V4L2_CID_PRIVATE_BASE;
        for (const ControlModel &model : models_)
            if (V4L2_CTRL_ID2WHICH(model.id) == V4L2_CTRL_CLASS_USER && V4L2_CTRL_DRIVER_PRIV(model.id) && model.is_int() &&
                number-- == 0)
                return &model;
        return nullptr;
    }
    auto found = std::find_if(models_.begin(), models_.end(), [id](const ControlModel &model) { return model.id == id; });
    return found == models_.end() ? nullptr : &*found;
}

ControlModel *Controls::find(uint32_t id) { return const_cast<ControlModel *>(static_cast<const Controls *>(this)->find(id)); }

int64_t Controls::value(uint32_t id) const
{
    const ControlModel *model = find(id);
    return model == nullptr ? 0 : model->value;
}

void Controls::note_exposure(int64_t value)
{
    if (ControlModel *time = find(V4L2_CID_EXPOSURE_ABSOLUTE))
        time->value = std::clamp(value, time->minimum, time->maximum);
}

const ControlModel *Controls::next(uint32_t id, uint32_t next_flags) const
{
    for (const ControlModel &model : models_) {
        const bool wanted = next_flags == next_both || model.is_compound() == (next_flags == V4L2_CTRL_FLAG_NEXT_COMPOUND);
        if (model.id > id && wanted)
            return &model;
    }
    return nullptr;
}

int Controls::query_ext(v4l2_query_ext_ctrl &arg) const
{
    const uint32_t id = arg.id & V4L2_CTRL_ID_MASK, next_flags = arg.id & next_both;
    const ControlModel *model = next_flags != 0 ? next(id, next_flags) : find(id);
    if (model == nullptr)
        return -EINVAL;
    arg = {};
    arg.id = id >= V4L2_CID_PRIVATE_BASE ? id : model->id;
    arg.type = model->type;
    put_text(arg.name, sizeof arg.name, model->name);
    arg.minimum = model->minimum;
    arg.maximum = model->maximum;
    arg.step = model->step;
    arg.default_value = model->default_value;
    arg.flags = model->flags | (model->has_payload() ? V4L2_CTRL_FLAG_HAS_PAYLOAD : 0);
    arg.elem_size = model->element_size();
    arg.elems = model->elements();
    arg.nr_of_dims = static_cast<uint32_t>(model->dimensions.size());
    std::copy(model->dimensions.begin(), model->dimensions.end(), arg.dims);
    return 0;
}

int Controls::query(v4l2_queryctrl &arg) const
{
    v4l2_query_ext_ctrl all{};
    all.id = arg.id;
    if (int rc = query_ext(all); rc < 0)
        return rc;
    arg = {};
    arg.id = all.id;
    arg.type = all.type;
    arg.flags = all.flags;
    put_text(arg.name, sizeof arg.name, all.name);
    if (all.type < V4L2_CTRL_COMPOUND_TYPES && all.type != V4L2_CTRL_TYPE_INTEGER64) {
        arg.minimum = static_cast<int32_t>(all.minimum);
        arg.maximum = static_cast<int32_t>(all.maximum);
        arg.step = static_cast<int32_t>(all.step);
        arg.default_value = static_cast<int32_t>(all.default_value);
    }
    return 0;
}

int Controls::query_menu(v4l2_querymenu &arg) const
{
    const ControlModel *model = find(arg.id);
    if (model == nullptr || (model->type != V4L2_CTRL_TYPE_MENU && model->type != V4L2_CTRL_TYPE_INTEGER_MENU))
        return -EINVAL;
    const uint32_t index = arg.index;
    if (!is_offered(*model, index))
        return -EINVAL;
    arg.reserved = 0;
    if (model->type == V4L2_CTRL_TYPE_MENU)
        put_text(arg.name, sizeof arg.name, model->items[index]);
    else
        arg.value = model->integer_items[index];
    return 0;
}

int Controls::get(v4l2_control &arg) const
{
    const ControlModel *model = find(arg.id);
    if (model == nullptr || !model->is_int())
        return -EINVAL;
    if ((model->flags & V4L2_CTRL_FLAG_WRITE_ONLY) != 0)
        return -EACCES;
    arg.value = static_cast<int32_t>(model->value);
    return 0;
}

int Controls::set(v4l2_control &arg)
{
    ControlModel *model = find(arg.id);
    if (model == nullptr || !model->is_int())
        return -EINVAL;
    if ((model->flags & V4L2_CTRL_FLAG_READ_ONLY) != 0 || is_refused_as_inactive(*model, {}))
        return -EACCES;
    int64_t value = arg.value;
    if (int rc = validate(*model, &value); rc < 0)
        return rc;
    if ((model->flags & V4L2_CTRL_FLAG_GRABBED) != 0)
        return -EBUSY;
    model->value = value;
    follow_masters();
    arg.value = static_cast<int32_t>(value);
    return 0;
}

// uvcvideo alone refuses a set whose master stays in automatic mode; the last value of the same call counts.
bool Controls::is_refused_as_inactive(const ControlModel &model, const std::vector<v4l2_ext_control> &controls) const
{
    if (choice_ != ControlChoice::uvc)
        return false;
    for (const Governor &rule : governors) {
        if (rule.slave != model.id)
            continue;
        int64_t mode = value(rule.master);
        for (const v4l2_ext_control &control : controls)
            if (control.id == rule.master)
                mode = control.value;
        return mode != rule.manual_value;
    }
    return false;
}

void Controls::follow_masters()
{
    for (const Governor &rule : governors) {
        ControlModel *slave = find(rule.slave);
        if (slave == nullptr)
            continue;
        slave->flags &= ~uint32_t{V4L2_CTRL_FLAG_INACTIVE};
        if (value(rule.master) != rule.manual_value)
            slave->flags |= V4L2_CTRL_FLAG_INACTIVE;
    }
}

// The core copies the array in before anybody looks at the call, and out again even when it fails.
int Controls::with_array(unsigned long request, v4l2_ext_controls &arg)
{
    if (arg.count > V4L2_CID_MAX_CTRLS)
        return -EINVAL;
    if (arg.count != 0 && arg.controls == nullptr)
        return -EFAULT;
    std::vector<v4l2_ext_control> controls(arg.controls, arg.controls + arg.count);
    arg.error_idx = arg.count;
    const int rc =
        request == VIDIOC_G_EXT_CTRLS ? get_ext(arg, controls) : set_ext(arg, controls, request == VIDIOC_S_EXT_CTRLS);
    std::copy(controls.begin(), controls.end(), arg.controls);
    return rc;
}

int Controls::check_class(uint32_t which) const
{
    return which == V4L2_CTRL_WHICH_CUR_VAL || which == V4L2_CTRL_WHICH_DEF_VAL || find(which | 1) != nullptr ? 0 : -EINVAL;
}

int Controls::prepare(v4l2_ext_controls &arg, std::vector<v4l2_ext_control> &controls, bool get) const
{
    for (uint32_t i = 0; i < arg.count; i++) {
        v4l2_ext_control &control = controls[i];
        const uint32_t id = control.id & V4L2_CTRL_ID_MASK;
        arg.error_idx = i;
        const bool any_class = arg.which == V4L2_CTRL_WHICH_CUR_VAL || arg.which == V4L2_CTRL_WHICH_DEF_VAL;
        if ((!any_class && V4L2_CTRL_ID2WHICH(id) != arg.which) || id >= V4L2_CID_PRIVATE_BASE)
            return -EINVAL;
        const ControlModel *model = find(id);
        if (model == nullptr)
            return -EINVAL;
        if (!model->is_compound())
            continue;
        const uint32_t size = model->elements() * model->element_size();
        if (control.size < size) {
            if (get)
                control.size = size;
            return get ? -ENOSPC : -EFAULT;
        }
        control.size = size;
    }
    return 0;
}

int Controls::get_ext(v4l2_ext_controls &arg, std::vector<v4l2_ext_control> &controls) const
{
    if (arg.which == V4L2_CTRL_WHICH_REQUEST_VAL)
        return -EINVAL;  // no requests here
    const bool defaults = arg.which == V4L2_CTRL_WHICH_DEF_VAL;
    arg.which = V4L2_CTRL_ID2WHICH(arg.which);
    if (arg.count == 0)
        return check_class(arg.which);
    int rc = prepare(arg, controls, true);
    arg.error_idx = arg.count;
    for (uint32_t i = 0; rc == 0 && i < arg.count; i++)
        if ((find(controls[i].id & V4L2_CTRL_ID_MASK)->flags & V4L2_CTRL_FLAG_WRITE_ONLY) != 0)
            rc = -EACCES;
    for (uint32_t i = 0; rc == 0 && i < arg.count; i++) {
        const ControlModel &model = *find(controls[i].id & V4L2_CTRL_ID_MASK);
        arg.error_idx = i;
        if (model.is_string())
            rc = hand_out(model, defaults ? default_text(model) : model.text, &controls[i]);
        else if (model.is_compound())
            rc = hand_out(defaults ? default_bytes(model) : model.bytes, controls[i]);
        else
            put_number(model, defaults ? model.default_value : model.value, &controls[i]);
    }
    return rc;
}

int Controls::check_settable(v4l2_ext_controls &arg, std::vector<v4l2_ext_control> &controls, bool set) const
{
    arg.error_idx = arg.count;
    for (uint32_t i = 0; i < arg.count; i++) {
        const ControlModel &model = *find(controls[i].id & V4L2_CTRL_ID_MASK);
        arg.error_idx = i;
        if ((model.flags & V4L2_CTRL_FLAG_READ_ONLY) != 0 || (set && is_refused_as_inactive(model, controls)))
            return -EACCES;
        if (set && (model.flags & V4L2_CTRL_FLAG_GRABBED) != 0)
            return -EBUSY;
        if (model.has_payload())
            continue;  // looked at when it is copied
        int64_t value = number_in(model, controls[i]);
        if (int rc = validate(model, &value); rc < 0)
            return rc;
        put_number(model, value, &controls[i]);
    }
    return 0;
}

int Controls::set_ext(v4l2_ext_controls &arg, std::vector<v4l2_ext_control> &controls, bool set)
{
    if (arg.which == V4L2_CTRL_WHICH_REQUEST_VAL || arg.which == V4L2_CTRL_WHICH_DEF_VAL)
        return -EINVAL;
    arg.which = V4L2_CTRL_ID2WHICH(arg.which);
    if (arg.count == 0)
        return check_class(arg.which);
    int rc = prepare(arg, controls, false);
    if (rc == 0)
        rc = check_settable(arg, controls, set);
    if (rc < 0 && set)
        arg.error_idx = arg.count;
    for (uint32_t i = 0; rc == 0 && i < arg.count; i++) {
        ControlModel &model = *find(controls[i].id & V4L2_CTRL_ID_MASK);
        arg.error_idx = i;
        std::string text;
        if (model.is_string()) {
            rc = take_text(model, controls[i], &text);
            if (rc == 0)
                rc = validate_text(model, text);
            if (rc == 0 && set)
                model.text = text;
            if (rc == 0)
                rc = hand_out(model, text, &controls[i]);
        } else if (model.is_compound()) {
            std::vector<uint8_t> bytes;
            rc = take_bytes(model, controls[i], &bytes);
            if (rc == 0)
                rc = hand_out(bytes, controls[i]);
            if (rc == 0 && set)
                model.bytes = std::move(bytes);
        } else if (set) {
            model.value = number_in(model, controls[i]);
        }
    }
    follow_masters();
    return rc;
}

}  // namespace v4lxx::kernel::sim
