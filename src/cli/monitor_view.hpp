// How a monitor shows what it saw: lines of JSON, or a table on a terminal that is drawn over and over.
#pragma once

#include "cli/monitored_camera.hpp"

#include <string>
#include <vector>

namespace v4lxx::cli {

// One line, with its end.
std::string monitor_line_as_json(const MonitoredCamera &camera, const CameraLook &look, double seconds);

class MonitorTable {
public:
    // Prints the table on standard output, over the one before.
    void draw(const std::vector<const MonitoredCamera *> &cameras, const std::vector<CameraLook> &looks, double seconds);

private:
    static std::vector<std::string> lines(const std::vector<const MonitoredCamera *> &cameras,
                                          const std::vector<CameraLook> &looks, double seconds, size_t name_width);

    size_t drawn_lines_ = 0;
};

}  // namespace v4lxx::cli
