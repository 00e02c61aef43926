// The rules of vb2 and of V4L2's core, one by one, and what the referee says of a client that breaks them.
#include "sim_camera.hpp"

#include <functional>

using namespace sim_test;

static void part5_querycap_answers_for_the_node(void **)
{
    sim::World world(nullptr);
    Camera camera(world, "sim:camera,id=7,card=Garden,driver=mine,readwrite=yes");
    assert_int_equal(camera.open(), 0);
    v4l2_capability caps{};
    assert_int_equal(camera.node().ioctl(VIDIOC_QUERYCAP, &caps), 0);
    assert_string_equal(reinterpret_cast<char *>(caps.card), "Garden");
    assert_string_equal(reinterpret_cast<char *>(caps.driver), "mine");
    assert_string_equal(reinterpret_cast<char *>(caps.bus_info), "platform:sim-7");
    assert_int_equal(caps.device_caps,
                     V4L2_CAP_VIDEO_CAPTURE | V4L2_CAP_STREAMING | V4L2_CAP_READWRITE | V4L2_CAP_EXT_PIX_FORMAT);
    assert_true((caps.capabilities & V4L2_CAP_DEVICE_CAPS) != 0);

    Camera output(world, "sim:camera,kind=output");
    assert_int_equal(output.open(), 0);
    assert_int_equal(output.node().ioctl(VIDIOC_QUERYCAP, &caps), 0);
    assert_int_equal(caps.device_caps & (V4L2_CAP_VIDEO_CAPTURE | V4L2_CAP_VIDEO_OUTPUT), V4L2_CAP_VIDEO_OUTPUT);
    assert_true((caps.capabilities & V4L2_CAP_VIDEO_CAPTURE) != 0);  // of its sibling: only device_caps speak of this node
    v4l2_format f{};
    f.type = V4L2_BUF_TYPE_VIDEO_CAPTURE;
    assert_int_equal(output.node().ioctl(VIDIOC_G_FMT, &f), -EINVAL);
    assert_int_equal(output.reqbufs(2), -EINVAL);
}

static void part5_everything_else_is_ENOTTY_and_changes_nothing(void **)
{
    sim::World world(nullptr);
    Camera camera(world, "sim:camera,create_bufs=no,events=none");
    assert_int_equal(camera.open(), 0);
    v4l2_queryctrl control{};
    v4l2_create_buffers create{};
    v4l2_event event{};
    v4l2_exportbuffer export_buffer{};
    assert_int_equal(camera.node().ioctl(VIDIOC_G_AUDIO, &control), -ENOTTY);
    assert_int_equal(camera.node().ioctl(VIDIOC_CREATE_BUFS, &create), -ENOTTY);
    assert_int_equal(camera.node().ioctl(VIDIOC_DQEVENT, &event), -ENOTTY);
    assert_int_equal(camera.node().ioctl(VIDIOC_EXPBUF, &export_buffer), -ENOTTY);
    assert_int_equal(camera.node().ioctl(VIDIOC_LOG_STATUS, &control), -ENOTTY);
    assert_int_equal(camera.node().ioctl(0xffffffffu, &control), -ENOTTY);
}

