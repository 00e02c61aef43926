// Names and scripts of simulated devices: what they may say, what is refused and with which words, and what the faults do.
#include "sim_camera.hpp"

#include <fstream>
#include <unistd.h>

using namespace sim_test;

static void part5_a_wrong_name_is_refused_with_the_parameter_at_fault(void **)
{
    struct Case {
        const char *name, *word;
    };
    const Case cases[] = {
        {"sim:toaster", "toaster"},
        {"sim:", "there is no simulated device"},
        {"sim:camera,colour=blue", "colour"},
        {"sim:camera,format", "format"},
        {"sim:camera,format=H264", "H264"},
        {"sim:camera,format=MJPG", "JPEG encoder"},
        {"sim:camera,format=NV12M,api=single", "mplane"},
        {"sim:camera,formats=YUYV+NV12,format=GREY", "GREY"},
        {"sim:camera,formats=YUYV+nix", "nix"},
        {"sim:camera,size=0x0", "0x0"},
        {"sim:camera,size=100000x100000", "100000x100000"},
        {"sim:camera,size=640", "640"},
        {"sim:camera,sizes=640x480+12", "640x480+12"},
        {"sim:camera,fps=0", "fps=0"},
        {"sim:camera,fps=30/", "fps"},
        {"sim:camera,api=triple", "triple"},
        {"sim:camera,buffers=0", "buffers=0"},
        {"sim:camera,buffers=+999", "buffers"},
        {"sim:camera,padding=-1", "padding=-1"},
        {"sim:camera,data_offset=64", "mplane"},
        {"sim:camera,orphan=maybe", "maybe"},
        {"sim:camera,clock=sundial", "sundial"},
        {"sim:camera,pattern=snow", "snow"},
        {"sim:camera,id=x", "id=x"},
        {"sim:camera,card=0123456789012345678901234567890123", "card"},
        {"sim:camera,kind=printer", "printer"},
        {"sim:camera,sequence=4294967296", "sequence"},
        {"sim:camera,timestamp=utc", "utc"},
        {"sim:camera,source=sun", "sun"},
        {"sim:camera,,", "''"},
    };
    sim::World world(nullptr);
    for (const Case &c : cases) {
        std::unique_ptr<Node> node;
        std::string problem;
        bool bad_script = true;
        assert_int_equal(world.open(c.name, nullptr, &node, &problem, &bad_script), -EINVAL);
        assert_false(bad_script);
        assert_null(node.get());
        if (problem.find(c.word) == std::string::npos)
            fail_msg("%s: '%s' is not in '%s'", c.name, c.word, problem.c_str());
    }
}

static void part5_every_name_a_format_has_is_understood(void **)
{
    for (const char *name : {"YUYV", "yuyv", "YUY2", "NV12", "NM12", "NV12M", "YU12", "YUV420", "I420", "YM12", "YUV420M",
                             "RGB3", "RGB24", "BGR3", "GREY", "Y16", "NV16M", "UYVY", "NV21"})
        if (sim::find_format(std::string_view(name)) == nullptr)
            fail_msg("%s is not known", name);
    assert_null(sim::find_format(std::string_view("")));
    assert_null(sim::find_format(std::string_view("YU")));
    sim::World world(fake_jpeg);
    for (const std::string &name : world.offered()) {
        std::unique_ptr<Node> node;
        std::string problem;
        bool bad_script = false;
        assert_int_equal(world.open(name.c_str(), nullptr, &node, &problem, &bad_script), 0);
    }
}

