#include "app/redraw.h"

namespace sightline {

std::string_view whyName(Why why) {
    switch (why) {
    case Why::Start: return "start";
    case Why::Input: return "input";
    case Why::Scroll: return "scroll";
    case Why::Snapshot: return "snapshot";
    case Why::Problem: return "problem";
    case Why::Timer: return "timer";
    case Why::Date: return "date";
    case Why::Resize: return "resize";
    case Why::Fonts: return "fonts";
    case Why::Picture: return "picture";
    case Why::Health: return "health";
    case Why::Screen: return "screen";
    case Why::Shift: return "shift";
    case Why::Damage: return "damage";
    case Why::Count: break;
    }
    return "";
}

std::vector<std::string_view> Reasons::names() const {
    std::vector<std::string_view> names;
    for (unsigned i = 0; i < static_cast<unsigned>(Why::Count); ++i)
        if (has(static_cast<Why>(i))) names.push_back(whyName(static_cast<Why>(i)));
    return names;
}

} // namespace sightline