static void part5_formats_sizes_and_intervals_are_enumerated(void **)
{
    sim::World world(nullptr);
    Camera camera(world, "sim:camera,formats=NV12+YUYV,size=800x600,fps=25");
    assert_int_equal(camera.open(), 0);
    v4l2_fmtdesc desc{};
    desc.type = camera.type();
    std::vector<uint32_t> formats;
    for (; camera.node().ioctl(VIDIOC_ENUM_FMT, &desc) == 0; desc.index = static_cast<uint32_t>(formats.size()))
        formats.push_back(desc.pixelformat);
    assert_int_equal(formats.size(), 2);
    assert_int_equal(formats[0], V4L2_PIX_FMT_NV12);
    assert_int_equal(camera.format().fmt.pix.pixelformat, V4L2_PIX_FMT_NV12);
    desc.type = V4L2_BUF_TYPE_VIDEO_CAPTURE_MPLANE;
    desc.index = 0;
    assert_int_equal(camera.node().ioctl(VIDIOC_ENUM_FMT, &desc), -EINVAL);

    v4l2_frmsizeenum size{};
    size.pixel_format = V4L2_PIX_FMT_NV12;
    bool seen = false;
    for (; camera.node().ioctl(VIDIOC_ENUM_FRAMESIZES, &size) == 0; ++size.index)
        seen |= size.type == V4L2_FRMSIZE_TYPE_DISCRETE && size.discrete.width == 800;
    assert_true(seen);
    size.index = 0;
    size.pixel_format = V4L2_PIX_FMT_RGB24;
    assert_int_equal(camera.node().ioctl(VIDIOC_ENUM_FRAMESIZES, &size), -EINVAL);

    v4l2_frmivalenum interval{};
    interval.pixel_format = V4L2_PIX_FMT_NV12;
    interval.width = 800;
    interval.height = 600;
    seen = false;
    for (; camera.node().ioctl(VIDIOC_ENUM_FRAMEINTERVALS, &interval) == 0; ++interval.index)
        seen |= interval.discrete.numerator == 1 && interval.discrete.denominator == 25;
    assert_true(seen);
    assert_int_equal(interval.index, 6);
    interval.index = 0;
    interval.width = 801;
    assert_int_equal(camera.node().ioctl(VIDIOC_ENUM_FRAMEINTERVALS, &interval), -EINVAL);
    camera.assert_no_violations();
}

static void part5_ranges_are_enumerated_once(void **)
{
    sim::World world(nullptr);
    for (bool stepwise : {true, false}) {
        std::string range = stepwise ? "stepwise" : "continuous";
        Camera camera(world, "sim:camera,sizes=" + range + ",intervals=" + range);
        assert_int_equal(camera.open(), 0);
        v4l2_frmsizeenum size{};
        size.pixel_format = V4L2_PIX_FMT_YUYV;
        assert_int_equal(camera.node().ioctl(VIDIOC_ENUM_FRAMESIZES, &size), 0);
        assert_int_equal(size.type, stepwise ? V4L2_FRMSIZE_TYPE_STEPWISE : V4L2_FRMSIZE_TYPE_CONTINUOUS);
        assert_int_equal(size.stepwise.step_width, stepwise ? 2 : 1);
        size.index = 1;
        assert_int_equal(camera.node().ioctl(VIDIOC_ENUM_FRAMESIZES, &size), -EINVAL);
        v4l2_frmivalenum interval{};
        interval.pixel_format = V4L2_PIX_FMT_YUYV;
        interval.width = 1000;
        interval.height = 700;
        assert_int_equal(camera.node().ioctl(VIDIOC_ENUM_FRAMEINTERVALS, &interval), 0);
        assert_int_equal(interval.type, stepwise ? V4L2_FRMIVAL_TYPE_STEPWISE : V4L2_FRMIVAL_TYPE_CONTINUOUS);
    }
}

