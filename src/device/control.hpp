// One control of a device as it was when it was asked for: a snapshot that never changes.
#pragma once

#include "base/object.hpp"
#include "data/controls.hpp"
#include "kernel/controls.hpp"

#include <string>
#include <vector>

namespace v4lxx::device {

class Control final : public Object {
public:
    Control(kernel::ControlDescription description, std::vector<kernel::MenuItem> menu)
        : description_(std::move(description)), menu_(std::move(menu)), short_name_(short_name_of(description_)),
          facts_(data::find_control_facts(description_.id))
    {
    }

    const kernel::ControlDescription &description() const { return description_; }
    const std::vector<kernel::MenuItem> &menu() const { return menu_; }
    const kernel::MenuItem *item(int64_t index) const;  // null: a hole, or beyond the end
    const std::string &short_name() const
    {
        return short_name_;
    }  // "exposure_time_absolute"; the number if the name has no letters
    const data::ControlFacts *facts() const { return facts_; }  // null: nothing is known beyond what the driver says

private:
    static std::string short_name_of(const kernel::ControlDescription &description);

    const kernel::ControlDescription description_;
    const std::vector<kernel::MenuItem> menu_;
    const std::string short_name_;
    const data::ControlFacts *const facts_;
};

class ControlList final : public Object {
public:
    explicit ControlList(std::vector<Ref<Control>> all) : entries(std::move(all)) {}
    const std::vector<Ref<Control>> entries;
};

}  // namespace v4lxx::device
