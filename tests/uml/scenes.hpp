// The scenes of the differential test: what clients do right and wrong with a V4L2 capture node. Each begins and ends with all
// descriptors closed and all memory unmapped.
#pragma once

#include "uml/client.hpp"

namespace v4lxx::test {

constexpr int64_t a_second_ns = 1'000'000'000;
// All formats with several memory planes that both sides have.
constexpr uint32_t formats_of_several[] = {V4L2_PIX_FMT_YUV420M, V4L2_PIX_FMT_YVU420M, V4L2_PIX_FMT_NV12M, V4L2_PIX_FMT_NV21M};

struct Scene {
    const char *name;
    void (*play)(Client &client);
};

const std::vector<Scene> &format_scenes();
const std::vector<Scene> &buffer_scenes();
const std::vector<Scene> &streaming_scenes();
const std::vector<Scene> &control_scenes();
const std::vector<Scene> &extended_control_scenes();
const std::vector<Scene> &input_scenes();  // for a device with a webcam, TV, S-Video and HDMI, without crop, compose and scaler
extern const Scene selection_scene;        // for the same with crop or compose
extern const Scene data_offset_scene;      // for a camera that has data before its picture

}  // namespace v4lxx::test
