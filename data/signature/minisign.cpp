#include "data/signature/minisign.h"

#include <algorithm>
#include <cassert>
#include <optional>
#include <ranges>
#include <span>
#include <vector>

#include <sodium.h>

#include "data/text_rules.h"

namespace sightline {
namespace {

constexpr std::string_view kUntrusted = "untrusted comment: ";
constexpr std::string_view kTrusted = "trusted comment: ";
constexpr size_t kLineBytes = 1'024; // minisign's own limit for a line (COMMENTMAXBYTES)
constexpr size_t kSignatureBytes = 74;
constexpr size_t kKeyBytes = 42;
constexpr std::string_view kAlgorithm = "Ed";       // of a key
constexpr std::string_view kHashedAlgorithm = "ED"; // of a signature of a file's BLAKE2b-512

tl::unexpected<Failure> malformed(const std::string& place, std::string sentence) {
    return fail(FailureKind::NotTrusted, place, std::move(sentence));
}

// The lines of a text that ends with a line feed; nothing where it has none at its end, or more than `most` lines.
std::optional<std::vector<std::string_view>> linesOf(std::string_view text, size_t most) {
    std::vector<std::string_view> lines;
    while (!text.empty()) {
        const size_t end = text.find('\n');
        if (end == std::string_view::npos || lines.size() == most) return std::nullopt;
        lines.push_back(text.substr(0, end));
        text.remove_prefix(end + 1);
    }
    return lines;
}

// Exactly so many bytes in canonical base64: no spaces, the padding there, no bits set beyond the last byte.
template <size_t Bytes>
std::optional<std::array<std::uint8_t, Bytes>> base64(std::string_view text) {
    std::array<std::uint8_t, Bytes> bytes{};
    size_t length = 0;
    const char* end = nullptr;
    if (sodium_base642bin(bytes.data(), bytes.size(), text.data(), text.size(), nullptr, &length, &end,
                          sodium_base64_VARIANT_ORIGINAL) != 0)
        return std::nullopt;
    if (length != Bytes || end != text.data() + text.size()) return std::nullopt;
    // libsodium 1.0.18 takes a letter whose highest bit is set for the letter without it.
    std::array<char, sodium_base64_ENCODED_LEN(Bytes, sodium_base64_VARIANT_ORIGINAL)> again{};
    sodium_bin2base64(again.data(), again.size(), bytes.data(), bytes.size(), sodium_base64_VARIANT_ORIGINAL);
    return text == again.data() ? std::optional(bytes) : std::nullopt;
}

template <size_t Bytes>
std::array<std::uint8_t, Bytes> part(std::span<const std::uint8_t> bytes, size_t at) {
    std::array<std::uint8_t, Bytes> out{};
    std::ranges::copy(bytes.subspan(at, Bytes), out.begin());
    return out;
}

bool beginsWith(std::span<const std::uint8_t> bytes, std::string_view algorithm) {
    return std::ranges::equal(bytes.first(algorithm.size()), algorithm, {},
                              [](std::uint8_t byte) { return static_cast<char>(byte); });
}

// A comment after its introduction. TAB is the one control character minisign itself puts into comments.
Result<std::string> comment(std::string_view line, std::string_view introduction, const std::string& place) {
    if (!line.starts_with(introduction))
        return malformed(place, "A line that begins with \"" + std::string(introduction) + "\" is missing.");
    std::string text(line.substr(introduction.size()));
    std::string checked = text;
    std::ranges::replace(checked, '\t', ' ');
    if (auto problem = textProblem(checked, kLineBytes, LineFeeds::Refused))
        return malformed(place, "A comment in it cannot be read: " + *problem);
    return text;
}

Result<std::vector<std::string_view>> readLines(std::string_view text, size_t count, const char* what,
                                                const std::string& place) {
    const auto lines = text.size() <= kMinisignBytes ? linesOf(text, count) : std::nullopt;
    if (!lines || lines->size() != count)
        return malformed(place,
                         std::string("This is not ") + what + ": " + std::to_string(count) + " lines are expected.");
    for (const std::string_view line : *lines)
        if (line.size() > kLineBytes) return malformed(place, "A line in it is too long.");
    return *lines;
}

} // namespace

std::string keyIdText(const KeyId& id) {
    constexpr std::string_view kDigits = "0123456789ABCDEF";
    std::string text;
    // A number of 64 bits, its lowest byte first in the file.
    for (auto byte = id.rbegin(); byte != id.rend(); ++byte) {
        text += kDigits[*byte >> 4];
        text += kDigits[*byte & 15];
    }
    return text;
}

Result<MinisignKey> parseMinisignKey(std::string_view text, const std::string& place) {
    const auto lines = readLines(text, 2, "a public key of minisign", place);
    if (!lines) return tl::unexpected(lines.error());
    if (auto untrusted = comment(lines->front(), kUntrusted, place); !untrusted)
        return tl::unexpected(untrusted.error());
    const auto bytes = base64<kKeyBytes>(lines->back());
    if (!bytes || !beginsWith(*bytes, kAlgorithm)) return malformed(place, "This is not a public key of minisign.");
    return MinisignKey{part<8>(*bytes, 2), part<32>(*bytes, 10)};
}

Result<MinisignSignature> parseMinisignSignature(std::string_view text, const std::string& place) {
    const auto lines = readLines(text, 4, "a signature of minisign", place);
    if (!lines) return tl::unexpected(lines.error());
    if (auto untrusted = comment(lines->front(), kUntrusted, place); !untrusted)
        return tl::unexpected(untrusted.error());
    const auto first = base64<kSignatureBytes>((*lines)[1]);
    if (!first) return malformed(place, "Its second line is not a signature.");
    if (beginsWith(*first, kAlgorithm))
        return malformed(place, "The signature is of minisign's old form; sign with minisign -S -H.");
    if (!beginsWith(*first, kHashedAlgorithm)) return malformed(place, "The signature is of a form not known here.");
    auto trusted = comment((*lines)[2], kTrusted, place);
    if (!trusted) return tl::unexpected(trusted.error());
    const auto second = base64<64>((*lines)[3]);
    if (!second) return malformed(place, "Its fourth line is not a signature.");
    return MinisignSignature{part<8>(*first, 2), part<64>(*first, 10), std::move(*trusted), *second};
}

bool isSignedBy(const MinisignSignature& signature, const MinisignKey& key, const Digest512& file) {
    if (signature.key != key.id) return false;
    if (crypto_sign_verify_detached(signature.signature.data(), file.data(), file.size(), key.bytes.data()) != 0)
        return false;
    std::vector<std::uint8_t> both(signature.signature.begin(), signature.signature.end());
    for (const char c : signature.trustedComment) both.push_back(static_cast<std::uint8_t>(c));
    return crypto_sign_verify_detached(signature.ofBoth.data(), both.data(), both.size(), key.bytes.data()) == 0;
}

} // namespace sightline
