#include "data/digest.h"

#include <cassert>
#include <cstdlib>

#include <sodium.h>

namespace sightline {
namespace {

// Hands libsodium the bytes as it wants them: aliasing as unsigned char is what that type is for.
const unsigned char* octets(std::string_view bytes) { return reinterpret_cast<const unsigned char*>(bytes.data()); }

} // namespace

template <size_t Bytes>
struct Blake2b<Bytes>::State {
    crypto_generichash_state hash;
};

template <size_t Bytes>
Blake2b<Bytes>::Blake2b() : state(std::make_unique<State>()) {
    // Safe to repeat and from any thread; without it the portable, slower code would run.
    if (sodium_init() < 0) std::abort();
    crypto_generichash_init(&state->hash, nullptr, 0, Bytes);
}

template <size_t Bytes>
Blake2b<Bytes>::~Blake2b() = default;
template <size_t Bytes>
Blake2b<Bytes>::Blake2b(Blake2b&&) noexcept = default;
template <size_t Bytes>
Blake2b<Bytes>& Blake2b<Bytes>::operator=(Blake2b&&) noexcept = default;

template <size_t Bytes>
void Blake2b<Bytes>::add(std::string_view bytes) {
    assert(state);
    crypto_generichash_update(&state->hash, octets(bytes), bytes.size());
}

template <size_t Bytes>
std::array<std::uint8_t, Bytes> Blake2b<Bytes>::finish() {
    assert(state);
    std::array<std::uint8_t, Bytes> digest{};
    crypto_generichash_final(&state->hash, digest.data(), digest.size());
    state.reset();
    return digest;
}

template class Blake2b<32>;
template class Blake2b<64>;

std::string hexadecimal(std::span<const std::uint8_t> bytes) {
    std::string text(bytes.size() * 2 + 1, '\0');
    sodium_bin2hex(text.data(), text.size(), bytes.data(), bytes.size());
    text.pop_back();
    return text;
}

} // namespace sightline
