#include "data/import/text.h"

namespace sightline {
namespace {

bool between(unsigned char byte, unsigned low, unsigned high) { return byte >= low && byte <= high; }

// Length of the well-formed sequence at `text[at]` (Unicode 15, table 3-7); 0 where there is none.
size_t sequenceLength(std::string_view text, size_t at) {
    const auto byte = [&](size_t i) {
        return i < text.size() ? static_cast<unsigned char>(text[i]) : static_cast<unsigned char>(0);
    };
    const auto tail = [&](size_t i) { return between(byte(i), 0x80, 0xBF); };
    const unsigned char lead = byte(at);
    if (lead < 0x80) return 1;
    if (between(lead, 0xC2, 0xDF)) return tail(at + 1) ? 2 : 0;
    if (between(lead, 0xE0, 0xEF)) {
        const unsigned low = lead == 0xE0 ? 0xA0 : 0x80;
        const unsigned high = lead == 0xED ? 0x9F : 0xBF;
        return between(byte(at + 1), low, high) && tail(at + 2) ? 3 : 0;
    }
    if (between(lead, 0xF0, 0xF4)) {
        const unsigned low = lead == 0xF0 ? 0x90 : 0x80;
        const unsigned high = lead == 0xF4 ? 0x8F : 0xBF;
        return between(byte(at + 1), low, high) && tail(at + 2) && tail(at + 3) ? 4 : 0;
    }
    return 0;
}

char32_t decode(std::string_view text, size_t at, size_t length) {
    const auto byte = [&](size_t i) { return static_cast<char32_t>(static_cast<unsigned char>(text[at + i])); };
    if (length == 1) return byte(0);
    if (length == 2) return ((byte(0) & 0x1F) << 6) | (byte(1) & 0x3F);
    if (length == 3) return ((byte(0) & 0x0F) << 12) | ((byte(1) & 0x3F) << 6) | (byte(2) & 0x3F);
    return ((byte(0) & 0x07) << 18) | ((byte(1) & 0x3F) << 12) | ((byte(2) & 0x3F) << 6) | (byte(3) & 0x3F);
}

bool isSpace(char32_t c) {
    return c == ' ' || (c >= 0x09 && c <= 0x0D) || c == 0x85 || c == 0xA0 || c == 0x1680 ||
           (c >= 0x2000 && c <= 0x200A) || c == 0x2028 || c == 0x2029 || c == 0x202F || c == 0x205F || c == 0x3000;
}

// Characters that change how text looks or breaks, and not what it says.
bool isInvisible(char32_t c) {
    return c < 0x20 || (c >= 0x7F && c <= 0x9F) || c == 0xAD || (c >= 0x200B && c <= 0x200F) ||
           (c >= 0x202A && c <= 0x202E) || (c >= 0x2060 && c <= 0x2069) || c == 0xFEFF || (c >= 0xFFF9 && c <= 0xFFFB);
}

bool isApostrophe(char32_t c) { return c == '\'' || c == 0x2018 || c == 0x2019 || c == 0x02BC; }

bool isLetterOrDigit(char32_t c) {
    if (c < 0x80) return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    if (c < 0xC0 || c == 0xD7 || c == 0xF7) return false;                                 // Latin-1 signs
    return !(c >= 0x2000 && c <= 0x2BFF) && !(c >= 0x3000 && c <= 0x303F) &&              // punctuation and symbols
           !(c >= 0xE000 && c <= 0xF8FF) && !(c >= 0xFE10 && c <= 0xFE6F) && c != 0xFFFD; // private use, forms
}

char32_t lower(char32_t c) {
    if ((c >= 'A' && c <= 'Z') || (c >= 0xC0 && c <= 0xDE && c != 0xD7)) return c + 0x20;
    return c;
}

} // namespace

std::optional<size_t> invalidUtf8(std::string_view text) {
    for (size_t at = 0; at < text.size();) {
        const size_t length = sequenceLength(text, at);
        if (length == 0) return at;
        at += length;
    }
    return std::nullopt;
}

std::u32string codePoints(std::string_view text) {
    std::u32string out;
    out.reserve(text.size());
    for (size_t at = 0; at < text.size();) {
        const size_t length = sequenceLength(text, at);
        out += length == 0 ? char32_t{0xFFFD} : decode(text, at, length);
        at += length == 0 ? 1 : length;
    }
    return out;
}

std::string utf8(char32_t c) {
    const auto byte = [](char32_t value) { return static_cast<char>(static_cast<unsigned char>(value)); };
    if (c < 0x80) return {byte(c)};
    if (c < 0x800) return {byte(0xC0 | (c >> 6)), byte(0x80 | (c & 0x3F))};
    if (c < 0x10000) return {byte(0xE0 | (c >> 12)), byte(0x80 | ((c >> 6) & 0x3F)), byte(0x80 | (c & 0x3F))};
    return {byte(0xF0 | (c >> 18)), byte(0x80 | ((c >> 12) & 0x3F)), byte(0x80 | ((c >> 6) & 0x3F)),
            byte(0x80 | (c & 0x3F))};
}

std::string oneLine(std::string_view text) {
    std::string out;
    bool space = false;
    for (const char32_t c : codePoints(text)) {
        if (isSpace(c)) {
            space = true;
        } else if (!isInvisible(c)) {
            if (space && !out.empty()) out += ' ';
            space = false;
            out += c == 0x2010 || c == 0x2011 ? std::string("-") : utf8(c);
        }
    }
    return out;
}

std::string lowerCase(std::string_view text) {
    std::string out;
    for (const char32_t c : codePoints(text)) out += utf8(lower(c));
    return out;
}

std::vector<std::string> words(std::string_view text) {
    std::vector<std::string> out;
    bool inWord = false;
    for (const char32_t c : codePoints(text)) {
        if (isApostrophe(c) || isInvisible(c)) continue;
        if (!isLetterOrDigit(c)) {
            inWord = false;
            continue;
        }
        if (!inWord) out.emplace_back();
        inWord = true;
        out.back() += utf8(lower(c));
    }
    return out;
}

std::string wordLine(std::string_view text) {
    std::string out = " ";
    for (const std::string& word : words(text)) out += word + ' ';
    return out;
}

size_t findWords(std::string_view wordLine, std::string_view phrase) {
    size_t at = wordLine.find(phrase);
    while (at != std::string_view::npos) {
        const size_t end = at + phrase.size();
        if (at > 0 && wordLine[at - 1] == ' ' && end < wordLine.size() && wordLine[end] == ' ') return at;
        at = wordLine.find(phrase, at + 1);
    }
    return at;
}

bool holdsWords(std::string_view wordLine, std::string_view phrase) {
    return findWords(wordLine, phrase) != std::string_view::npos;
}

std::string excerpt(std::string_view text, size_t characters) {
    const std::u32string all = codePoints(text);
    if (all.size() <= characters) return std::string(text);
    size_t end = characters > 0 ? characters - 1 : 0;
    const size_t space = all.rfind(U' ', end);
    if (space != std::u32string::npos && space > end / 2) end = space;
    std::string out;
    for (const char32_t c : all.substr(0, end)) out += utf8(c);
    return out + "\u2026";
}

std::string inQuotes(std::string_view text, size_t characters) {
    // Only as much as could be shown is looked at: texts of a hostile document are quoted often, and may be long.
    const size_t most = characters * 8;
    if (text.size() > most) {
        size_t end = most;
        while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xC0U) == 0x80U) --end;
        return "\u201C" + excerpt(oneLine(text.substr(0, end)) + " \u2026", characters) + "\u201D";
    }
    return "\u201C" + excerpt(oneLine(text), characters) + "\u201D";
}

} // namespace sightline
