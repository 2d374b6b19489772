#pragma once

#include <array>
#include <string_view>

#include "data/model.h"
#include "data/search/search_index.h"

namespace sightline {

/// Where the words of an entry are looked for: views into the checklist.
struct SearchText {
    struct Part {
        std::string_view text;  ///< may be empty
        std::string_view label; ///< goes before it where it is shown: "Source: "
    };
    std::string_view name;     ///< what the entry is called; empty where it has no name of its own
    std::array<Part, 3> parts; ///< what else it says, the most telling first
};

SearchText searchText(const Checklist& checklist, const SearchEntry& entry);

} // namespace sightline