static void part5_a_wrong_script_is_refused_with_its_line(void **)
{
    struct Case {
        const char *text, *word;
    };
    const Case cases[] = {
        {"on VIDIOC_DQBUF 5 errno EIO\nunder VIDIOC_QBUF", "line 2"},
        {"on VIDIOC_NONSENSE 0 errno EIO", "VIDIOC_NONSENSE"},
        {"on VIDIOC_DQBUF x errno EIO", "'x'"},
        {"on VIDIOC_DQBUF 7..3 errno EIO", "'7..3'"},
        {"on VIDIOC_DQBUF every 0 errno EIO", "every"},
        {"on VIDIOC_DQBUF 5 errno ENONSENSE", "ENONSENSE"},
        {"on VIDIOC_DQBUF 5 errno", "''"},
        {"on VIDIOC_DQBUF 5 explode", "explode"},
        {"on VIDIOC_DQBUF 5 errno EIO please", "please"},
        {"on VIDIOC_DQBUF 5 delay 50", "'50'"},
        {"on VIDIOC_S_FMT 0 set colour 3", "colour"},
        {"on VIDIOC_S_FMT 0 set width wide", "wide"},
        {"on VIDIOC_S_FMT 0 set bytesperline[x] 1", "bytesperline[x]"},
        {"on VIDIOC_QUERYCAP 0 set card \\xz1", "text"},
        {"on VIDIOC_S_FMT 0 flag ERROR", "flags"},
        {"on VIDIOC_DQBUF 0 flag NICE", "NICE"},
        {"at noon unplug", "time"},
        {"at frame 3 sing", "sing"},
        {"at frame 3 short", "''"},
        {"at time 2 unplug", "'2'"},
        {"at time 2s corrupt", "corrupt"},
        {"never sleep", "wake"},
    };
    for (const Case &c : cases) {
        sim::Script script;
        std::string problem;
        assert_int_equal(script.add(c.text, 0, &problem), -EINVAL);
        if (problem.find("line ") == std::string::npos || problem.find(c.word) == std::string::npos)
            fail_msg("%s: '%s' is not in '%s'", c.text, c.word, problem.c_str());
    }
}

static void part5_a_script_file_named_in_the_name_is_run(void **)
{
    char path[] = "/tmp/sim_script_XXXXXX";
    ::close(mkstemp(path));
    std::ofstream(path)
        << "# the first open fails, the second does not\n\non open 0 errno EACCES\r\non VIDIOC_QUERYCAP 1 errno 71\n";
    sim::World world(nullptr);
    std::unique_ptr<Node> node;
    std::string problem, name = std::string("sim:camera,script=") + path;
    bool bad_script = false;
    assert_int_equal(world.open(name.c_str(), nullptr, &node, &problem, &bad_script), -EACCES);
    assert_int_equal(world.open(name.c_str(), nullptr, &node, &problem, &bad_script), 0);
    v4l2_capability caps{};
    assert_int_equal(node->ioctl(VIDIOC_QUERYCAP, &caps), 0);
    assert_int_equal(node->ioctl(VIDIOC_QUERYCAP, &caps), -71);
    assert_int_equal(node->ioctl(VIDIOC_QUERYCAP, &caps), 0);

    std::ofstream(path) << "on mars 0 unplug";
    sim::World other(nullptr);
    assert_int_equal(other.open(name.c_str(), nullptr, &node, &problem, &bad_script), -EINVAL);
    assert_true(bad_script);
    assert_true(problem.find(path) != std::string::npos && problem.find("line 1") != std::string::npos);
    unlink(path);
    assert_int_equal(other.open(name.c_str(), nullptr, &node, &problem, &bad_script), -EINVAL);
    assert_true(bad_script && problem.find("ENOENT") != std::string::npos);
}

static void part5_calls_fail_when_the_script_says_so(void **)
{
    sim::World world(nullptr);
    Camera camera(world, "sim:camera,clock=virtual");
    camera.start(4);
    camera.inject(
        "on VIDIOC_DQBUF 2..3 errno EIO\non VIDIOC_DQBUF every 6 flag ERROR\non wait 1 errno ENOMEM\non mmap 0 errno ENOMEM");
    std::vector<int> answers;
    for (int n = 0; n < 7; ++n) {
        camera.sim().advance(40 * ms);
        answers.push_back(camera.dqbuf());
        if (answers.back() == 0)
            assert_int_equal(camera.qbuf(camera.last.index), 0);
    }
    const int expected[] = {0, 0, -EIO, -EIO, 0, 0, 0};
    assert_memory_equal(answers.data(), expected, sizeof expected);
    assert_true((camera.last.flags & V4L2_BUF_FLAG_QUEUED) != 0);
    Ready ready;
    assert_true(camera.node().wait(nullptr, 1000 * ms, &ready) >= 0);
    assert_int_equal(camera.node().wait(nullptr, 1000 * ms, &ready), -ENOMEM);
    void *address = nullptr;
    assert_int_equal(camera.node().map(0, 640 * 480 * 2, &address), -ENOMEM);
    int64_t before = camera.node().now_ns();
    camera.inject("on VIDIOC_G_FMT 0 delay 50ms");
    camera.format();
    assert_int_equal(camera.node().now_ns() - before, 50 * ms);
    camera.assert_no_violations();
}

