// `v4lxx snap`: one picture from a camera to a file.
#include "cli/camera.hpp"
#include "cli/commands.hpp"
#include "cli/frame_writer.hpp"
#include "cli/interruption.hpp"
#include "cli/output_file.hpp"
#include "cli/settling.hpp"
#include "cli/shared_options.hpp"
#include "cli/standard_streams.hpp"
#include "cli/words.hpp"

#include <algorithm>

namespace v4lxx::cli {

namespace {

enum class PictureType { png, jpeg, raw };

const char *name_of(PictureType type) { return type == PictureType::png ? "PNG" : type == PictureType::jpeg ? "JPEG" : "raw"; }

std::optional<PictureType> type_of_word(std::string word)
{
    std::transform(word.begin(), word.end(), word.begin(),
                   [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; });
    if (word == "png")
        return PictureType::png;
    if (word == "jpg" || word == "jpeg")
        return PictureType::jpeg;
    if (word == "raw")
        return PictureType::raw;
    return std::nullopt;
}

PictureType read_type(const Arguments &arguments, const std::string &path)
{
    if (const auto word = arguments.text("type")) {
        if (const auto type = type_of_word(*word))
            return *type;
        throw arguments.wrong("--type: \"" + *word + "\" is not png, jpg or raw");
    }
    const std::string file = path.substr(path.rfind('/') + 1);
    const size_t point = file.rfind('.');
    if (const auto type = point == file.npos ? std::nullopt : type_of_word(file.substr(point + 1)))
        return *type;
    throw arguments.wrong("the name \"" + path + "\" does not end in .png, .jpg, .jpeg or .raw; say which with --type");
}

// The first camera that can be opened; with the reasons of the others if there is none.
std::string first_camera(const Arguments &arguments)
{
    const Context context = create_context();
    const DeviceList list = list_devices(context, 0);
    std::string reasons;
    for (uint32_t index = 0; index < v4lxx_device_list_get_count(list.get()); ++index) {
        const v4lxx_device_info *info = v4lxx_device_list_get(list.get(), index);
        if (const v4lxx_error *error = v4lxx_device_info_get_error(info))
            reasons += std::string("\n  ") + v4lxx_error_get_message(error);
        else if (v4lxx_device_info_is_camera(info))
            return v4lxx_device_info_get_path(info);
    }
    std::string text = reasons.empty() ? "no camera found" : "no camera that could be used:" + reasons;
    if (v4lxx_supports(V4LXX_FEATURE_SIM))
        text += "\n  try:    the simulated camera, which is built in: " + arguments.typed_with("sim:camera");
    throw Stop(exit_code::failure, text);
}

struct Picture {
    Bytes bytes;  // null for raw
    SettledFrame taken;
};

v4lxx_image_type image_type_of(PictureType type) { return type == PictureType::png ? V4LXX_IMAGE_PNG : V4LXX_IMAGE_JPEG; }

// What the library says, and what this device could be asked for instead.
Stop no_picture(const Camera &camera, PictureType type, Details &details, v4lxx_status status)
{
    Stop stop = details.failure(status);
    if (status != V4LXX_ERROR_UNSUPPORTED)
        return stop;
    const std::string formats = camera.picture_formats(image_type_of(type));
    stop.message += "\n  try:    -o FILE.raw saves the bytes as they are";
    if (!formats.empty())
        stop.message += "; pictures can be made of these formats of the device: " + formats + " (--format)";
    return stop;
}

// Cameras may deliver a few damaged frames after the start; a picture is worth more tries than one.
Picture take_picture(Camera &camera, PictureType type, SettlingLimits limits)
{
    limits.take_damaged = type == PictureType::raw;
    Picture picture;
    picture.taken = take_settled_frame(camera, limits);
    for (;;) {
        if (type == PictureType::raw)
            return picture;
        Details details;
        const v4lxx_status status = encode(picture.taken.frame, image_type_of(type), picture.bytes, details);
        if (status >= 0)
            return picture;
        if (status != V4LXX_ERROR_DATA || ++picture.taken.damaged > most_damaged_frames)
            throw no_picture(camera, type, details, status);
        picture.taken.frame.reset();
        picture.taken.frame = camera.next_before_end(limits.timeout_ns);
    }
}

std::string snap_as_json(const Camera &camera, const Picture &picture, const OutputFile &output, PictureType type)
{
    const v4lxx_frame_info info = read_frame_info(picture.taken.frame);
    JsonWriter json;
    json.begin_object();
    camera.write_json(json);
    json.key("frame").begin_object();
    json.key("fourcc").string(fourcc_word(info.fourcc));
    json.key("width").number(info.width);
    json.key("height").number(info.height);
    json.key("sequence").number(info.sequence);
    json.key("timestamp_ns").signed_number(info.timestamp_ns);
    json.key("flags").begin_array();
    for (const std::string &word : frame_flag_words(info.flags))
        json.string(word);
    json.end_array();
    write_planes_json(json, info);
    json.end_object();
    json.key("damaged_before").number(static_cast<uint64_t>(picture.taken.damaged));
    write_settling_json(json, picture.taken);
    json.key("output").begin_object();
    json.key("path").string(output.path());
    json.key("type").string(name_of(type));
    json.key("bytes").number(output.size_bytes()).end_object();
    return json.end_object().take();
}

std::string snap_as_text(const Camera &camera, const Picture &picture, const OutputFile &output, PictureType type)
{
    const v4lxx_frame_info info = read_frame_info(picture.taken.frame);
    std::string note;
    if (type == PictureType::raw && !v4lxx_image_supports(info.fourcc, V4LXX_IMAGE_PNG))
        note = "saved as it is: no picture can be made of " + fourcc_word(info.fourcc) + " (" + hex_word(info.fourcc) + ")\n";
    return "wrote " + (output.is_standard_output() ? "standard output" : output.path()) + ": " + name_of(type) + " " +
           size_word(info.width, info.height) + " from " + fourcc_word(info.fourcc) + ", " +
           std::to_string(output.size_bytes()) + " bytes, from \"" + camera.card() + "\" (" + camera.name() + ")\n" + note;
}

Camera open_camera(const std::string &name, const Wish &wish)
{
    try {
        return Camera(name, wish);
    } catch (Stop &stop) {
        const bool nothing_to_show = stop.error && v4lxx_error_get_code(stop.error.get()) == V4LXX_CODE_NO_WANTED_FORMAT;
        if (nothing_to_show && wish.mode.outputs.empty())
            stop.message += "\n  try:    -o FILE.raw saves the bytes as they are";
        throw;
    }
}

int run_snap(const Arguments &arguments)
{
    const auto path = arguments.text("output");
    if (!path)
        throw arguments.wrong("needs -o FILE");
    const PictureType type = read_type(arguments, *path);
    Wish wish = read_wish(arguments);
    wish.mode.wish.flags |= type == PictureType::raw ? 0 : uint32_t{V4LXX_WISH_DECODE};
    const SettlingLimits limits = {read_settle_ns(arguments), read_timeout_ns(arguments)};
    const bool as_json = arguments.has("json");

    catch_interrupts();
    const std::string name = arguments.operands().empty() ? first_camera(arguments) : arguments.operands()[0];
    OutputFile output(*path);
    if (output.is_standard_output() && output.is_terminal())
        throw arguments.wrong("a terminal cannot show a picture; send standard output to a file or a pipe");
    Camera camera = open_camera(name, wish);
    const CancelsOnSignal cancels(camera.stream());
    camera.start();
    std::FILE *report = output.is_standard_output() ? stderr : stdout;
    if (const std::string note = camera.difference_note(); !note.empty() && !(as_json && report == stderr))
        print_problem(note);
    const Picture picture = take_picture(camera, type, limits);
    if (type == PictureType::raw)
        write_raw(output, picture.taken.frame);
    else
        write_bytes(output, picture.bytes);
    output.publish();
    print(report, as_json ? snap_as_json(camera, picture, output, type) : snap_as_text(camera, picture, output, type));
    return exit_code::ok;
}

}  // namespace

const CommandSpec snap_command = {
    "snap",
    "[DEV]",
    0,
    1,
    "take one picture; without DEV from the first camera",
    {
        {"output", 'o', "FILE", "the picture: .png, .jpg, .jpeg or .raw; - is standard output"},
        {"type", 0, "png|jpg|raw", "what to write, whatever the name ends in"},
        format_option,
        size_option,
        fps_option,
        strict_option,
        step_down_option,
        {"settle", 0, "SECONDS", "longest wait for the exposure to settle (1; 0: take the first frame)"},
        timeout_option,
        {"json", 0, nullptr, "print JSON about the picture"},
    },
    "The camera is set to the mode nearest to what is wished for, without a wish to a good picture: `v4lxx formats DEV\n"
    "--explain --decode` tells which. What differs from a wish is said on standard error.\n\n"
    "The file gets its name only when it is complete. raw is the bytes of the frame as the driver gave them, plane after\n"
    "plane, rows with the driver's stride (--json tells it).\n\n"
    "Most cameras begin too dark or too bright. The picture is that of the first frame whose brightness differs from that\n"
    "of the two before it by less than 2 %, but at the latest after 1 s or 15 frames (with --settle, that many seconds and\n"
    "15 frames for each).\n",
    "  v4lxx snap -o picture.png\n"
    "  v4lxx snap /dev/video0 -o picture.jpg --format MJPG --size 1920x1080\n"
    "  v4lxx snap sim:camera -o - --type png > picture.png\n",
    run_snap,
};

}  // namespace v4lxx::cli