static void B05_S_FMT_adjusts_and_TRY_FMT_changes_nothing(void **)
{
    sim::World world(nullptr);
    Camera camera(world, "sim:camera,padding=10");
    assert_int_equal(camera.open(), 0);
    v4l2_format f{};
    f.type = camera.type();
    f.fmt.pix.width = 100000;
    f.fmt.pix.height = 100000;
    f.fmt.pix.pixelformat = v4l2_fourcc('n', 'o', 'n', 'e');
    f.fmt.pix.field = V4L2_FIELD_INTERLACED;
    f.fmt.pix.sizeimage = 1;
    f.fmt.raw_data[199] = 0x77;
    assert_int_equal(camera.node().ioctl(VIDIOC_TRY_FMT, &f), 0);
    assert_int_equal(f.fmt.pix.pixelformat, V4L2_PIX_FMT_YUYV);
    assert_int_equal(f.fmt.pix.width, 1920);
    assert_int_equal(f.fmt.pix.height, 1080);
    assert_int_equal(f.fmt.pix.field, V4L2_FIELD_NONE);
    assert_int_equal(f.fmt.pix.bytesperline, 1920 * 2 + 10);
    assert_int_equal(f.fmt.pix.sizeimage, (1920 * 2 + 10) * 1080 + 10);
    assert_int_equal(f.fmt.pix.priv, V4L2_PIX_FMT_PRIV_MAGIC);
    assert_int_equal(f.fmt.pix.colorspace, V4L2_COLORSPACE_SMPTE170M);
    assert_int_equal(f.fmt.raw_data[199], 0);
    assert_int_equal(camera.format().fmt.pix.width, 640);
    assert_int_equal(camera.node().ioctl(VIDIOC_S_FMT, &f), 0);
    assert_int_equal(camera.format().fmt.pix.width, 1920);
    f.fmt.pix.width = f.fmt.pix.height = 0;
    assert_int_equal(camera.node().ioctl(VIDIOC_S_FMT, &f), 0);
    assert_int_equal(f.fmt.pix.width, 320);
    f.type = V4L2_BUF_TYPE_VIDEO_CAPTURE_MPLANE;
    assert_int_equal(camera.node().ioctl(VIDIOC_S_FMT, &f), -EINVAL);
}

static void bar5b_planes_of_both_apis_have_the_kernels_sizes(void **)
{
    sim::World world(nullptr);
    struct Case {
        const char *format;
        uint32_t planes, lines[3], sizes[3];
    };
    const Case cases[] = {
        {"NV12", 1, {640}, {640 * 480 * 3 / 2}},
        {"NV12M", 2, {640, 640}, {640 * 480, 640 * 240}},
        {"NV16M", 2, {640, 640}, {640 * 480, 640 * 480}},
        {"YUV420", 1, {640}, {640 * 480 * 3 / 2}},
        {"YUV420M", 3, {640, 320, 320}, {640 * 480, 320 * 240, 320 * 240}},
        {"RGB24", 1, {1920}, {1920 * 480}},
        {"Y16", 1, {1280}, {1280 * 480}},
    };
    for (const Case &c : cases) {
        Camera camera(world, std::string("sim:camera,api=mplane,format=") + c.format);
        assert_int_equal(camera.open(), 0);
        v4l2_format f = camera.format();
        assert_int_equal(f.fmt.pix_mp.num_planes, c.planes);
        assert_int_equal(camera.reqbufs(2), 0);
        assert_int_equal(camera.querybuf(1), 0);
        assert_int_equal(camera.last.length, c.planes);
        for (uint32_t plane = 0; plane < c.planes; ++plane) {
            assert_int_equal(f.fmt.pix_mp.plane_fmt[plane].bytesperline, c.lines[plane]);
            assert_int_equal(f.fmt.pix_mp.plane_fmt[plane].sizeimage, c.sizes[plane]);
            assert_int_equal(camera.planes[plane].length, c.sizes[plane]);
            assert_int_equal(camera.planes[plane].m.mem_offset, 1u << 15 | plane << 12);
        }
        camera.assert_no_violations();
    }
}

static void U08_the_interval_is_granted_and_reported(void **)
{
    sim::World world(nullptr);
    Camera camera(world, "sim:camera");
    assert_int_equal(camera.open(), 0);
    auto granted = [&](uint32_t numerator, uint32_t denominator) {
        v4l2_streamparm p{};
        p.type = camera.type();
        p.parm.capture.timeperframe = {numerator, denominator};
        assert_int_equal(camera.node().ioctl(VIDIOC_S_PARM, &p), 0);
        assert_int_equal(p.parm.capture.capability, V4L2_CAP_TIMEPERFRAME);
        assert_int_equal(p.parm.capture.timeperframe.numerator, 1);
        return p.parm.capture.timeperframe.denominator;
    };
    assert_int_equal(granted(1, 60), 60);
    assert_int_equal(granted(1, 20), 30);
    assert_int_equal(granted(1, 1000), 60);
    assert_int_equal(granted(0, 0), 60);
    assert_int_equal(granted(10, 1), 5);
}