static void part5_a_delay_on_the_real_clock_takes_its_time(void **)
{
    sim::World world(nullptr);
    Camera camera(world, "sim:camera");
    camera.inject("on VIDIOC_G_FMT 0 delay 20ms");
    assert_int_equal(camera.open(), 0);
    int64_t begin = sim::monotonic_ns();
    camera.format();
    assert_true(sim::monotonic_ns() - begin >= 20 * ms);
}

static void S24_any_field_of_an_answer_can_be_a_lie(void **)
{
    sim::World world(nullptr);
    Camera camera(world, "sim:camera,clock=virtual");
    camera.inject(
        "on VIDIOC_G_FMT 0 set bytesperline 0\n"
        "on VIDIOC_G_FMT 0 set sizeimage 0xffffffff\n"
        "on VIDIOC_QUERYCAP 0 set card unterminated\n"
        "on VIDIOC_QUERYCAP 0 set driver \\xff\\xfe\\\\\n"
        "on VIDIOC_G_PARM 0 set numerator 0\non VIDIOC_G_PARM 0 set denominator 0\n"
        "on VIDIOC_REQBUFS 0 set count 1000000\n"
        "on VIDIOC_QUERYBUF 0 set length 0\n"
        "on VIDIOC_DQBUF 0 set index 99\non VIDIOC_DQBUF 0 set bytesused 0xffffffff\non VIDIOC_DQBUF 0 set sequence 7\n"
        "on VIDIOC_DQBUF 0 flag LAST\n"
        "on VIDIOC_ENUM_FMT all endless");
    assert_int_equal(camera.open(), 0);
    v4l2_format f = camera.format();
    assert_int_equal(f.fmt.pix.bytesperline, 0);
    assert_int_equal(f.fmt.pix.sizeimage, 0xffffffff);
    assert_int_equal(camera.format().fmt.pix.bytesperline, 1280);
    v4l2_capability caps{};
    assert_int_equal(camera.node().ioctl(VIDIOC_QUERYCAP, &caps), 0);
    assert_int_equal(caps.card[31], 'X');
    assert_int_equal(caps.driver[0], 0xff);
    assert_int_equal(caps.driver[2], '\\');
    assert_int_equal(caps.driver[3], 0);
    v4l2_streamparm parm{};
    parm.type = camera.type();
    assert_int_equal(camera.node().ioctl(VIDIOC_G_PARM, &parm), 0);
    assert_int_equal(parm.parm.capture.timeperframe.denominator, 0);
    uint32_t granted = 0;
    assert_int_equal(camera.reqbufs(2, &granted), 0);
    assert_int_equal(granted, 1000000);
    assert_int_equal(camera.querybuf(0), 0);
    assert_int_equal(camera.last.length, 0);
    assert_int_equal(camera.qbuf(0), 0);
    assert_int_equal(camera.stream(true), 0);
    camera.sim().advance(40 * ms);
    assert_int_equal(camera.dqbuf(), 0);
    assert_int_equal(camera.last.index, 99);
    assert_int_equal(camera.last.bytesused, 0xffffffff);
    assert_int_equal(camera.last.sequence, 7);
    assert_true((camera.last.flags & V4L2_BUF_FLAG_LAST) != 0);
    v4l2_fmtdesc desc{};
    desc.type = camera.type();
    desc.index = 123456;
    assert_int_equal(camera.node().ioctl(VIDIOC_ENUM_FMT, &desc), 0);
    assert_int_equal(desc.index, 123456);
    camera.assert_no_violations();
}

