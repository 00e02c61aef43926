#include "device/wish.hpp"

#include "base/text.hpp"

#include <algorithm>

namespace v4lxx::device {

static constexpr uint32_t largest_side = 65535;  // of any picture of V4L2 that could be believed

bool Wish::wants(uint32_t fourcc) const { return std::find(outputs.begin(), outputs.end(), fourcc) != outputs.end(); }

static Failure wrong(const char *field, std::string why)
{
    return argument_failure(Code::value_out_of_range, field, std::move(why));
}

Result<void> check(const Wish &wish)
{
    if ((wish.width == 0) != (wish.height == 0))
        return wrong(wish.width == 0 ? "wish.width" : "wish.height", "width and height are wished for together or not at all");
    if (wish.width > largest_side)
        return wrong("wish.width", "no picture is wider than 65535 pixels");
    if (wish.height > largest_side)
        return wrong("wish.height", "no picture is higher than 65535 pixels");
    if ((wish.rate.numerator == 0) != (wish.rate.denominator == 0))
        return wrong("wish.rate", "a rate is more than 0 frames per second; 0/0 wishes for none");
    if (wish.outputs.size() > most_outputs)
        return wrong("output_count", "at most " + std::to_string(most_outputs) + " outputs can be named");
    if (wish.wants(0))
        return wrong("outputs", "0 is no pixel format");
    if (wish.strict && wish.step_down)
        return argument_failure(Code::unknown_value, "wish.flags",
                                "STRICT allows no other mode, STEP_DOWN asks for another one");
    return {};
}

std::string wish_text(const Wish &wish)
{
    std::string text = wish.has_size() ? size_text(wish.width, wish.height) : "any size";
    if (wish.has_rate() && wish.rate.denominator != 0)
        text += " at " + rate_text(uint64_t{wish.rate.numerator} * 1000000 / wish.rate.denominator);
    for (size_t i = 0; i < wish.outputs.size(); i++) {
        if (i == 8) {
            text += " or " + std::to_string(wish.outputs.size() - i) + " more";
            break;
        }
        text += (i == 0 ? " in " : " or ") + fourcc_text(wish.outputs[i]);
    }
    if (wish.decode)
        text += wish.outputs.empty() ? " in anything a picture can be made of" : " or anything a picture can be made of";
    if (wish.strict)
        text += ", exactly";
    return text;
}

}  // namespace v4lxx::device
