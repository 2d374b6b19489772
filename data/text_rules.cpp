#include "data/text_rules.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <cstdio>

#include "data/limits.h"

namespace sightline {
namespace {

// Takes one character off the front of `text`; nothing where the bytes are not UTF-8 (RFC 3629: no overlong forms, no
// surrogates, nothing above U+10FFFF).
std::optional<char32_t> takeCharacter(std::string_view& text) {
    const auto byte = [&](size_t i) { return static_cast<std::uint8_t>(text[i]); };
    const std::uint8_t lead = byte(0);
    const size_t length = lead < 0x80 ? 1 : lead >> 5 == 0x6 ? 2 : lead >> 4 == 0xe ? 3 : lead >> 3 == 0x1e ? 4 : 0;
    if (length == 0 || text.size() < length) return std::nullopt;
    char32_t character = length == 1 ? lead : lead & (0xffU >> (length + 1));
    for (size_t i = 1; i < length; ++i) {
        if (byte(i) >> 6 != 0x2) return std::nullopt;
        character = character << 6 | (byte(i) & 0x3fU);
    }
    constexpr std::array<char32_t, 5> kSmallest = {0, 0, 0x80, 0x800, 0x10000};
    if (character < kSmallest[length] || character > 0x10ffff || (character >= 0xd800 && character <= 0xdfff))
        return std::nullopt;
    text.remove_prefix(length);
    return character;
}

bool isControl(char32_t character) {
    return character < 0x20 || (character >= 0x7f && character <= 0x9f) || character == 0x2028 || character == 0x2029;
}

bool turnsDirection(char32_t character) {
    return (character >= 0x202a && character <= 0x202e) || (character >= 0x2066 && character <= 0x2069);
}

std::string codePoint(char32_t character) {
    std::array<char, 16> text{};
    std::snprintf(text.data(), text.size(), "U+%04X", static_cast<unsigned>(character));
    return text.data();
}

std::optional<std::string> characterProblem(char32_t character, LineFeeds lineFeeds) {
    if (character == U'\n') {
        if (lineFeeds == LineFeeds::Allowed) return std::nullopt;
        return "The text holds a line feed, which is not allowed here.";
    }
    if (isControl(character)) return "The text holds a control character (" + codePoint(character) + ").";
    if (turnsDirection(character))
        return "The text holds a character that turns the direction of writing (" + codePoint(character) + ").";
    return std::nullopt;
}

char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }

bool startsWithIgnoringCase(std::string_view text, std::string_view start) {
    return text.size() >= start.size() && std::ranges::equal(text.substr(0, start.size()), start, {}, lower, lower);
}

} // namespace

std::optional<std::string> textProblem(std::string_view text, size_t maxCharacters, LineFeeds lineFeeds) {
    size_t characters = 0;
    for (std::string_view rest = text; !rest.empty(); ++characters) {
        const auto character = takeCharacter(rest);
        if (!character) return "The text is not valid UTF-8.";
        if (auto problem = characterProblem(*character, lineFeeds)) return problem;
    }
    if (characters <= maxCharacters) return std::nullopt;
    return "The text has " + std::to_string(characters) + " characters; at most " + std::to_string(maxCharacters) +
           " are allowed here.";
}

std::optional<std::string> linkProblem(std::string_view link) {
    if (auto problem = textProblem(link, limits::kAddress, LineFeeds::Refused)) return problem;
    for (const std::string_view scheme : {"http://", "https://"}) {
        if (!startsWithIgnoringCase(link, scheme)) continue;
        const std::string_view rest = link.substr(scheme.size());
        const bool hasHost = !rest.empty() && rest.find_first_of("/?#") != 0;
        if (hasHost && rest.find_first_of(" \"<>\\") == std::string_view::npos) return std::nullopt;
        return "This is not a complete web address.";
    }
    return "Only addresses that begin with http:// or https:// are links.";
}

std::string excerpt(std::string_view text) {
    constexpr size_t kLongest = 40;
    std::string shown = "\"";
    for (const char c : text.substr(0, kLongest)) shown += c >= ' ' && c <= '~' ? c : '?';
    return shown + (text.size() > kLongest ? "…\"" : "\"");
}

} // namespace sightline