static void S24_planes_can_lie_one_by_one(void **)
{
    sim::World world(nullptr);
    Camera camera(world, "sim:camera,clock=virtual,format=NV12M");
    camera.inject(
        "on VIDIOC_G_FMT 0 set sizeimage[1] 1\non VIDIOC_G_FMT 1 set num_planes 9\non VIDIOC_G_FMT 2 set bytesperline 3\n"
        "on VIDIOC_QUERYBUF 0 set planes 9\non VIDIOC_QUERYBUF 1 set plane_length[0] 5\n"
        "on VIDIOC_QUERYBUF 1 set data_offset[1] 0xfffffff0\non VIDIOC_QUERYBUF 1 set bytesused 12");
    assert_int_equal(camera.open(), 0);
    v4l2_format f = camera.format();
    assert_int_equal(f.fmt.pix_mp.plane_fmt[0].sizeimage, 640 * 480);
    assert_int_equal(f.fmt.pix_mp.plane_fmt[1].sizeimage, 1);
    assert_int_equal(camera.format().fmt.pix_mp.num_planes, 9);
    assert_int_equal(camera.format().fmt.pix_mp.plane_fmt[1].bytesperline, 3);
    assert_int_equal(camera.reqbufs(2), 0);
    assert_int_equal(camera.querybuf(0), 0);
    assert_int_equal(camera.last.length, 9);
    assert_int_equal(camera.querybuf(0), 0);
    assert_int_equal(camera.last.length, 2);
    assert_int_equal(camera.planes[0].length, 5);
    assert_int_equal(camera.planes[1].length, 640 * 240);
    assert_int_equal(camera.planes[1].data_offset, 0xfffffff0);
    assert_int_equal(camera.planes[0].bytesused, 12);
    assert_int_equal(camera.planes[1].bytesused, 12);
}

static void S06_frames_can_be_corrupt_empty_short_or_lost(void **)
{
    sim::World world(nullptr);
    Camera camera(world, "sim:camera,clock=virtual,fps=10");
    camera.start(4);
    camera.inject("at frame 1 corrupt\nat frame 2 empty\nat frame 3 short 100\nat frame 4 drop 3\nat frame 9 sequence 3\n"
                  "at frame 9 timestamp 5ms");
    struct Frame {
        uint32_t sequence, bytesused, error;
    };
    const Frame frames[] = {{0, 614400, 0}, {1, 614400, V4L2_BUF_FLAG_ERROR},
                            {2, 0, 0},      {3, 100, 0},
                            {7, 614400, 0}, {8, 614400, 0},
                            {3, 614400, 0}, {4, 614400, 0}};
    for (const Frame &frame : frames) {
        camera.next();
        assert_int_equal(camera.last.sequence, frame.sequence);
        assert_int_equal(camera.last.bytesused, frame.bytesused);
        assert_int_equal(camera.last.flags & V4L2_BUF_FLAG_ERROR, frame.error);
        if (frame.error == 0)
            camera.assert_picture_is(frame.sequence);
        else
            assert_false(sim::verify_intact(camera.picture(), sim::Pattern::chart, frame.sequence));
        assert_int_equal(camera.qbuf(camera.last.index), 0);
    }
    assert_int_equal(camera.sim().frames_lost(), 3);
}

static void S03_unplug_comes_at_a_call_a_frame_or_a_time(void **)
{
    sim::World world(nullptr);
    Camera camera(world, "sim:camera,clock=virtual,fps=10");
    camera.inject("on VIDIOC_STREAMON 0 unplug");
    assert_int_equal(camera.open(), 0);
    assert_int_equal(camera.reqbufs(2), 0);
    assert_int_equal(camera.stream(true), -ENODEV);
    camera.close();
    assert_int_equal(camera.open(), -ENODEV);
    camera.inject("on open 0 replug\nat frame 3 unplug");
    camera.start(4);
    for (int n = 0; n < 3; ++n)
        camera.next();
    assert_int_equal(camera.wait(forever_ns), POLLERR | POLLHUP | POLLPRI);
    camera.close();
    camera.unmap_all();
    camera.sim().replug();
    camera.inject("at time 250ms unplug\nat time 1s replug");
    camera.start(4);
    camera.next();
    camera.next();
    assert_int_equal(camera.wait(forever_ns), POLLERR | POLLHUP | POLLPRI);
    camera.close();
    camera.unmap_all();
    assert_int_equal(camera.open(), -ENODEV);
    camera.sim().advance(1000 * ms);
    assert_int_equal(camera.open(), 0);
}

