// What keeps the simulator honest: the same client plays the same scenes against vivid and against a simulated camera configured
// alike, and every answer is compared.
#include "uml/vivid.hpp"

#include "uml/scenes.hpp"

#include "kernel/host.hpp"

#include <cstring>

using namespace v4lxx;
using namespace v4lxx::test;

namespace {

// Known differences, each with its reason. A line that is listed here and does not differ fails the test, so that none stays too long.
struct Known {
    const char *api;   // "single", "multi" or "" for both
    const char *line;  // how vivid's line begins
    const char *reason;
};

constexpr Known known[] = {
    {"", "wishes: TRY_FMT largest number",
     "v4l2_find_nearest_size() takes sizes as signed numbers: 2^32 - 1 is near to the smallest"},
    {"", "wishes: S_FMT largest number", "the same"},
    {"", "formats of wrong types: G_FMT of the other API",
     "vivid has the functions of both APIs; a driver with those of one answers EINVAL"},
    {"", "formats of wrong types: TRY_FMT of the other API", "the same"},
    {"", "formats of wrong types: S_FMT of the other API", "the same"},
    {"", "standards: DQBUF: 0 buffer", "vivid gives the frames of a TV input a time code"},
    {"single", "requesting buffers: REQBUFS 64", "vivid lets this queue have 64 buffers; the usual limit of videobuf2 is 32"},
    {"single", "requesting buffers: REQBUFS 100000", "the same"},
};

const Known *find_known(const std::string &line, bool is_multi)
{
    for (const Known &entry : known)
        if (line.rfind(entry.line, 0) == 0 && (*entry.api == '\0' || (std::strcmp(entry.api, "multi") == 0) == is_multi))
            return &entry;
    return nullptr;
}

std::string simulated_name(bool is_multi)
{
    std::string name = "sim:camera,format=YUYV,size=640x360,fps=120,clock=virtual,pattern=cells,readwrite=yes,events=source,"
                       "sizes=320x180+640x360+640x480+1280x720+1920x1080+3840x2160,"
                       "formats=YUYV+UYVY+YVYU+VYUY+YUV422P+YUV420+YVU420+NV12+NV21+NV16+NV61+GREY+Y16+RGB24+BGR24";
    return is_multi ? name + "+YUV420M+YVU420M+NV12M+NV21M,api=mplane" : name + ",api=single";
}

// Both play one scene. Returns how many of the answers differ and may not.
size_t compare(const Scene &scene, Client &real, Client &simulated)
{
    const size_t real_start = real.log().size(), simulated_start = simulated.log().size();
    real.begin_scene(scene.name);
    simulated.begin_scene(scene.name);
    scene.play(real);
    scene.play(simulated);
    const size_t lines = real.log().size() - real_start;
    size_t differences = 0;
    if (simulated.log().size() - simulated_start != lines) {
        print_error("%s: vivid gave %zu answers, the simulator %zu\n", scene.name, lines,
                    simulated.log().size() - simulated_start);
        differences++;
    }
    for (size_t i = 0; i < std::min(lines, simulated.log().size() - simulated_start); i++) {
        const std::string &expected = real.log()[real_start + i], &got = simulated.log()[simulated_start + i];
        const Known *entry = find_known(expected, real.is_multi_planar());
        if ((expected == got) == (entry == nullptr))
            continue;
        if (entry != nullptr)
            print_error("no longer different, take it from the table: %s\n", expected.c_str());
        else
            print_error("vivid:     %s\nsimulator: %s\n", expected.c_str(), got.c_str());
        differences++;
    }
    return differences;
}

}  // namespace

