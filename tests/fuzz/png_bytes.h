#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace sightline::fuzz {

/// A PNG with the checksums of all its chunks put right, as far as it has chunks.
std::string withChecksums(std::string png);

/// Four bytes, most significant first; 0 where there are none.
std::uint32_t numberAt(std::string_view bytes, std::size_t at);

} // namespace sightline::fuzz
