#include "data/pin.h"

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstdint>

#include <sodium.h>
#include <unistd.h>

namespace sightline {

namespace {

/// Physical memory from which 256 MiB for half a second do no harm.
constexpr std::uint64_t kRoomyBytes = 1536ULL << 20;

std::uint64_t physicalBytes() {
    const long pages = ::sysconf(_SC_PHYS_PAGES);
    const long size = ::sysconf(_SC_PAGE_SIZE);
    return pages > 0 && size > 0 ? static_cast<std::uint64_t>(pages) * static_cast<std::uint64_t>(size) : 0;
}

/// Every digit is the one before it plus `step`.
bool counts(std::string_view pin, int step) {
    for (std::size_t i = 1; i < pin.size(); ++i)
        if ((pin[i] - pin[i - 1] - step) % 10 != 0) return false;
    return true;
}

/// The first `period` digits over and over.
bool repeats(std::string_view pin, std::size_t period) {
    for (std::size_t i = period; i < pin.size(); ++i)
        if (pin[i] != pin[i - period]) return false;
    return true;
}

bool hasCost(const std::string& hash, unsigned long long passes, std::size_t bytes) {
    return crypto_pwhash_str_needs_rehash(hash.c_str(), passes, bytes) == 0;
}

bool hashWith(std::array<char, crypto_pwhash_STRBYTES>& into, std::string_view pin, unsigned long long passes,
              std::size_t bytes) {
    return crypto_pwhash_str(into.data(), pin.data(), pin.size(), passes, bytes) == 0;
}

} // namespace

std::optional<std::string> pinProblem(std::string_view pin) {
    const auto digit = [](char c) { return c >= '0' && c <= '9'; };
    if (!std::ranges::all_of(pin, digit))
        return "A PIN is made of digits alone, as the keys on the panel have nothing else.";
    if (pin.size() < kLeastPinDigits || pin.size() > kMostPinDigits)
        return "A PIN has " + std::to_string(kLeastPinDigits) + " to " + std::to_string(kMostPinDigits) + " digits.";
    if (repeats(pin, 1)) return "All digits are the same; that is the first PIN anybody tries.";
    if (counts(pin, 1) || counts(pin, -1)) return "The digits count up or down; choose some that do not.";
    if (repeats(pin, 2) || repeats(pin, 3)) return "The same digits come over and over; choose some that do not.";
    return std::nullopt;
}

bool isPinHash(const std::string& text) {
    if (::sodium_init() < 0) return false;
    if (!text.starts_with(crypto_pwhash_argon2id_STRPREFIX) || text.size() >= crypto_pwhash_STRBYTES) return false;
    constexpr std::size_t kDigest = 43; // 32 bytes in base 64; libsodium reads over what follows them
    if (text.size() - text.rfind('$') - 1 != kDigest) return false;
    return hasCost(text, crypto_pwhash_OPSLIMIT_MODERATE, crypto_pwhash_MEMLIMIT_MODERATE) ||
           hasCost(text, crypto_pwhash_OPSLIMIT_INTERACTIVE, crypto_pwhash_MEMLIMIT_INTERACTIVE);
}

Result<std::string> hashPin(std::string_view pin) {
    if (::sodium_init() < 0) return fail(FailureKind::Internal, "", "libsodium cannot be used here.");
    std::array<char, crypto_pwhash_STRBYTES> hash{};
    const bool roomy = physicalBytes() >= kRoomyBytes;
    if ((roomy && hashWith(hash, pin, crypto_pwhash_OPSLIMIT_MODERATE, crypto_pwhash_MEMLIMIT_MODERATE)) ||
        hashWith(hash, pin, crypto_pwhash_OPSLIMIT_INTERACTIVE, crypto_pwhash_MEMLIMIT_INTERACTIVE))
        return std::string(hash.data());
    return fail(FailureKind::Internal, "", "There is not enough memory to protect a PIN.");
}

PinMatch matchPin(const std::string& hash, std::string_view pin) {
    if (::sodium_init() < 0) return PinMatch::Wrong;
    errno = 0;
    if (crypto_pwhash_str_verify(hash.c_str(), pin.data(), pin.size()) == 0) return PinMatch::Right;
    // libsodium says the same for a wrong password; only memory that could not be had leaves a trace.
    return errno == ENOMEM ? PinMatch::NoMemory : PinMatch::Wrong;
}

void wipe(std::string& digits) {
    sodium_memzero(digits.data(), digits.size());
    digits.clear();
}

} // namespace sightline
