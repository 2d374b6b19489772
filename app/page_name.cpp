#include "app/page_name.h"

#include <algorithm>
#include <array>
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
    case Page::EvidenceItem:
        return "evidence:" + std::to_string(place.item) +
               (place.documentPage > 0 ? ":" + std::to_string(place.documentPage) : "");
    case Page::Actions: return "actions";
    case Page::Map: return "map";
    case Page::Changes: return "changes";
    case Page::Search: return "search";
    case Page::About: return "about";
    case Page::Health: return "health";
    case Page::Pattern: return "pattern";
    }
    return "";
}

std::optional<Location> parsePageName(std::string_view name) {
    for (const Page page : {Page::Overview, Page::Evidence, Page::Actions, Page::Map, Page::Changes, Page::Search,
                            Page::About, Page::Health, Page::Pattern})
        if (name == pageName({page, 0})) return Location{page, 0};
    const auto colon = name.find(':');
    if (colon == std::string_view::npos) return std::nullopt;
    const std::string_view kind = name.substr(0, colon);
    if (kind == "search") return Location{Page::Search};
    const std::string_view rest = name.substr(colon + 1);
    const auto second = rest.find(':');
    const auto item = positive(rest.substr(0, second));
    if (!item) return std::nullopt;
    if (kind == "element" && second == std::string_view::npos) return Location{Page::Element, *item};
    if (kind != "evidence") return std::nullopt;
    if (second == std::string_view::npos) return Location{Page::EvidenceItem, *item};
    const auto page = positive(rest.substr(second + 1));
    if (!page) return std::nullopt;
    return Location{Page::EvidenceItem, *item, *page};
}

std::string_view coverInPageName(std::string_view name) {
    constexpr std::array<std::string_view, 5> kCovers = {"curtain", "pin", "pin:typed", "pin:wrong", "pin:wait"};
    return std::ranges::find(kCovers, name) == kCovers.end() ? std::string_view() : name;
}

std::string_view queryInPageName(std::string_view name) {
    constexpr std::string_view kSearch = "search:";
    return name.starts_with(kSearch) ? name.substr(kSearch.size()) : std::string_view();
}

} // namespace sightline
