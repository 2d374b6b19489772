#include "data/seal.h"

#include <algorithm>

namespace sightline {
namespace {

constexpr std::string_view kMagic("Sightline seal\n\0", 16);
constexpr size_t kDigestAt = kMagic.size() + 4;

std::string bigEndian(std::uint32_t number) {
    std::string bytes(4, '\0');
    for (size_t i = 0; i < 4; ++i) bytes[i] = static_cast<char>(number >> (24 - 8 * i) & 0xffU);
    return bytes;
}

} // namespace

std::string makeSeal(const Digest512& digest) {
    std::string page(kMagic);
    page += bigEndian(kSealFormat);
    page.append(digest.begin(), digest.end());
    page.resize(kSealBytes, '\0');
    return page;
}

bool looksLikeSeal(std::string_view page) { return page.size() == kSealBytes && page.starts_with(kMagic); }

std::string digestInSeal(std::string_view page) {
    if (!looksLikeSeal(page)) return {};
    Digest512 digest{};
    std::ranges::copy(page.substr(kDigestAt, digest.size()), digest.begin());
    return hexadecimal(digest);
}

Result<void> checkSeal(std::string_view page, const Digest512& digest, const std::string& place) {
    if (!looksLikeSeal(page))
        return fail(FailureKind::Damaged, place, "The seal at the end of the file is missing or damaged.");
    if (page.substr(kMagic.size(), 4) != bigEndian(kSealFormat))
        return fail(FailureKind::WrongVersion, place,
                    "The seal at the end of the file is of a format this program does not know.");
    if (page != makeSeal(digest))
        return fail(FailureKind::Damaged, place,
                    "The content does not match the seal: the file was changed or damaged after it was published.");
    return {};
}

} // namespace sightline