static void S25_buffers_are_granted_as_the_name_says(void **)
{
    struct Case {
        const char *more;
        uint32_t asked, granted;
    };
    for (const Case &c :
         {Case{"", 4, 4}, Case{"", 1, 2}, Case{"", 100, 32}, Case{",buffers=1", 4, 1}, Case{",buffers=64", 4, 64},
          Case{",buffers=+3", 4, 7}, Case{",buffers=-2", 4, 2}, Case{",min_buffers=4", 2, 5}}) {
        sim::World world(nullptr);
        Camera camera(world, std::string("sim:camera,size=64x48") + c.more);
        assert_int_equal(camera.open(), 0);
        uint32_t granted = 0, caps = 0;
        assert_int_equal(camera.reqbufs(c.asked, &granted, &caps), 0);
        assert_int_equal(granted, c.granted);
        assert_true((caps & V4L2_BUF_CAP_SUPPORTS_MMAP) != 0);
        assert_int_equal(camera.querybuf(granted - 1), 0);
        camera.assert_no_violations();
        assert_int_equal(camera.querybuf(granted), -EINVAL);
    }
}

static void B06_busy_comes_in_the_order_of_the_kernel(void **)
{
    sim::World world(nullptr);
    Camera camera(world, "sim:camera,clock=virtual"), other(world, "sim:camera,clock=virtual");
    assert_int_equal(camera.open(), 0);
    assert_int_equal(other.open(), 0);
    assert_int_equal(camera.stream(true), -EINVAL);  // no buffers
    assert_int_equal(camera.reqbufs(4), 0);
    v4l2_format f = camera.format();
    assert_int_equal(camera.node().ioctl(VIDIOC_TRY_FMT, &f), 0);
    assert_int_equal(camera.node().ioctl(VIDIOC_S_FMT, &f), -EBUSY);
    assert_int_equal(other.node().ioctl(VIDIOC_S_FMT, &f), -EBUSY);
    assert_int_equal(other.reqbufs(4), -EBUSY);
    assert_int_equal(other.reqbufs(0), -EBUSY);
    assert_int_equal(other.qbuf(0), -EBUSY);
    assert_int_equal(other.dqbuf(), -EBUSY);
    assert_int_equal(other.stream(true), -EBUSY);
    assert_int_equal(other.stream(false), -EBUSY);
    assert_int_equal(other.querybuf(0), 0);     // anyone may ask
    assert_int_equal(camera.dqbuf(), -EINVAL);  // not streaming
    assert_int_equal(camera.stream(true), 0);
    assert_int_equal(camera.stream(true), 0);
    assert_int_equal(camera.dqbuf(), -EAGAIN);
    assert_int_equal(camera.reqbufs(2), -EBUSY);  // streaming
    assert_int_equal(camera.reqbufs(0), -EBUSY);
    assert_int_equal(camera.stream(false), 0);
    assert_int_equal(camera.reqbufs(0), 0);
    assert_int_equal(camera.node().ioctl(VIDIOC_S_FMT, &f), 0);
    assert_int_equal(other.reqbufs(4), 0);
    assert_int_equal(camera.reqbufs(4), -EBUSY);
    other.close();
    assert_int_equal(camera.reqbufs(4), 0);
    camera.assert_no_violations();
}

