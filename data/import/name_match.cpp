#include "data/import/name_match.h"

#include <algorithm>
#include <array>

#include "data/import/text.h"

namespace sightline {

std::string nameKey(std::string_view name) {
    std::string key;
    for (const std::string& word : words(name)) key += word;
    return key;
}

bool saysNothing(std::string_view text) {
    static constexpr std::array<std::string_view, 9> kNothing = {
        "", "none", "na", "nil", "nothing", "noneidentified", "notapplicable", "noneatpresent", "noneyet"};
    return std::ranges::find(kNothing, nameKey(text)) != kNothing.end();
}

} // namespace sightline
