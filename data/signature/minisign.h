#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>

#include "data/digest.h"
#include "data/failure.h"

namespace sightline {

/// The files of minisign (https://jedisct1.github.io/minisign/, "Signature format" and "Public key format"), of which
/// only the form that signs a BLAKE2b-512 of the file is taken ("ED"; minisign's own name for the other one, "Ed", is
/// legacy). Both readers take exactly what minisign writes: its lines, each ended by a line feed, canonical base64,
/// text without control characters. Whatever else is there is a failure with a sentence; `place` names the file.

/// What minisign calls a key id: not secret and not unique by itself.
using KeyId = std::array<std::uint8_t, 8>;
/// As minisign prints it: "9A1B…", 16 hexadecimal digits.
std::string keyIdText(const KeyId& id);

/// A public key, Ed25519.
struct MinisignKey {
    KeyId id{};
    std::array<std::uint8_t, 32> bytes{};
    bool operator==(const MinisignKey&) const = default;
};

struct MinisignSignature {
    KeyId key{};
    std::array<std::uint8_t, 64> signature{}; ///< of the BLAKE2b-512 of the file
    std::string trustedComment;
    std::array<std::uint8_t, 64> ofBoth{}; ///< of `signature` and the trusted comment together
};

/// No file of minisign's is longer.
inline constexpr std::uint64_t kMinisignBytes = 16 << 10;

Result<MinisignKey> parseMinisignKey(std::string_view text, const std::string& place);
Result<MinisignSignature> parseMinisignSignature(std::string_view text, const std::string& place);

/// Whether `signature` was made with `key` for a file with this digest, and its trusted comment with it.
bool isSignedBy(const MinisignSignature& signature, const MinisignKey& key, const Digest512& file);

} // namespace sightline
