#include "app/page_name.h"

#include <charconv>

namespace sightline {

namespace {

std::optional<int> positive(std::string_view digits) {
    int value = 0;
    const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), value);
    if (error != std::errc{} || end != digits.data() + digits.size() || value <= 0) return std::nullopt;
    return value;
}

} // namespace

std::string pageName(const Location& place) {
    switch (place.page) {
    case Page::Overview: return "overview";
    case Page::Element: return "element:" + std::to_string(place.item);
    case Page::Evidence: return "evidence";
    case Page::EvidenceItem: return "evidence:" + std::to_string(place.item);
    case Page::Actions: return "actions";
    case Page::Map: return "map";
    case Page::Changes: return "changes";
    case Page::About: return "about";
    }
    return "";
}

std::optional<Location> parsePageName(std::string_view name) {
    for (const Page page : {Page::Overview, Page::Evidence, Page::Actions, Page::Map, Page::Changes, Page::About})
        if (name == pageName({page, 0})) return Location{page, 0};
    const auto colon = name.find(':');
    if (colon == std::string_view::npos) return std::nullopt;
    const auto item = positive(name.substr(colon + 1));
    if (!item) return std::nullopt;
    if (name.substr(0, colon) == "element") return Location{Page::Element, *item};
    if (name.substr(0, colon) == "evidence") return Location{Page::EvidenceItem, *item};
    return std::nullopt;
}

} // namespace sightline
