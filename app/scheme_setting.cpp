#include "app/scheme_setting.h"

#include <algorithm>
#include <charconv>
#include <optional>

#include <fmt/format.h>

#include "data/text_rules.h"

namespace sightline {

namespace {

constexpr std::string_view kStandard = "standard";
constexpr std::string_view kExpected = "This has to be \"standard\", or five colours in square brackets, the best "
                                       "opinion first and Not assessed last, each such as \"#278577\"";

tl::unexpected<std::string> wrong(std::string sentence) { return tl::unexpected<std::string>(std::move(sentence)); }

/// "#278577".
std::optional<Colour> parseColour(std::string_view word) {
    constexpr std::size_t kLength = 7;
    if (word.size() != kLength || word.front() != '#') return std::nullopt;
    Colour colour;
    const char* end = word.data() + word.size();
    const auto read = std::from_chars(word.data() + 1, end, colour.rgb, 16);
    return read.ec == std::errc() && read.ptr == end ? std::optional(colour) : std::nullopt;
}

} // namespace

ReadValue readScheme(const toml::node& value) {
    if (value.value_exact<std::string>() == kStandard)
        return [](ShowOptions& options) { options.scheme = std::nullopt; };
    const toml::array* list = value.as_array();
    if (list == nullptr) return wrong(fmt::format("{}.", kExpected));
    Scheme scheme;
    if (list->size() != scheme.size()) return wrong(fmt::format("{}; there are {} here.", kExpected, list->size()));
    for (std::size_t i = 0; i < scheme.size(); ++i) {
        const auto word = (*list)[i].value_exact<std::string>();
        if (!word) return wrong(fmt::format("{}; number {} is no text in quotation marks.", kExpected, i + 1));
        const auto colour = parseColour(*word);
        if (!colour) return wrong(fmt::format("{}; number {}, {}, is not.", kExpected, i + 1, excerpt(*word)));
        scheme.at(i) = *colour;
    }
    if (auto problem = schemeProblem(scheme)) return wrong(std::move(*problem));
    return [scheme](ShowOptions& options) { options.scheme = scheme; };
}

std::string printScheme(const ShowOptions& options) {
    if (!options.scheme) return std::string(kStandard);
    std::string words;
    for (const Colour colour : *options.scheme) words += fmt::format("{}#{:06X}", words.empty() ? "" : " ", colour.rgb);
    return words;
}

} // namespace sightline
