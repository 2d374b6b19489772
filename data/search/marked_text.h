#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace sightline {

/// A stretch of a text, in bytes.
struct Mark {
    std::size_t begin = 0;
    std::size_t end = 0;
    bool operator==(const Mark&) const = default;
};

/// One line of text with what was looked for in it.
struct MarkedText {
    std::string text;
    std::vector<Mark> marks; ///< ascending, apart from each other
    std::uint32_t words = 0; ///< bit n: word n of the query begins a word of the whole text
};

/// How a text is shown.
struct ExcerptStyle {
    std::size_t lead = 36;   ///< characters that may stand before the first match; more are cut to two thirds of it
    std::size_t window = 70; ///< characters within which matches of as many words as possible are to be seen
    std::size_t most = 240;  ///< characters
    bool points = false;     ///< its lines are points, with a dot between them
};

/// The part of a text that shows most of what was looked for, on one line: white space becomes single spaces, and an
/// ellipsis stands for what is left out. `words` as queryWords gives them. `budget`: bytes that may yet be searched;
/// what goes beyond it is shown without marks.
MarkedText markMatches(std::string_view text, std::span<const std::string> words, const ExcerptStyle& style,
                       std::size_t& budget);

} // namespace sightline
