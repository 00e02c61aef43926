// `v4lxx capture`: many frames, to a file, to a pipe or to nowhere, with an account of them.
#include "cli/camera.hpp"
#include "cli/capture_summary.hpp"
#include "cli/commands.hpp"
#include "cli/frame_writer.hpp"
#include "cli/interruption.hpp"
#include "cli/output_file.hpp"
#include "cli/progress.hpp"
#include "cli/reconnect_notes.hpp"
#include "cli/shared_options.hpp"
#include "cli/standard_streams.hpp"
#include "cli/synced_capture.hpp"
#include "cli/words.hpp"

namespace v4lxx::cli {

namespace {

constexpr size_t most_in_step = 32;

class Capture {
public:
    Capture(Camera &camera, uint64_t wanted_frames, int64_t timeout_ns, OutputFile *output)
        : camera_(camera), wanted_frames_(wanted_frames), timeout_ns_(timeout_ns), output_(output), summary_(wanted_frames)
    {
    }

    // Takes the frames, stops the stream and gives the file its name. What went wrong is in the summary.
    const CaptureSummary &run()
    {
        CaptureEnd end = take_frames();
        summary_.set_rate(camera_.rate(), camera_.why_slow());
        const bool complete = output_ != nullptr && is_worth_keeping(end);
        try {
            Details details;
            details.check(v4lxx_stream_stop(camera_.stream(), details.out()));
        } catch (const Stop &stop) {
            end = end_after(stop, end);
        }
        try {
            if (complete)
                output_->publish();
        } catch (const Stop &stop) {
            end = end_after(stop, end);
        }
        if (output_ != nullptr)
            summary_.set_output(*output_, complete && output_->is_final());
        summary_.finish(end, camera_.account(), camera_.statistics());
        return summary_;
    }

private:
    CaptureEnd take_frames()
    {
        Progress progress(wanted_frames_);
        try {
            while (wanted_frames_ == 0 || summary_.frames() < wanted_frames_) {
                const Frame frame = camera_.next(timeout_ns_);
                if (!frame)
                    return stream_ended();
                const v4lxx_frame_info info = read_frame_info(frame);
                summary_.count(info, camera_.account());
                if (output_ != nullptr && !summary_.is_as_the_first(info))
                    throw Stop(exit_code::failure, came_back_otherwise(info));
                keep(frame);
                progress.show(summary_.frames(), summary_.dropped(), summary_.rate());
            }
        } catch (const Stop &stop) {
            const CaptureEnd end = end_of(stop.exit_code);
            // A signal is how a capture without a number of frames is meant to end.
            if (end != CaptureEnd::interrupted || wanted_frames_ != 0 || frame_cut_)
                summary_.set_problem(stop);
            return end;
        }
        return CaptureEnd::complete;
    }

    // Raw frames of two sizes in one file could not be told apart.
    std::string came_back_otherwise(const v4lxx_frame_info &info) const
    {
        return camera_.name() + " came back with " + mode_word(info.fourcc, info.width, info.height, 0) +
               ", which does not go into the same file\n  asked:  " + camera_.granted_words();
    }

    CaptureEnd stream_ended()
    {
        if (wanted_frames_ != 0)
            summary_.set_problem({exit_code::failure, camera_.name() + " has ended its stream after " +
                                                          std::to_string(summary_.frames()) + " frames: no more will come"});
        return CaptureEnd::stream_ended;
    }

    void keep(const Frame &frame)
    {
        if (output_ == nullptr)
            return;
        frame_cut_ = true;
        write_raw(*output_, frame);
        frame_cut_ = false;
    }

    // With a number of frames the file is complete when it has them all. Without, it is complete wherever it ends, as long as
    // its last frame is whole: hours of recording are not thrown away because a cable was pulled.
    bool is_worth_keeping(CaptureEnd end) const
    {
        return end == CaptureEnd::complete || (wanted_frames_ == 0 && summary_.frames() > 0 && !frame_cut_);
    }

