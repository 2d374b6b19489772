#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "data/failure.h"

namespace sightline {

/// Digits of a PIN. The lock-out, not the length, is what keeps a guesser out (design note S6): six are enough.
inline constexpr std::size_t kLeastPinDigits = 6;
inline constexpr std::size_t kMostPinDigits = 12;

/// What is wrong with a PIN that somebody chooses, one sentence that does not repeat it; nothing: it will do. Digits
/// only, as the panel has no other keys, and none of the first a stranger would try: all alike, counted up or down, or
/// one to three digits over and over.
std::optional<std::string> pinProblem(std::string_view pin);

/// Whether a text is what hashPin makes. Its cost is checked too: one that asks for more memory or time than ours could
/// bring a wall down.
bool isPinHash(const std::string& text);

/// argon2id by libsodium (crypto_pwhash_str): MODERATE (256 MiB, 3 passes) where this machine has the memory, else
/// INTERACTIVE (64 MiB, 2 passes). Takes up to a second. Failure (Internal): there is not enough memory for either.
Result<std::string> hashPin(std::string_view pin);

enum class PinMatch { Right, Wrong, NoMemory };
/// Takes as long as hashPin did.
PinMatch matchPin(const std::string& hash, std::string_view pin);

/// Overwrites digits in memory before they are given up.
void wipe(std::string& digits);

} // namespace sightline
