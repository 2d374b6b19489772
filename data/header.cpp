#include "data/header.h"

#include "data/seal.h"

namespace sightline {
namespace {

constexpr std::string_view kMagic("SQLite format 3\0", 16);

std::uint32_t number(std::string_view header, size_t at) {
    std::uint32_t value = 0;
    for (size_t i = 0; i < 4; ++i) value = value << 8 | static_cast<unsigned char>(header[at + i]);
    return value;
}

// The header fields that are the same in every file that VACUUM INTO writes for this schema.
bool isAsPublished(std::string_view header) {
    constexpr std::string_view kPageSizeToFractions("\x10\x00\x01\x01\x00\x40\x20\x20", 8); // offsets 16 to 23
    constexpr size_t kReservedAt = 72;
    constexpr size_t kReservedBytes = 20;
    return header.substr(16, 8) == kPageSizeToFractions          //
           && number(header, 24) == number(header, 92)           // the page count is to be believed
           && number(header, 32) == 0 && number(header, 36) == 0 // no free pages
           && number(header, 44) == 4                            // schema format
           && number(header, 52) == 0                            // no automatic vacuum
           && number(header, 56) == 1                            // UTF-8
           && number(header, 64) == 0                            // no incremental vacuum
           && header.substr(kReservedAt, kReservedBytes) == std::string(kReservedBytes, '\0');
}

} // namespace

Result<void> checkHeader(std::string_view header, std::uint64_t fileBytes, const std::string& place) {
    if (fileBytes == 0) return fail(FailureKind::Damaged, place, "The file is empty.");
    if (!header.starts_with(kMagic)) return fail(FailureKind::Foreign, place, "This is not a Sightline snapshot.");
    if (header.size() < kHeaderBytes) return fail(FailureKind::Damaged, place, "The file is cut short.");
    if (number(header, 68) != kApplicationId)
        return fail(FailureKind::Foreign, place, "This is a SQLite database, but not a Sightline snapshot.");
    if (const std::uint32_t format = number(header, 60); format != kFormat)
        return fail(FailureKind::WrongVersion, place,
                    "This snapshot is of format " + std::to_string(format) + "; this program reads format " +
                        std::to_string(kFormat) + (format < kFormat ? ". Make it again from its documents." : "."));
    const std::uint64_t databaseBytes = std::uint64_t{number(header, 28)} * kPageBytes;
    if (fileBytes == databaseBytes)
        return fail(FailureKind::Damaged, place,
                    "The file has no seal: it was cut short, or it is a database that was not published yet.");
    if (fileBytes != databaseBytes + kSealBytes)
        return fail(FailureKind::Damaged, place,
                    "The file has " + std::to_string(fileBytes) + " bytes, but its header speaks of " +
                        std::to_string(databaseBytes + kSealBytes) + ": it was cut short or damaged.");
    if (!isAsPublished(header)) return fail(FailureKind::Damaged, place, "The header of the file is damaged.");
    return {};
}

} // namespace sightline
