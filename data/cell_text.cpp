#include "data/cell_text.h"

#include <array>
#include <charconv>
#include <optional>

#include "data/import/text.h"

namespace sightline {
namespace {

constexpr size_t kEscapeLength = 7; // "_x0007_"

// The character that an escape at `at` stands for.
std::optional<char32_t> escapeAt(std::string_view text, size_t at) {
    if (at + kEscapeLength > text.size() || text.substr(at, 2) != "_x" || text[at + kEscapeLength - 1] != '_')
        return std::nullopt;
    unsigned value = 0;
    const char* const begin = text.data() + at + 2;
    const auto [end, error] = std::from_chars(begin, begin + 4, value, 16);
    if (error != std::errc{} || end != begin + 4) return std::nullopt;
    return static_cast<char32_t>(value);
}

} // namespace

std::string unescaped(std::string_view text) {
    std::string out;
    out.reserve(text.size());
    for (size_t i = 0; i < text.size();) {
        const auto character = escapeAt(text, i);
        // Halves of a pair stand for nothing of their own, and what Excel shows then is the escape itself.
        if (character && !(*character >= 0xD800 && *character <= 0xDFFF)) {
            out += utf8(*character);
            i += kEscapeLength;
        } else {
            out += text[i++];
        }
    }
    return out;
}

std::string escaped(std::string_view text) {
    std::string out;
    out.reserve(text.size());
    for (size_t i = 0; i < text.size(); ++i) {
        if (escapeAt(text, i)) out += "_x005F";
        out += text[i];
    }
    return out;
}

std::string numberText(double number) {
    std::array<char, 400> digits{};
    const auto [end, error] = std::to_chars(digits.data(), digits.data() + digits.size(), number);
    return {digits.data(), end};
}

} // namespace sightline
