#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace sightline {

/// The character at `at`, which moves past it. Text comes from verified snapshots; a broken byte reads as U+FFFD.
inline char32_t decodeUtf8(std::string_view text, std::size_t& at) {
    const auto lead = static_cast<unsigned char>(text[at++]);
    if (lead < 0x80) return lead;
    const int more = lead >= 0xF0 ? 3 : lead >= 0xE0 ? 2 : lead >= 0xC0 ? 1 : 0;
    if (more == 0) return U'\uFFFD';
    char32_t code = lead & (0x3FU >> more);
    for (int i = 0; i < more; ++i) {
        if (at >= text.size() || (static_cast<unsigned char>(text[at]) & 0xC0U) != 0x80U) return U'\uFFFD';
        code = (code << 6U) | (static_cast<unsigned char>(text[at++]) & 0x3FU);
    }
    return code;
}

/// Appends a character.
inline void appendUtf8(std::string& text, char32_t code) {
    const auto byte = [&text](char32_t bits) { text += static_cast<char>(static_cast<unsigned char>(bits)); };
    if (code < 0x80) return byte(code);
    if (code >= 0x10000) {
        byte(0xF0 | code >> 18U);
        byte(0x80 | (code >> 12U & 0x3FU));
    } else if (code >= 0x800) {
        byte(0xE0 | code >> 12U);
    }
    byte(code < 0x800 ? 0xC0 | code >> 6U : 0x80 | (code >> 6U & 0x3FU));
    byte(0x80 | (code & 0x3FU));
}

} // namespace sightline