static void B07_without_orphaning_live_mappings_keep_the_buffers(void **)
{
    sim::World world(nullptr);
    Camera camera(world, "sim:camera,orphan=no,clock=virtual");
    assert_int_equal(camera.open(), 0);
    uint32_t granted = 0, caps = 0;
    assert_int_equal(camera.reqbufs(3, &granted, &caps), 0);
    assert_int_equal(caps & V4L2_BUF_CAP_SUPPORTS_ORPHANED_BUFS, 0);
    camera.map(3);
    assert_int_equal(camera.reqbufs(0), -EBUSY);
    assert_int_equal(camera.reqbufs(2), -EBUSY);
    camera.unmap(camera.buffers[0][0]);
    camera.make_private(camera.buffers[1][0]);
    assert_int_equal(camera.reqbufs(0), -EBUSY);
    camera.unmap(camera.buffers[2][0]);
    assert_int_equal(camera.reqbufs(0), 0);
    munmap(camera.buffers[1][0].address, camera.buffers[1][0].length);
    camera.buffers.clear();
    camera.assert_no_violations();

    Camera orphaning(world, "sim:camera,clock=virtual");
    assert_int_equal(orphaning.open(), 0);
    assert_int_equal(orphaning.reqbufs(3, &granted, &caps), 0);
    assert_true((caps & V4L2_BUF_CAP_SUPPORTS_ORPHANED_BUFS) != 0);
    orphaning.map(3);
    assert_int_equal(orphaning.reqbufs(0), 0);
    assert_int_equal(*static_cast<const uint8_t *>(orphaning.buffers[2][0].address), 0);
}

static void part5_flags_tell_the_state_of_a_buffer(void **)
{
    sim::World world(nullptr);
    Camera camera(world, "sim:camera,clock=virtual");
    constexpr uint32_t states = V4L2_BUF_FLAG_MAPPED | V4L2_BUF_FLAG_QUEUED | V4L2_BUF_FLAG_DONE | V4L2_BUF_FLAG_ERROR;
    assert_int_equal(camera.open(), 0);
    assert_int_equal(camera.reqbufs(2), 0);
    assert_int_equal(camera.querybuf(0), 0);
    assert_int_equal(camera.last.flags & states, 0);
    camera.map(2);
    assert_int_equal(camera.querybuf(0), 0);
    assert_int_equal(camera.last.flags & states, V4L2_BUF_FLAG_MAPPED);
    assert_int_equal(camera.qbuf(0), 0);
    assert_int_equal(camera.last.flags & states, V4L2_BUF_FLAG_MAPPED | V4L2_BUF_FLAG_QUEUED);
    assert_int_equal(camera.last.bytesused, 640 * 480 * 2);
    assert_int_equal(camera.stream(true), 0);
    camera.sim().advance(100 * ms);
    assert_int_equal(camera.querybuf(0), 0);
    assert_int_equal(camera.last.flags & states, V4L2_BUF_FLAG_MAPPED | V4L2_BUF_FLAG_DONE);
    assert_int_equal(camera.dqbuf(), 0);
    assert_int_equal(camera.last.flags & states, V4L2_BUF_FLAG_MAPPED);
    assert_int_equal(camera.last.field, V4L2_FIELD_NONE);
    assert_int_equal(camera.last.memory, V4L2_MEMORY_MMAP);
    assert_int_equal(camera.last.length, 640 * 480 * 2);
    assert_int_equal(camera.querybuf(0), 0);
    assert_int_equal(camera.last.flags & states, V4L2_BUF_FLAG_MAPPED);
}

static void part5_streamoff_gives_all_buffers_back_and_min_buffers_hold_the_start(void **)
{
    sim::World world(nullptr);
    Camera camera(world, "sim:camera,clock=virtual,min_buffers=2,fps=10");
    assert_int_equal(camera.open(), 0);
    assert_int_equal(camera.reqbufs(4), 0);
    assert_int_equal(camera.qbuf(0), 0);
    assert_int_equal(camera.stream(true), 0);
    camera.sim().advance(1000 * ms);
    assert_int_equal(camera.sim().frames_generated(), 0);
    assert_int_equal(camera.qbuf(1), 0);
    camera.sim().advance(100 * ms);
    assert_int_equal(camera.sim().frames_generated(), 1);
    assert_int_equal(camera.stream(false), 0);
    assert_int_equal(camera.qbuf(0), 0);
    assert_int_equal(camera.qbuf(1), 0);
    assert_int_equal(camera.stream(true), 0);
    camera.sim().advance(100 * ms);
    assert_int_equal(camera.dqbuf(), 0);
    assert_int_equal(camera.last.sequence, 0);
    assert_int_equal(camera.last.index, 0);
    camera.assert_no_violations();
}

