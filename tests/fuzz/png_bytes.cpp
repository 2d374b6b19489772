#include "tests/fuzz/png_bytes.h"

#include <array>
#include <cstdint>

namespace sightline::fuzz {
namespace {

/// CRC-32 as the PNG specification has it (annex D).
std::uint32_t crc(std::string_view bytes) {
    static const auto table = [] {
        std::array<std::uint32_t, 256> made{};
        for (std::uint32_t n = 0; n < 256; ++n) {
            std::uint32_t c = n;
            for (int k = 0; k < 8; ++k) c = (c & 1U) != 0 ? 0xedb88320U ^ c >> 1U : c >> 1U;
            made.at(n) = c;
        }
        return made;
    }();
    std::uint32_t c = 0xffffffffU;
    for (const char byte : bytes) c = table.at((c ^ static_cast<unsigned char>(byte)) & 0xffU) ^ c >> 8U;
    return ~c;
}

} // namespace

std::uint32_t numberAt(std::string_view bytes, std::size_t at) {
    if (bytes.size() < 4 || at > bytes.size() - 4) return 0;
    std::uint32_t number = 0;
    for (std::size_t i = 0; i < 4; ++i) number = number << 8U | static_cast<unsigned char>(bytes[at + i]);
    return number;
}

std::string withChecksums(std::string png) {
    constexpr std::size_t kSignature = 8;
    for (std::size_t at = kSignature; at + 12 <= png.size();) {
        const std::size_t length = numberAt(png, at);
        if (length > png.size() - at - 12) break;
        const std::uint32_t sum = crc(std::string_view(png).substr(at + 4, length + 4));
        for (std::size_t i = 0; i < 4; ++i) png[at + 8 + length + i] = static_cast<char>(sum >> (24 - 8 * i) & 0xffU);
        at += 12 + length;
    }
    return png;
}

} // namespace sightline::fuzz
