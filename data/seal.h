#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "data/digest.h"
#include "data/failure.h"

namespace sightline {

/// The seal is one page after SQLite's last one: SQLite never looks past its own page count, so the file stays one
/// file that any SQLite tool opens. Layout: 16 bytes "Sightline seal\n\0"; the format number, 4 bytes, big-endian; the
/// BLAKE2b-512 of everything before the seal, 64 bytes; zeros. It tells a damaged file from a whole one before SQLite
/// reads a byte: SQLite's own integrity_check does not see a changed digit in a row. It is no signature.
constexpr size_t kSealBytes = 4'096;

/// The only format so far.
constexpr std::uint32_t kSealFormat = 1;

/// The page for a file whose bytes so far have this digest.
std::string makeSeal(const Digest512& digest);

/// Whether a page begins as a seal does.
bool looksLikeSeal(std::string_view page);

/// The digest that a seal speaks of, in hexadecimal; empty where the page does not begin as one.
std::string digestInSeal(std::string_view page);

/// Refuses a page that is no seal, is of an unknown format, or speaks of other bytes. `place` names the file.
Result<void> checkSeal(std::string_view page, const Digest512& digest, const std::string& place);

} // namespace sightline
