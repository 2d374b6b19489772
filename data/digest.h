#pragma once

#include <array>
#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <string_view>

namespace sightline {

/// The 64 bytes of a BLAKE2b-512 digest.
using Digest512 = std::array<std::uint8_t, 64>;

/// BLAKE2b (RFC 7693, no key) over bytes as they pass. `Bytes` is the length of the digest: 32 or 64.
template <size_t Bytes>
class Blake2b {
public:
    Blake2b();
    ~Blake2b();
    Blake2b(Blake2b&&) noexcept;
    Blake2b& operator=(Blake2b&&) noexcept;

    void add(std::string_view bytes);
    /// The digest of everything added. Once only.
    [[nodiscard]] std::array<std::uint8_t, Bytes> finish();

private:
    struct State;
    std::unique_ptr<State> state;
};

extern template class Blake2b<32>;
extern template class Blake2b<64>;

/// Lower-case hexadecimal digits, two a byte.
std::string hexadecimal(std::span<const std::uint8_t> bytes);

} // namespace sightline