static void part5_opening_and_looking_are_no_setters(void **)
{
    sim::World world(nullptr);
    Camera camera(world, "sim:camera");
    assert_int_equal(camera.open(), 0);
    camera.format();
    v4l2_capability caps{};
    assert_int_equal(camera.node().ioctl(VIDIOC_QUERYCAP, &caps), 0);
    assert_int_equal(camera.sim().setter_calls(), 0);
    assert_int_equal(camera.sim().calls(VIDIOC_G_FMT), 1);
    v4l2_format f = camera.format();
    assert_int_equal(camera.node().ioctl(VIDIOC_S_FMT, &f), 0);
    assert_int_equal(camera.reqbufs(2), 0);
    assert_int_equal(camera.sim().setter_calls(), 2);
    assert_int_equal(camera.node().calls().value(), 5);
}

static void part5_a_private_device_per_name_and_world(void **)
{
    sim::World world(nullptr), elsewhere(nullptr);
    Camera a(world, "sim:camera"), b(world, "sim:camera,id=2"), c(elsewhere, "sim:camera"), same(world, "sim:camera");
    for (Camera *camera : {&a, &b, &c, &same})
        assert_int_equal(camera->open(), 0);
    assert_int_equal(a.reqbufs(2), 0);
    assert_int_equal(b.reqbufs(2), 0);
    assert_int_equal(c.reqbufs(2), 0);
    assert_int_equal(same.reqbufs(2), -EBUSY);
    assert_ptr_equal(world.find("sim:camera").get(), &same.sim());
    assert_null(world.find("sim:camera,id=3").get());
}

