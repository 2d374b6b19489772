#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace sightline::testing_support {

/// What an archive says of one of its files. Nothing of it has to be true.
struct ZipClaim {
    std::string name;
    std::uint32_t at = 0; ///< where its local header stands
    std::uint16_t method = 8;
    std::uint32_t packed = 0; ///< bytes
    std::uint32_t size = 0;   ///< bytes, unpacked
    std::uint32_t crc = 0;
    std::string extra = {}; ///< further fields, as they stand in the directory
};

/// Bytes as deflate packs them, without zlib's head and checksum.
std::string deflated(std::string_view bytes);

/// Sizes of 64 bits, as an extra field has them (APPNOTE.TXT 4.5.3).
std::string zip64Sizes(std::uint64_t size, std::uint64_t packed);

/// A zip archive that is written by hand, record by record (APPNOTE.TXT 4.3), so that it can lie.
class RawZip {
public:
    /// A local header with its data. Gives a claim that is true.
    ZipClaim store(const std::string& name, std::string_view bytes);
    /// The same without packing, which takes hardly any time.
    ZipClaim keep(const std::string& name, std::string_view bytes);
    /// The same for data that are packed already.
    ZipClaim put(const ZipClaim& claim, std::string_view packed);
    /// One more entry of the directory.
    void list(const ZipClaim& claim);
    /// The directory and its end, which may give another number of entries than there are; with the records of 64 bits
    /// where `zip64` is true.
    [[nodiscard]] std::string finish(std::optional<std::uint64_t> entries = std::nullopt, bool zip64 = false) const;

private:
    std::string bytes_;
    std::string directory_;
    std::uint64_t listed_ = 0;
};

} // namespace sightline::testing_support