static void S11_a_node_that_is_always_ready_or_never_wakes(void **)
{
    sim::World world(nullptr);
    Camera camera(world, "sim:camera,fps=1");
    camera.start(2);
    camera.inject("on wait always ready");
    assert_int_equal(camera.wait(forever_ns), POLLIN);
    assert_int_equal(camera.dqbuf(), -EAGAIN);
    pollfd fd{camera.node().wait_fd(), POLLIN, 0};
    assert_int_equal(poll(&fd, 1, 0), 1);

    Camera deaf(world, "sim:camera,fps=10,id=2");
    deaf.inject("never wake");
    deaf.start(2);
    assert_int_equal(deaf.stream(false), 0);
    std::unique_ptr<Event> wake;
    assert_int_equal(make_eventfd(&wake), 0);
    Ready ready;
    assert_int_equal(deaf.node().wait(wake.get(), 5 * ms, &ready), 0);
    deaf.sim().unplug();
    assert_int_equal(deaf.node().wait(wake.get(), 5 * ms, &ready), 0);
    wake->signal();
    assert_int_equal(deaf.node().wait(wake.get(), forever_ns, &ready), 1);
    assert_true(ready.woken);
}

static void B12_a_broken_queue_says_EIO_and_POLLERR_until_streamoff(void **)
{
    sim::World world(nullptr);
    Camera camera(world, "sim:camera,clock=virtual");
    camera.start(4);
    camera.inject("at frame 1 broken");
    camera.next();
    assert_int_equal(camera.wait(forever_ns), POLLERR);
    assert_int_equal(camera.dqbuf(), -EIO);
    assert_int_equal(camera.qbuf(0), -EIO);
    assert_int_equal(camera.stream(false), 0);
    assert_int_equal(camera.qbuf(0), 0);
    assert_int_equal(camera.stream(true), 0);
    camera.next();
}

static void part5_rules_that_are_spent_make_room(void **)
{
    sim::World world(nullptr);
    Camera camera(world, "sim:camera");
    assert_int_equal(camera.open(), 0);
    for (int n = 0; n < 500; ++n) {
        camera.inject("on VIDIOC_G_FMT 0 set width 7");
        assert_int_equal(camera.format().fmt.pix.width, 7);
        assert_int_equal(camera.format().fmt.pix.width, 640);
    }
    std::string rules, problem;
    for (int n = 0; n < 65; ++n)
        rules += "on VIDIOC_G_FMT 9 errno EIO\n";
    assert_int_equal(camera.sim().inject(rules, &problem), -EINVAL);
    assert_true(problem.find("64") != std::string::npos);
}

int main()
{
    const CMUnitTest tests[] = {
        cmocka_unit_test(part5_a_wrong_name_is_refused_with_the_parameter_at_fault),
        cmocka_unit_test(part5_every_name_a_format_has_is_understood),
        cmocka_unit_test(part5_a_wrong_script_is_refused_with_its_line),
        cmocka_unit_test(part5_a_script_file_named_in_the_name_is_run),
        cmocka_unit_test(part5_calls_fail_when_the_script_says_so),
        cmocka_unit_test(part5_a_delay_on_the_real_clock_takes_its_time),
        cmocka_unit_test(S24_any_field_of_an_answer_can_be_a_lie),
        cmocka_unit_test(S24_planes_can_lie_one_by_one),
        cmocka_unit_test(S06_frames_can_be_corrupt_empty_short_or_lost),
        cmocka_unit_test(S03_unplug_comes_at_a_call_a_frame_or_a_time),
        cmocka_unit_test(S11_a_node_that_is_always_ready_or_never_wakes),
        cmocka_unit_test(B12_a_broken_queue_says_EIO_and_POLLERR_until_streamoff),
        cmocka_unit_test(part5_rules_that_are_spent_make_room),
    };
    return cmocka_run_group_tests(tests, nullptr, nullptr);
}