static void the_simulator_answers_as_vivid_does(void **state)
{
    const char *path = node_of(state);
    const bool is_multi = path == multi_planar;
    const std::string name = simulated_name(is_multi);
    kernel::Host host(nullptr);
    Client real(host, path, is_multi, [&] { push(path, "Disconnect"); });
    Client simulated(host, name, is_multi, [&] {
        auto device = host.world().find(name);
        device->unplug();
        device->replug();  // as vivid, it is back once nobody has it open
    });
    size_t differences = 0;
    for (const auto *group :
         {&format_scenes(), &buffer_scenes(), &streaming_scenes(), &control_scenes(), &extended_control_scenes()})
        for (const Scene &scene : *group)
            differences += compare(scene, real, simulated);
    assert_true(real.log().size() > 400);
    if (differences != 0)
        fail_msg("%zu of %zu answers differ", differences, real.log().size());
    print_message("%zu answers compared\n", real.log().size());
}

static void the_simulator_counts_data_offset_as_vivid_does(void **)
{
    kernel::Host host(nullptr);
    Client real(host, multi_planar, true, [] {});
    Client simulated(host, "sim:camera,format=NV16M,size=640x360,api=mplane,data_offset=128,clock=virtual", true, [] {});
    assert_int_equal(compare(data_offset_scene, real, simulated), 0);
    assert_true(real.log().size() > 30);
}

namespace {

// vivid as a device that crops and composes so far, and nothing more.
class Rectangles {
public:
    Rectangles(const char *path, bool crop, bool compose)
        : crop_(path, "Enable Capture Cropping", crop, 1), compose_(path, "Enable Capture Composing", compose, 1),
          scaler_(path, "Enable Capture Scaler", 0, 1)
    {
    }

private:
    ControlSet crop_, compose_, scaler_;
};

// The controls of vivid belong to the input that is selected.
void set_vivid_signal(const char *path, bool is_digital, const std::string &word)
{
    const int32_t mode = word == "good" ? 0 : word == "none" ? 1 : word == "unlocked" ? 2 : 3;
    set_control(path, is_digital ? "DV Timings Signal Mode" : "Standard Signal Mode", mode);
}

void compare_inputs(const char *path, const std::vector<Scene> &scenes, const std::string &selection, size_t least)
{
    const bool is_multi = path == multi_planar;
    std::string name = simulated_name(is_multi);
    name.replace(name.find("fps=120"), 7, "fps=30");  // what the scenes before have left vivid's webcam at
    name += ",inputs=camera+tv+svideo+hdmi,selection=" + selection;
    kernel::Host host(nullptr);
    Client real(host, path, is_multi, [] {}), simulated(host, name, is_multi, [] {});
    real.on_signal([&](bool is_digital, const char *word) { set_vivid_signal(path, is_digital, word); });
    simulated.on_signal([&](bool, const char *word) {
        kernel::sim::Signal signal;
        assert_null(kernel::sim::read_signal(word, signal));
        host.world().find(name)->set_signal(signal);
    });
    size_t differences = 0;
    for (const Scene &scene : scenes)
        differences += compare(scene, real, simulated);
    if (differences != 0)
        fail_msg("%zu of %zu answers differ", differences, real.log().size());
    assert_true(real.log().size() > least);
    print_message("%zu answers compared\n", real.log().size());
}

}  // namespace

static void the_simulator_answers_as_vivid_does_at_its_inputs(void **state)
{
    const Rectangles none(node_of(state), false, false);
    compare_inputs(node_of(state), input_scenes(), "none", 500);
}

static void the_simulator_crops_and_composes_as_vivid_does(void **state)
{
    const struct {
        bool crop, compose;
        const char *selection;
    } cases[] = {{true, true, "crop+compose"}, {true, false, "crop"}, {false, true, "compose"}, {false, false, "none"}};
    for (const auto &wanted : cases) {
        const Rectangles rectangles(node_of(state), wanted.crop, wanted.compose);
        compare_inputs(node_of(state), {selection_scene}, wanted.selection, 200);
    }
}

int main()
{
    const CMUnitTest tests[] = {ON_BOTH_APIS(the_simulator_answers_as_vivid_does),
                                cmocka_unit_test(the_simulator_counts_data_offset_as_vivid_does),
                                ON_BOTH_APIS(the_simulator_answers_as_vivid_does_at_its_inputs),
                                ON_BOTH_APIS(the_simulator_crops_and_composes_as_vivid_does)};
    return cmocka_run_group_tests(tests, nullptr, nullptr);
}
