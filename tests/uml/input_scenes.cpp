// Scenes about a device with four inputs: a webcam, TV, S-Video and HDMI. What is set at each, what format follows, what comes in.
#include "uml/scenes.hpp"

#include <cstdio>
#include <cstring>
#include <linux/v4l2-dv-timings.h>

// The header writes its timings with designators in the way of C; C++ wants all members of an initializer named, or none.
#undef V4L2_INIT_BT_TIMINGS
#define V4L2_INIT_BT_TIMINGS(...) .bt = {__VA_ARGS__}

namespace v4lxx::test {

namespace {

constexpr int webcam = 0, tv = 1, svideo = 2, hdmi = 3;

std::string hex(uint64_t value)
{
    char text[32];
    std::snprintf(text, sizeof text, "0x%llx", static_cast<unsigned long long>(value));
    return text;
}

int select(Client &client, const std::string &what, int index) { return client.call('a', what, VIDIOC_S_INPUT, &index); }

void note_input(Client &client, const std::string &what, uint32_t index)
{
    v4l2_input input{};
    input.index = index;
    if (client.call('a', what, VIDIOC_ENUMINPUT, &input) == 0)
        client.note(what + " type " + std::to_string(input.type) + " standards " + hex(input.std) + " status " +
                    hex(input.status) + " capabilities " + hex(input.capabilities));
}

// Pictures per second: drivers write the same rate as different fractions.
void note_rate(Client &client, const std::string &what, unsigned long request = VIDIOC_G_PARM)
{
    v4l2_streamparm parameters{};
    parameters.type = client.type();
    parameters.parm.capture.timeperframe = {1, 10};
    if (client.call('a', what, request, &parameters) != 0)
        return;
    const v4l2_fract period = parameters.parm.capture.timeperframe;
    char text[32];
    std::snprintf(text, sizeof text, "%.3f", static_cast<double>(period.denominator) / period.numerator);
    client.note(what + " is " + text);
}

void note_lists(Client &client, const std::string &where)
{
    v4l2_frmsizeenum size{};
    size.pixel_format = V4L2_PIX_FMT_YUYV;
    client.call('a', "ENUM_FRAMESIZES at " + where, VIDIOC_ENUM_FRAMESIZES, &size);
    for (const uint32_t index : {0u, 1u})
        for (const uint32_t width : {720u, 1u}) {
            v4l2_frmivalenum interval{};
            interval.index = index;
            interval.pixel_format = V4L2_PIX_FMT_YUYV;
            interval.width = width;
            interval.height = 576;
            const std::string what = "ENUM_FRAMEINTERVALS " + std::to_string(index) + " of width " + std::to_string(width);
            if (client.call('a', what + " at " + where, VIDIOC_ENUM_FRAMEINTERVALS, &interval) == 0)
                client.note(what + " type " + std::to_string(interval.type));
        }
}

void four_inputs(Client &client)
{
    client.open('a');
    client.set_format('a', "S_FMT", V4L2_PIX_FMT_YUYV, 640, 360);
    for (uint32_t index = 0; index < 5; index++)
        note_input(client, "ENUMINPUT " + std::to_string(index), index);
    int number = 99;
    for (const int wanted : {tv, 4, -1, tv, hdmi, webcam}) {
        select(client, "S_INPUT " + std::to_string(wanted), wanted);
        client.call('a', "G_INPUT", VIDIOC_G_INPUT, &number);
        client.note("input " + std::to_string(number));
        client.get_format('a', "G_FMT");
        note_rate(client, "G_PARM");
    }
    client.request_buffers('a', "REQBUFS", 2);
    select(client, "S_INPUT with buffers", tv);
    select(client, "S_INPUT of the same with buffers", webcam);
    client.request_buffers('a', "REQBUFS 0", 0);
    select(client, "S_INPUT without buffers", tv);
    note_lists(client, "TV");
    select(client, "S_INPUT HDMI", hdmi);
    note_lists(client, "HDMI");
    select(client, "S_INPUT back", webcam);
    client.close('a');
}

void set_standard(Client &client, const std::string &what, v4l2_std_id id)
{
    client.call('a', "S_STD " + what, VIDIOC_S_STD, &id);
    id = 0;
    if (client.call('a', "G_STD after " + what, VIDIOC_G_STD, &id) == 0)
        client.note("standard " + hex(id));
    id = 0;
    if (client.call('a', "QUERYSTD after " + what, VIDIOC_QUERYSTD, &id) == 0)
        client.note("signal " + hex(id));
    client.get_format('a', "G_FMT after " + what);
    note_rate(client, "G_PARM after " + what);
}

void standards(Client &client)
{
    client.open('a');
    v4l2_standard standard{};
    for (const int input : {webcam, hdmi}) {
        select(client, "S_INPUT", input);
        client.call('a', "ENUMSTD where there is none", VIDIOC_ENUMSTD, &standard);
        set_standard(client, "where there is none", V4L2_STD_PAL);
        set_standard(client, "nothing where there is none", 0);
    }
    for (const int input : {tv, svideo}) {
        select(client, "S_INPUT", input);
        for (uint32_t index = 0; index < 32; index++) {
            standard = {};
            standard.index = index;
            if (client.call('a', "ENUMSTD", VIDIOC_ENUMSTD, &standard) == 0)
                client.note(std::to_string(standard.index) + " is " + hex(standard.id) + " " +
                            reinterpret_cast<const char *>(standard.name) + " " +
                            std::to_string(standard.frameperiod.numerator) + "/" +
                            std::to_string(standard.frameperiod.denominator) + " lines " + std::to_string(standard.framelines));
        }
        set_standard(client, "NTSC", V4L2_STD_NTSC);
        set_standard(client, "nothing", 0);
        set_standard(client, "digital ones", V4L2_STD_ATSC);
        set_standard(client, "analog and digital ones", V4L2_STD_PAL_M | V4L2_STD_ATSC);
        set_standard(client, "all of 625 lines", V4L2_STD_625_50);
        set_standard(client, "PAL", V4L2_STD_PAL);
        for (const uint32_t width : {320u, 720u, 4000u, 0u}) {
            client.set_format('a', "TRY_FMT " + std::to_string(width), V4L2_PIX_FMT_YUYV, width, 100, VIDIOC_TRY_FMT);
            client.set_format('a', "S_FMT " + std::to_string(width), V4L2_PIX_FMT_YUYV, width, 100);
        }
        note_rate(client, "S_PARM", VIDIOC_S_PARM);
    }
    client.stream('a', 3);
    set_standard(client, "NTSC while streaming", V4L2_STD_NTSC);
    set_standard(client, "the same while streaming", V4L2_STD_PAL);
    client.poll('a', "poll", a_second_ns);
    client.dequeue('a', "DQBUF");
    client.stream_off('a', "STREAMOFF");
    client.request_buffers('a', "REQBUFS 0", 0);
    select(client, "S_INPUT back", webcam);
    client.close('a');
}

std::string text_of(const v4l2_dv_timings &timings)
{
    const v4l2_bt_timings bt = timings.bt;
    return std::to_string(bt.width) + "x" + std::to_string(bt.height) + (bt.interlaced != 0 ? "i" : "p") + " at " +
           std::to_string(bt.pixelclock) + " porches " + std::to_string(bt.hfrontporch) + " " + std::to_string(bt.vbackporch) +
           " " + std::to_string(bt.il_vsync) + " flags " + hex(bt.flags) + " standards " + hex(bt.standards);
}

void set_timings(Client &client, const std::string &what, v4l2_dv_timings timings)
{
    if (client.call('a', "S_DV_TIMINGS " + what, VIDIOC_S_DV_TIMINGS, &timings) == 0)
        client.note("granted " + text_of(timings));
    timings = {};
    if (client.call('a', "G_DV_TIMINGS after " + what, VIDIOC_G_DV_TIMINGS, &timings) == 0)
        client.note("timings " + text_of(timings));
    timings = {};
    if (client.call('a', "QUERY_DV_TIMINGS after " + what, VIDIOC_QUERY_DV_TIMINGS, &timings) == 0)
        client.note("signal " + text_of(timings));
    client.get_format('a', "G_FMT after " + what);
    note_rate(client, "G_PARM after " + what);
}

void list_timings(Client &client)
{
    for (uint32_t index = 0; index < 200; index++) {
        v4l2_enum_dv_timings entry{};
        entry.index = index;
        if (client.call('a', "ENUM_DV_TIMINGS", VIDIOC_ENUM_DV_TIMINGS, &entry) != 0)
            break;
        client.note(std::to_string(index) + " is " + text_of(entry.timings));
    }
    v4l2_dv_timings_cap cap{};
    if (client.call('a', "DV_TIMINGS_CAP", VIDIOC_DV_TIMINGS_CAP, &cap) != 0)
        return;
    const v4l2_bt_timings_cap bt = cap.bt;
    client.note("type " + std::to_string(cap.type) + " from " + std::to_string(bt.min_width) + "x" +
                std::to_string(bt.min_height) + " to " + std::to_string(bt.max_width) + "x" + std::to_string(bt.max_height) +
                " clock " + std::to_string(bt.min_pixelclock) + " to " + std::to_string(bt.max_pixelclock) + " standards " +
                hex(bt.standards) + " capabilities " + hex(bt.capabilities));
}

void timings(Client &client)
{
    constexpr v4l2_dv_timings full_hd = V4L2_DV_BT_CEA_1920X1080P60, fields = V4L2_DV_BT_CEA_1920X1080I50,
                              usual = V4L2_DV_BT_CEA_1280X720P60, monitor = V4L2_DV_BT_DMT_1024X768P75;
    client.open('a');
    for (const int input : {webcam, tv}) {
        select(client, "S_INPUT", input);
        list_timings(client);
        set_timings(client, "where there are none", full_hd);
    }
    select(client, "S_INPUT", hdmi);
    list_timings(client);
    for (const auto &[what, wanted] : {std::pair{"1920x1080p60", full_hd}, {"1920x1080i50", fields}, {"1024x768p75", monitor}})
        set_timings(client, what, wanted);
    v4l2_dv_timings odd = full_hd;
    odd.bt.hfrontporch += 1;
    odd.bt.standards = V4L2_DV_BT_STD_CEA861;
    set_timings(client, "with another porch", odd);
    odd = full_hd;
    odd.type = 7;
    set_timings(client, "of no type", odd);
    set_timings(client, "all zero", {});
    client.set_format('a', "S_FMT at HDMI", V4L2_PIX_FMT_YUYV, 320, 240);
    note_rate(client, "S_PARM", VIDIOC_S_PARM);
    set_timings(client, "1280x720p60", usual);
    client.stream('a', 3);
    set_timings(client, "others while streaming", full_hd);
    set_timings(client, "the same while streaming", usual);
    client.stream_off('a', "STREAMOFF");
    client.request_buffers('a', "REQBUFS 0", 0);
    select(client, "S_INPUT back", webcam);
    client.close('a');
}

// Half frames: both fields of a picture have its number.
void half_frames(Client &client)
{
    constexpr v4l2_dv_timings fields = V4L2_DV_BT_CEA_1920X1080I60, usual = V4L2_DV_BT_CEA_1280X720P60;
    client.open('a');
    select(client, "S_INPUT", hdmi);
    set_timings(client, "1920x1080i60", fields);
    client.stream('a', 4);
    uint32_t first = 0;
    for (int i = 0; i < 4; i++) {
        BufferArgument buffer;
        client.poll('a', "poll", a_second_ns);
        client.dequeue('a', "DQBUF", &buffer);
        if (i == 0)
            first = buffer.buffer.sequence;
        client.note("number " + std::to_string(buffer.buffer.sequence - first));
    }
    client.stream_off('a', "STREAMOFF");
    client.request_buffers('a', "REQBUFS 0", 0);
    set_timings(client, "1280x720p60", usual);
    select(client, "S_INPUT back", webcam);
    client.close('a');
}

void signals(Client &client)
{
    client.open('a');
    for (const int input : {tv, svideo, hdmi}) {
        select(client, "S_INPUT", input);
        for (const char *word : {"none", "unlocked", "range", "good"}) {
            if (input != hdmi && std::strcmp(word, "range") == 0)
                continue;
            client.set_signal(input == hdmi, word);
            note_input(client, std::string("ENUMINPUT with signal ") + word, static_cast<uint32_t>(input));
            v4l2_std_id id = V4L2_STD_ALL;
            if (client.call('a', std::string("QUERYSTD with signal ") + word, VIDIOC_QUERYSTD, &id) == 0)
                client.note("signal " + hex(id));
            v4l2_dv_timings timings{};
            client.call('a', std::string("QUERY_DV_TIMINGS with signal ") + word, VIDIOC_QUERY_DV_TIMINGS, &timings);
            client.note("clock " + std::to_string(timings.bt.pixelclock));
        }
    }
    select(client, "S_INPUT back", webcam);
    client.close('a');
}

void subscribe(Client &client, const std::string &what, uint32_t type, uint32_t id, bool on = true)
{
    v4l2_event_subscription subscription{};
    subscription.type = type;
    subscription.id = id;
    client.call('a', what, on ? VIDIOC_SUBSCRIBE_EVENT : VIDIOC_UNSUBSCRIBE_EVENT, &subscription);
}

// Takes all that wait; beyond `most` something is wrong.
void note_events(Client &client, const std::string &what)
{
    for (int most = 8; most > 0; most--) {
        v4l2_event event{};
        if (client.call('a', "DQEVENT " + what, VIDIOC_DQEVENT, &event) != 0)
            break;
        client.note("type " + std::to_string(event.type) + " id " + std::to_string(event.id) + " changes " +
                    hex(event.u.src_change.changes) + " sequence " + std::to_string(event.sequence) + " pending " +
                    std::to_string(event.pending) + (event.timestamp.tv_nsec < 1000000000 ? "" : " at no time"));
    }
}

// Signals of one kind only are watched at a time: vivid has one for each kind, a simulated device one for all.
void events(Client &client)
{
    client.open('a');
    note_events(client, "at first");
    subscribe(client, "SUBSCRIBE_EVENT to all", V4L2_EVENT_ALL, 0);
    subscribe(client, "SUBSCRIBE_EVENT to the end", V4L2_EVENT_EOS, 0);
    subscribe(client, "SUBSCRIBE_EVENT to no type", 4711, 0);
    subscribe(client, "UNSUBSCRIBE_EVENT from what was not subscribed to", V4L2_EVENT_SOURCE_CHANGE, tv, false);
    for (const int input : {tv, hdmi}) {
        select(client, "S_INPUT", input);
        subscribe(client, "SUBSCRIBE_EVENT", V4L2_EVENT_SOURCE_CHANGE, static_cast<uint32_t>(input));
        subscribe(client, "SUBSCRIBE_EVENT again", V4L2_EVENT_SOURCE_CHANGE, static_cast<uint32_t>(input));
        subscribe(client, "SUBSCRIBE_EVENT of no input", V4L2_EVENT_SOURCE_CHANGE, 99);
        note_events(client, "before");
        client.set_signal(input == hdmi, "none");
        note_events(client, "without a signal");
        client.set_signal(input == hdmi, "unlocked");
        client.set_signal(input == hdmi, "none");
        client.set_signal(input == hdmi, "good");
        note_events(client, "after three changes");
        client.set_signal(input == hdmi, "good");
        note_events(client, "after none");
        client.set_signal(input == hdmi, "none");
        subscribe(client, "UNSUBSCRIBE_EVENT", V4L2_EVENT_SOURCE_CHANGE, static_cast<uint32_t>(input), false);
        note_events(client, "after unsubscribing");
        client.set_signal(input == hdmi, "good");
        note_events(client, "of others");
    }
    select(client, "S_INPUT", tv);
    subscribe(client, "SUBSCRIBE_EVENT TV", V4L2_EVENT_SOURCE_CHANGE, tv);
    subscribe(client, "SUBSCRIBE_EVENT S-Video", V4L2_EVENT_SOURCE_CHANGE, svideo);
    client.request_buffers('a', "REQBUFS", 2);  // without buffers a poll would start to read
    client.set_signal(false, "none");
    client.poll('a', "poll with events", 0);
    note_events(client, "of two inputs");
    client.poll('a', "poll without events", 0);
    client.request_buffers('a', "REQBUFS 0", 0);
    client.set_signal(false, "good");
    subscribe(client, "UNSUBSCRIBE_EVENT from all", V4L2_EVENT_ALL, 0, false);
    note_events(client, "of none");
    select(client, "S_INPUT back", webcam);
    client.close('a');
}

void note_selection(Client &client, const std::string &what, unsigned long request, uint32_t target, uint32_t flags,
                    const v4l2_rect &r, uint32_t type = V4L2_BUF_TYPE_VIDEO_CAPTURE)
{
    v4l2_selection selection{};
    selection.type = type;
    selection.target = target;
    selection.flags = flags;
    selection.r = r;
    if (client.call('a', what, request, &selection) == 0)
        client.note(what + " is " + std::to_string(selection.r.width) + "x" + std::to_string(selection.r.height) + " at " +
                    std::to_string(selection.r.left) + "," + std::to_string(selection.r.top));
}

void note_all_selections(Client &client)
{
    for (const uint32_t target : {0u, 1u, 2u, 3u, 0x100u, 0x101u, 0x102u, 0x103u, 99u})
        note_selection(client, "G_SELECTION " + std::to_string(target), VIDIOC_G_SELECTION, target, 0, {});
}

void set_selection(Client &client, const std::string &what, uint32_t target, const v4l2_rect &r, uint32_t flags = 0)
{
    note_selection(client, "S_SELECTION " + what, VIDIOC_S_SELECTION, target, flags, r);
    note_all_selections(client);
    v4l2_format format{};
    format.type = client.type();
    client.call('a', "G_FMT", VIDIOC_G_FMT, &format);
    const uint32_t width = client.is_multi_planar() ? format.fmt.pix_mp.width : format.fmt.pix.width;
    const uint32_t height = client.is_multi_planar() ? format.fmt.pix_mp.height : format.fmt.pix.height;
    client.note("frame " + std::to_string(width) + "x" + std::to_string(height));
}

void selections(Client &client)
{
    constexpr uint32_t crop = V4L2_SEL_TGT_CROP, compose = V4L2_SEL_TGT_COMPOSE, at_least = V4L2_SEL_FLAG_GE,
                       at_most = V4L2_SEL_FLAG_LE;
    client.open('a');
    note_all_selections(client);
    set_selection(client, "at the webcam", crop, {0, 0, 100, 100});
    select(client, "S_INPUT", tv);
    for (const uint32_t type :
         {client.type(), uint32_t{V4L2_BUF_TYPE_VIDEO_CAPTURE_MPLANE}, uint32_t{V4L2_BUF_TYPE_VIDEO_OUTPUT}})
        note_selection(client, "G_SELECTION of type " + std::to_string(type), VIDIOC_G_SELECTION, crop, 0, {}, type);
    note_all_selections(client);
    set_selection(client, "of the middle", crop, {100, 100, 320, 240});
    set_selection(client, "odd", crop, {101, 99, 321, 241});
    set_selection(client, "odd at most", crop, {101, 99, 321, 241}, at_most);
    set_selection(client, "odd exactly", crop, {0, 0, 321, 241}, at_least | at_most);
    set_selection(client, "even exactly", crop, {0, 0, 320, 240}, at_least | at_most);
    set_selection(client, "too large at least", crop, {0, 0, 5000, 5000}, at_least);
    set_selection(client, "too small at most", crop, {0, 0, 1, 1}, at_most);
    set_selection(client, "tiny", crop, {0, 0, 1, 1});
    set_selection(client, "beyond", crop, {-10, 10000, 200, 200});
    set_selection(client, "everything", crop, {0, 0, 0xffffffff, 0xffffffff});
    set_selection(client, "composed", compose, {50, 60, 300, 200});
    set_selection(client, "composed beyond", compose, {5000, -7, 64, 64});
    set_selection(client, "bounds", V4L2_SEL_TGT_CROP_BOUNDS, {0, 0, 100, 100});
    set_selection(client, "all again", crop, {0, 0, 720, 576});
    client.set_format('a', "S_FMT smaller", V4L2_PIX_FMT_YUYV, 400, 300);
    note_all_selections(client);
    client.set_format('a', "S_FMT larger", V4L2_PIX_FMT_YUYV, 1000, 900);
    note_all_selections(client);
    client.request_buffers('a', "REQBUFS", 2);
    set_selection(client, "with buffers", crop, {0, 0, 200, 200});
    set_selection(client, "as large with buffers", crop, {0, 0, 720, 576});
    client.request_buffers('a', "REQBUFS 0", 0);
    select(client, "S_INPUT", hdmi);
    note_all_selections(client);
    select(client, "S_INPUT back", webcam);
    client.close('a');
}

}  // namespace

const std::vector<Scene> &input_scenes()
{
    static const std::vector<Scene> all = {
        {"four inputs", four_inputs}, {"standards", standards}, {"timings", timings},
        {"half frames", half_frames}, {"signals", signals},     {"events", events},
    };
    return all;
}

const Scene selection_scene = {"selections", selections};

}  // namespace v4lxx::test