// Each breach is answered as the kernel does, and written down.
static void part5_the_referee_writes_down_every_breach(void **)
{
    sim::World world(nullptr);
    int number = 0;
    auto breach = [&](const char *expected, const std::function<void(Camera &)> &act) {
        Camera camera(world, "sim:camera,clock=virtual,api=mplane,format=NV12M,id=" + std::to_string(number++));
        camera.start(3);
        camera.assert_no_violations();
        act(camera);
        auto violations = camera.sim().violations();
        if (violations.size() != 1)
            fail_msg("expected '%s' and nothing else, got %zu breaches", expected, violations.size());
        if (violations[0].find(expected) == std::string::npos)
            fail_msg("expected '%s', got '%s'", expected, violations[0].c_str());
    };
    auto ioctl_buffer = [](Camera &camera, unsigned long request,
                           const std::function<void(v4l2_buffer &, v4l2_plane *)> &spoil) {
        v4l2_plane planes[VIDEO_MAX_PLANES]{};
        v4l2_buffer b{};
        b.type = camera.type();
        b.memory = V4L2_MEMORY_MMAP;
        b.length = 8;
        b.m.planes = planes;
        spoil(b, planes);
        return camera.node().ioctl(request, &b);
    };
    breach("queued already", [](Camera &c) { assert_int_equal(c.qbuf(1), -EINVAL); });
    breach("no buffer 77", [](Camera &c) { assert_int_equal(c.qbuf(77), -EINVAL); });
    breach("no buffer 3", [](Camera &c) { assert_int_equal(c.querybuf(3), -EINVAL); });
    breach("number of planes", [&](Camera &c) {
        assert_int_equal(ioctl_buffer(c, VIDIOC_QBUF, [](v4l2_buffer &b, v4l2_plane *) { b.length = 1; }), -EINVAL);
    });
    breach("number of planes", [&](Camera &c) {
        assert_int_equal(ioctl_buffer(c, VIDIOC_QUERYBUF, [](v4l2_buffer &b, v4l2_plane *) { b.length = 9; }), -EINVAL);
    });
    breach("memory is not MMAP", [&](Camera &c) {
        c.next();
        assert_int_equal(ioctl_buffer(c, VIDIOC_QBUF, [](v4l2_buffer &b, v4l2_plane *) { b.memory = V4L2_MEMORY_USERPTR; }),
                         -EINVAL);
    });
    breach("wrong buffer type", [&](Camera &c) {
        assert_int_equal(
            ioctl_buffer(c, VIDIOC_DQBUF, [](v4l2_buffer &b, v4l2_plane *) { b.type = V4L2_BUF_TYPE_VIDEO_CAPTURE; }), -EINVAL);
    });
    breach("reserved", [&](Camera &c) {
        assert_int_equal(ioctl_buffer(c, VIDIOC_QUERYBUF, [](v4l2_buffer &b, v4l2_plane *) { b.reserved2 = 1; }), 0);
    });
    breach("planes.reserved", [&](Camera &c) {
        assert_int_equal(ioctl_buffer(c, VIDIOC_QUERYBUF, [](v4l2_buffer &, v4l2_plane *p) { p[1].reserved[3] = 1; }), 0);
    });
    breach("VIDIOC_ENUM_FMT", [](Camera &c) {
        v4l2_fmtdesc desc{};
        desc.type = c.type();
        desc.reserved[2] = 1;
        assert_int_equal(c.node().ioctl(VIDIOC_ENUM_FMT, &desc), 0);
    });
    breach("VIDIOC_TRY_FMT", [](Camera &c) {
        v4l2_format f = c.format();
        f.fmt.pix_mp.plane_fmt[1].reserved[0] = 1;
        assert_int_equal(c.node().ioctl(VIDIOC_TRY_FMT, &f), 0);
    });
    breach("wrong buffer type", [](Camera &c) {
        uint32_t type = V4L2_BUF_TYPE_VIDEO_CAPTURE;
        assert_int_equal(c.node().ioctl(VIDIOC_STREAMOFF, &type), -EINVAL);
    });
    breach("NULL", [](Camera &c) { assert_int_equal(c.node().ioctl(VIDIOC_QUERYCAP, nullptr), -EFAULT); });
    breach("mmap", [](Camera &c) {
        void *address = nullptr;
        assert_int_equal(c.node().map(5u << 15, 4096, &address), -EINVAL);
    });
    breach("mmap", [](Camera &c) {
        void *address = nullptr;
        assert_int_equal(c.node().map(0, 640 * 480 * 4, &address), -EINVAL);
    });
    breach("munmap", [](Camera &c) {
        size_t length = c.buffers[0][0].length;
        c.buffers[0][0].length = 4096;
        void *address = c.buffers[0][0].address;
        c.unmap(c.buffers[0][0]);
        munmap(address, length);
    });
}

int main()
{
    const CMUnitTest tests[] = {
        cmocka_unit_test(part5_querycap_answers_for_the_node),
        cmocka_unit_test(part5_everything_else_is_ENOTTY_and_changes_nothing),
        cmocka_unit_test(part5_formats_sizes_and_intervals_are_enumerated),
        cmocka_unit_test(part5_ranges_are_enumerated_once),
        cmocka_unit_test(B05_S_FMT_adjusts_and_TRY_FMT_changes_nothing),
        cmocka_unit_test(bar5b_planes_of_both_apis_have_the_kernels_sizes),
        cmocka_unit_test(U08_the_interval_is_granted_and_reported),
        cmocka_unit_test(S25_buffers_are_granted_as_the_name_says),
        cmocka_unit_test(B06_busy_comes_in_the_order_of_the_kernel),
        cmocka_unit_test(B07_without_orphaning_live_mappings_keep_the_buffers),
        cmocka_unit_test(part5_flags_tell_the_state_of_a_buffer),
        cmocka_unit_test(part5_streamoff_gives_all_buffers_back_and_min_buffers_hold_the_start),
        cmocka_unit_test(part5_opening_and_looking_are_no_setters),
        cmocka_unit_test(part5_a_private_device_per_name_and_world),
        cmocka_unit_test(part5_the_referee_writes_down_every_breach),
    };
    return cmocka_run_group_tests(tests, nullptr, nullptr);
}
