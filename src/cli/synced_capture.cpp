#include "cli/synced_capture.hpp"

#include "cli/frame_writer.hpp"
#include "cli/interruption.hpp"
#include "cli/progress.hpp"
#include "cli/words.hpp"

namespace v4lxx::cli {

namespace {

std::string with_number(std::string pattern, size_t camera)
{
    const size_t at = pattern.find("%c");
    return at == std::string::npos ? pattern : pattern.replace(at, 2, std::to_string(camera));
}

std::string in_ms(int64_t ns) { return short_decimal(static_cast<double>(ns) / 1e6) + " ms"; }

}  // namespace

SyncedCapture::SyncedCapture(const std::vector<std::string> &names, const Wish &wish, const SyncWish &sync) : wish_(sync)
{
    const Context context = create_context();
    for (const std::string &name : names)
        cameras_.push_back(std::make_unique<Camera>(context, name, wish));
    v4lxx_group_options options = V4LXX_GROUP_OPTIONS_INIT;
    options.match_by = V4LXX_MATCH_STAMPS_OR_SEQUENCES;
    options.tolerance_ns = sync.tolerance_ns;
    options.flags = sync.incomplete ? uint32_t{V4LXX_GROUP_INCOMPLETE} : 0;
    Details details;
    v4lxx_group *group = nullptr;
    details.check(v4lxx_group_create(context.get(), &options, &group, details.out()));
    group_.reset(group);
    for (const auto &camera : cameras_)
        details.check(v4lxx_group_add_stream(group, camera->stream(), 0, details.out()));
}

void SyncedCapture::start()
{
    for (size_t i = 0; i < cameras_.size() && !wish_.output.empty(); ++i)
        outputs_.emplace_back(with_number(wish_.output, i));
    for (const auto &camera : cameras_)
        camera->start();
}

std::vector<std::string> SyncedCapture::notes() const
{
    std::vector<std::string> found;
    for (const auto &camera : cameras_)
        if (const std::string note = camera->difference_note(); !note.empty())
            found.push_back(note);
    return found;
}

void SyncedCapture::note(const Stop &stop)
{
    if (!problem_)
        problem_ = stop;
}

// What goes wrong after the last set is a failure, too, if nothing was before.
template <class Step>
void SyncedCapture::attempt(Step &&step)
{
    try {
        step();
    } catch (const Stop &stop) {
        end_ = problem_ ? end_ : CaptureEnd::failed;
        note(stop);
    }
}

void SyncedCapture::run()
{
    const CancelsOnSignal cancels(group_.get());
    end_ = take_sets();
    const bool is_worth_keeping = end_ == CaptureEnd::complete || (wish_.sets == 0 && sets_ > 0 && !is_cut_);
    for (const auto &camera : cameras_)
        attempt([&] { camera->stop(); });
    if (!is_worth_keeping)
        return;
    attempt([&] {
        for (OutputFile &output : outputs_)
            output.publish();
        is_complete_ = true;
    });
}

CaptureEnd SyncedCapture::take_sets()
{
    Progress progress(wish_.sets);
    try {
        while (wish_.sets == 0 || sets_ < wish_.sets) {
            const FrameSet set = next();
            if (!set) {
                if (wish_.sets != 0)
                    note({exit_code::failure, "no set comes any more after " + std::to_string(sets_)});
                return CaptureEnd::stream_ended;
            }
            count(set);
            keep(set);
            progress.show(sets_, statistics().incomplete, rate());
        }
    } catch (const Stop &stop) {
        const CaptureEnd end = end_of(stop.exit_code);
        // A signal is how a capture without a number is meant to end.
        if (end != CaptureEnd::interrupted || wish_.sets != 0 || is_cut_)
            note(stop);
        return end;
    }
    return CaptureEnd::complete;
}

bool SyncedCapture::is_any_away() const
{
    for (const auto &camera : cameras_)
        if (camera->state().phase == V4LXX_STREAM_AWAY)
            return true;
    return false;
}

FrameSet SyncedCapture::next()
{
    for (;;) {
        stop_if_interrupted();
        Details details;
        v4lxx_frame_set *set = nullptr;
        const v4lxx_status status = v4lxx_group_next(group_.get(), wish_.timeout_ns, &set, details.out());
        if (status == V4LXX_ERROR_CANCELLED)
            stop_if_interrupted();
        details.check(status);
        if (status != V4LXX_TIMED_OUT)
            return FrameSet(set);
        if (!is_any_away())
            throw no_set();
    }
}

Stop SyncedCapture::no_set() const
{
    std::string text = "no set of frames within " + short_decimal(static_cast<double>(wish_.timeout_ns) / 1e9) + " s";
    for (uint32_t i = 0; i < cameras_.size(); ++i)
        text += std::string(i == 0 ? "\n  state:  " : "; ") + cameras_[i]->name() + " gave " + std::to_string(told(i).frames) +
                " frames";
    return {exit_code::timed_out,
            text +
                "\n  try:    the same rate for all of them, --tolerance, or --incomplete to see which one does not keep step"};
}

// By the clock of whichever camera is the first in it.
void SyncedCapture::count(const FrameSet &set)
{
    uint32_t camera = 0;
    while (v4lxx_frame_set_get_frame(set.get(), camera) == nullptr && camera + 1 < cameras_.size())
        ++camera;
    last_ns_ = v4lxx_frame_set_get_moment(set.get(), camera);
    if (sets_++ == 0)
        first_ns_ = last_ns_;
}

void SyncedCapture::keep(const FrameSet &set)
{
    is_cut_ = true;
    for (uint32_t i = 0; i < outputs_.size(); ++i)
        write_raw(outputs_[i], Frame(v4lxx_frame_ref(v4lxx_frame_set_get_frame(set.get(), i))));
    is_cut_ = false;
}

v4lxx_group_camera SyncedCapture::told(uint32_t index) const
{
    v4lxx_group_camera out = V4LXX_GROUP_CAMERA_INIT;
    Details details;
    details.check(v4lxx_group_read_camera(group_.get(), index, &out, details.out()));
    return out;
}

v4lxx_group_statistics SyncedCapture::statistics() const
{
    v4lxx_group_statistics out = V4LXX_GROUP_STATISTICS_INIT;
    Details details;
    details.check(v4lxx_group_read_statistics(group_.get(), &out, details.out()));
    return out;
}

std::string SyncedCapture::camera_words(uint32_t index) const
{
    const Camera &camera = *cameras_[index];
    const v4lxx_group_camera seen = told(index);
    std::string text = "camera " + std::to_string(index) + ":      \"" + camera.card() + "\" (" + camera.name() + "), " +
                       camera.granted_words() + "\n               " + std::to_string(seen.frames) + " frames, " +
                       std::to_string(seen.unmatched + seen.late) + " without partners, " +
                       std::to_string(lost_frames(camera.account())) + " dropped";
    if (index != 0 && seen.drift_frames != 0)
        text += ", drift " + fixed(static_cast<double>(seen.drift_ppb) / 1e3, 1) + " ppm";
    return text + (seen.is_gone != 0 ? ", gone\n" : "\n");
}

std::string SyncedCapture::as_text() const
{
    const v4lxx_group_statistics seen = statistics();
    std::string text;
    for (uint32_t i = 0; i < cameras_.size(); ++i)
        text += camera_words(i);
    text += "sets:          " + std::to_string(sets_);
    if (rate() > 0)
        text += " in " + fixed(seconds(), 3) + " s, " + fixed(rate(), 2) + " per second";
    text += "\nincomplete:    " + std::to_string(seen.incomplete);
    text += "\nskew:          ";
    text += seen.skew.count == 0
                ? std::string("not known")
                : "median " + in_ms(v4lxx_histogram_get_quantile(&seen.skew, 500)) + ", largest " + in_ms(seen.skew.most_ns);
    text += "\nmatched by:    ";
    text += seen.match_by == V4LXX_MATCH_SEQUENCES ? std::string("sequence numbers")
                                                   : "time stamps, within " + in_ms(seen.tolerance_ns);
    if (!outputs_.empty())
        text += "\nwritten:       " + (is_complete_ ? wish_.output : std::string("nothing; the incomplete files were removed"));
    return text + "\nend:           " + word_of(end_) + "\n";
}

void SyncedCapture::write_camera_json(JsonWriter &json, uint32_t index) const
{
    const v4lxx_group_camera seen = told(index);
    json.begin_object();
    cameras_[index]->write_json(json);
    json.key("frames").number(seen.frames);
    json.key("in_complete").number(seen.in_complete);
    json.key("in_incomplete").number(seen.in_incomplete);
    json.key("unmatched").number(seen.unmatched);
    json.key("late").number(seen.late);
    json.key("held").number(seen.held);
    json.key("resets").number(seen.resets);
    json.key("dropped").number(lost_frames(cameras_[index]->account()));
    json.key("interval_ns").signed_number(seen.interval_ns);
    json.key("drift_ppm");
    seen.drift_frames == 0 ? json.null() : json.decimal(static_cast<double>(seen.drift_ppb) / 1e3, 3);
    json.key("gone").boolean(seen.is_gone != 0);
    json.end_object();
}

std::string SyncedCapture::as_json() const
{
    const v4lxx_group_statistics seen = statistics();
    JsonWriter json;
    json.begin_object();
    json.key("cameras").begin_array();
    for (uint32_t i = 0; i < cameras_.size(); ++i)
        write_camera_json(json, i);
    json.end_array();
    json.key("wanted_sets").number(wish_.sets);
    json.key("sets").number(sets_);
    json.key("complete").number(seen.complete);
    json.key("incomplete").number(seen.incomplete);
    json.key("seconds").decimal(seconds(), 6);
    json.key("rate").rate(rate());
    json.key("match").string(seen.match_by == V4LXX_MATCH_SEQUENCES ? "sequences" : "stamps");
    json.key("tolerance_ns").signed_number(seen.tolerance_ns);
    json.key("skew");
    write_quantiles_json(json, quantiles_of(seen.skew));
    json.key("outputs").begin_array();
    for (const OutputFile &output : outputs_) {
        json.begin_object().key("path").string(output.path());
        json.key("bytes").number(output.size_bytes());
        json.key("complete").boolean(is_complete_ && output.is_final()).end_object();
    }
    json.end_array();
    json.key("end").string(word_of(end_));
    write_problem_json(json, problem_);
    return json.end_object().take();
}

}  // namespace v4lxx::cli
