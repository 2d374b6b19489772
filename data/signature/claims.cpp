#include "data/signature/claims.h"

#include <algorithm>
#include <array>
#include <charconv>

#include "data/date.h"
#include "data/publish.h"
#include "data/site.h"

namespace sightline {
namespace {

namespace chr = std::chrono;

constexpr std::string_view kFormatName = "sightline1";
constexpr size_t kLongestName = 100;
constexpr std::int64_t kLargest = std::int64_t{1} << 53; // as in data/content_rules.cpp

tl::unexpected<Failure> wrong(const std::string& place, std::string sentence) {
    return fail(FailureKind::NotTrusted, place, std::move(sentence));
}

bool isFileName(std::string_view name) {
    const auto plain = [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '.' || c == '-' ||
               c == '_';
    };
    return !name.empty() && name.size() <= kLongestName && name.front() != '.' && std::ranges::all_of(name, plain);
}

// Written in one way only: digits, no zero before others.
std::optional<std::int64_t> wholeNumber(std::string_view text) {
    std::int64_t number = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (error != std::errc() || end != text.data() + text.size() || number < 0 || number > kLargest)
        return std::nullopt;
    return std::to_string(number) == text ? std::optional(number) : std::nullopt;
}

std::optional<chr::sys_seconds> moment(std::string_view text) {
    constexpr std::int64_t kYear2200 = 7'258'118'400; // dates end there everywhere
    const auto number = wholeNumber(text);
    if (!number || *number >= kYear2200) return std::nullopt;
    return chr::sys_seconds{chr::seconds{*number}};
}

} // namespace

std::optional<chr::sys_seconds> timeOf(std::string_view utc) {
    constexpr size_t kDate = 10;
    constexpr size_t kLength = 20;
    if (utc.size() != kLength) return std::nullopt;
    const auto date = parseIsoDate(utc.substr(0, kDate));
    if (!date || date->day == 0) return std::nullopt;
    const auto pair = [&](size_t at) { return (utc[at] - '0') * 10 + (utc[at + 1] - '0'); };
    const auto time =
        chr::sys_days{date->first()} + chr::hours{pair(11)} + chr::minutes{pair(14)} + chr::seconds{pair(17)};
    return utcTime(time) == utc ? std::optional(time) : std::nullopt;
}

std::string commentOf(const Claims& claims) {
    const auto seconds = [](chr::sys_seconds time) { return std::to_string(time.time_since_epoch().count()); };
    return std::string(kFormatName) + "\tsite:" + claims.site + "\tseq:" + std::to_string(claims.sequence) +
           "\tcreated:" + seconds(claims.created) + "\texpires:" + seconds(claims.expires) + "\tfile:" + claims.file;
}

Result<Claims> parseClaims(std::string_view comment, const std::string& place) {
    constexpr std::array<std::string_view, 6> kParts = {kFormatName, "site:", "seq:", "created:", "expires:", "file:"};
    std::array<std::string_view, kParts.size()> values;
    for (size_t i = 0; i < kParts.size(); ++i) {
        const size_t end = i + 1 < kParts.size() ? comment.find('\t') : comment.size();
        const std::string_view part = comment.substr(0, end);
        if (end == std::string_view::npos || !part.starts_with(kParts.at(i)))
            return wrong(place, i == 0
                                    ? "The signature was not made for a Sightline snapshot."
                                    : "Part " + std::to_string(i + 1) + " of its trusted comment should begin with \"" +
                                          std::string(kParts.at(i)) + "\".");
        values.at(i) = part.substr(kParts.at(i).size());
        comment.remove_prefix(std::min(end + 1, comment.size()));
    }
    const auto& [version, site, seq, created, expires, file] = values;
    const auto sequence = wholeNumber(seq);
    const auto from = moment(created);
    const auto until = moment(expires);
    if (!version.empty() || !isSiteName(site) || !sequence || !from || !until || *until <= *from || !isFileName(file))
        return wrong(place, "A value in its trusted comment is not one that sightline import --for-signing gives.");
    return Claims{std::string(site), *sequence, *from, *until, std::string(file)};
}

Result<Claims> claimsFor(const Meta& meta, const std::string& fileName, const std::string& place) {
    const auto created = timeOf(meta.created);
    const auto expires = timeOf(meta.expires);
    if (!isFileName(fileName))
        return wrong(place, "To be signed, the file needs a name of at most 100 letters, digits, dots, hyphens and "
                            "underscores.");
    if (!created || !expires)
        return wrong(place, "It says no day on which it expires, which a signature needs; import it again with "
                            "--for-signing.");
    return Claims{meta.site, meta.sequence, *created, *expires, fileName};
}

} // namespace sightline