    CaptureEnd end_after(const Stop &stop, CaptureEnd end)
    {
        const bool first = !summary_.problem();
        summary_.set_problem(stop);
        return first ? CaptureEnd::failed : end;
    }

    Camera &camera_;
    uint64_t wanted_frames_;
    int64_t timeout_ns_;
    OutputFile *output_;
    CaptureSummary summary_;
    bool frame_cut_ = false;  // a frame was begun and not finished
};

// Files that hold the same sets frame by frame: one of each camera.
SyncWish read_sync_wish(const Arguments &arguments, uint64_t sets)
{
    SyncWish wish;
    wish.sets = sets;
    wish.timeout_ns = read_timeout_ns(arguments);
    wish.tolerance_ns = arguments.seconds("tolerance").value_or(0);
    wish.incomplete = arguments.has("incomplete");
    wish.output = arguments.text("output").value_or("");
    if (wish.output.empty())
        return wish;
    if (wish.incomplete)
        throw arguments.wrong("files that correspond frame by frame cannot be made of --incomplete sets");
    if (wish.output == "-" || (arguments.operands().size() > 1 && wish.output.find("%c") == std::string::npos))
        throw arguments.wrong(
            "with --sync each camera has a file of its own: -o FILE needs %c for its number, such as frames-%c.raw");
    return wish;
}

int run_synced(const Arguments &arguments, uint64_t wanted_sets)
{
    const Wish wish = read_wish(arguments);
    const SyncWish sync = read_sync_wish(arguments, wanted_sets);
    catch_interrupts();
    SyncedCapture capture(arguments.operands(), wish, sync);
    if (wish.reconnect)
        note_reconnects(capture.context());
    capture.start();
    for (const std::string &note : capture.notes())
        print_problem(note);
    capture.run();
    print(stdout, arguments.has("json") ? capture.as_json() : capture.as_text());
    if (!capture.problem())
        return exit_code::ok;
    print_problem(capture.problem()->message);
    return capture.problem()->exit_code;
}

int run_capture(const Arguments &arguments)
{
    const auto wanted_frames = arguments.count("frames");
    if (!wanted_frames)
        throw arguments.wrong("needs -n N, the number of frames (0: until Ctrl-C)");
    if (arguments.has("sync"))
        return run_synced(arguments, *wanted_frames);
    if (arguments.operands().size() > 1 || arguments.has("incomplete") || arguments.has("tolerance"))
        throw arguments.wrong("several cameras, --incomplete and --tolerance need --sync");
    const Wish wish = read_wish(arguments);
    const int64_t timeout_ns = read_timeout_ns(arguments);
    const bool as_json = arguments.has("json");

    catch_interrupts();
    std::optional<OutputFile> output;
    if (const auto path = arguments.text("output"))
        output.emplace(*path);
    const bool output_is_stdout = output && output->is_standard_output();
    if (output_is_stdout && output->is_terminal())
        throw arguments.wrong("a terminal cannot show raw frames; send standard output to a file or a pipe");
    // JSON on standard error stands alone there, so that it can be parsed.
    const bool notes_allowed = !(as_json && output_is_stdout);
    std::FILE *report = output_is_stdout ? stderr : stdout;

    Camera camera(arguments.operands()[0], wish);
    if (wish.reconnect && notes_allowed)
        note_reconnects(camera.context());
    const CancelsOnSignal cancels(camera.stream());
    camera.start();
    if (const std::string note = camera.difference_note(); notes_allowed && !note.empty())
        print_problem(note);
    Capture capture(camera, *wanted_frames, timeout_ns, output ? &*output : nullptr);
    const CaptureSummary &summary = capture.run();
    print(report, as_json ? summary.as_json(camera) : summary.as_text(camera));
    const std::optional<Stop> &problem = summary.problem();
    if (!problem)
        return exit_code::ok;
    if (notes_allowed && !problem->message.empty())
        print_problem(problem->message);
    return problem->exit_code;
}

}  // namespace

const CommandSpec capture_command = {
    "capture",
    "DEV [DEV...]",
    1,
    most_in_step,
    "take frames and account for them",
    {
        {"frames", 'n', "N", "how many; 0: until Ctrl-C"},
        {"output", 'o', "FILE", "raw frames one after the other; - is standard output (none: take and release)"},
        format_option,
        size_option,
        fps_option,
        strict_option,
        step_down_option,
        {"reconnect", 0, nullptr, "wait for the camera if it is lost, and go on when the same one is back"},
        {"usb-reset", 0, nullptr, "with --reconnect: reset the USB device of a camera that gives nothing, as the last means"},
        {"stall-after", 0, "SECONDS", "as long without a good frame is a failure; with --reconnect the camera is started anew"},
        buffers_option,
        {"flow", 0, "block|latest|drop-oldest|drop-newest", "what is taken while the output is slower than the camera (block)"},
        {"depth", 0, "N", "with drop-oldest and drop-newest: frames that wait (2)"},
        min_queued_option,
        reserve_option,
        timeout_option,
        {"sync", 0, nullptr, "several cameras: take the frames that belong together, as sets"},
        {"tolerance", 0, "SECONDS", "with --sync: how far apart the frames of a set may be (half a frame interval)"},
        {"incomplete", 0, nullptr, "with --sync: count sets in which frames are missing, too"},
        {"json", 0, nullptr, "print the summary as JSON"},
    },
    "The camera is set to the mode nearest to what is wished for, without a wish to a good picture: `v4lxx formats DEV\n"
    "--explain` tells which. What differs from a wish is said on standard error.\n\n"
    "Frames are written as the driver gave them: the bytes of each plane, rows with the driver's stride (planes in --json).\n"
    "The file gets its name only when it is complete: with -n N when it has N frames, with -n 0 wherever it ends.\n"
    "Ctrl-C stops the camera cleanly and prints the summary. It is the planned end of -n 0 (exit code 0); with -n N the\n"
    "exit code is 130 and the incomplete file is removed. A second Ctrl-C kills.\n"
    "With --reconnect a camera that is unplugged is waited for, as long as it takes, and set as before; each loss and each\n"
    "return is told on standard error. Another camera in its place is told of and left alone.\n"
    "With --stall-after a camera that is there and gives nothing good is not waited for: that is a failure, or with\n"
    "--reconnect a new start; if that does not help twice, the camera is opened anew. If that does not help either,\n"
    "--usb-reset resets its USB device, which needs the right to write to its node below /dev/bus/usb.\n"
    "--flow says what is taken while writing is slower than the camera: all that the driver has buffers for, the latest only,\n"
    "or what waits while --depth frames do. What was skipped so is told in the summary apart from what was dropped.\n"
    "With --sync -n counts sets: a frame of each camera, taken at the same time by their time stamps or, where those cannot\n"
    "be compared, with the same sequence number. The summary tells how far apart they are and how the cameras drift.\n"
    "-o writes a file of each camera, %c in its name is the camera's number, and frame N of each file is of set N.\n"
    "The summary is on standard output, or on standard error with -o -. System calls are those the library made from the\n"
    "first frame to the last, reading the clock not counted.\n",
    "  v4lxx capture /dev/video0 -n 300\n"
    "  v4lxx capture sim:camera,size=1920x1080,fps=60 -n 600 --json\n"
    "  v4lxx capture /dev/video0 -n 100 -o frames.raw --format YUYV --size 640x480 --fps 30\n"
    "  v4lxx capture /dev/video0 -n 0 -o recording.raw --reconnect\n"
    "  v4lxx capture /dev/video0 /dev/video2 --sync -n 100 -o frames-%c.raw\n"
    "  v4lxx capture sim:camera -n 0 -o - | ffplay -f rawvideo -pixel_format yuyv422 -video_size 640x480 -\n",
    run_capture,
};

}  // namespace v4lxx::cli
