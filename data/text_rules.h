#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace sightline {

enum class LineFeeds { Refused, Allowed };

/// What is wrong with a text, as a sentence; nothing where it may stand in a snapshot. A text is valid UTF-8 of at most
/// `maxCharacters` characters without control characters, without the characters that turn the direction of writing
/// (U+202A to U+202E, U+2066 to U+2069: they let a line read differently from what it says) and without the separators
/// U+2028 and U+2029; a line feed only where allowed.
std::optional<std::string> textProblem(std::string_view text, size_t maxCharacters, LineFeeds lineFeeds);

/// What is wrong with a link: only http: and https: addresses with a host are links, without spaces, quotes and
/// brackets.
std::optional<std::string> linkProblem(std::string_view link);

/// The beginning of a text from outside in quotation marks, safe to show anywhere: what is not printable ASCII becomes
/// a question mark.
std::string excerpt(std::string_view text);

} // namespace sightline
