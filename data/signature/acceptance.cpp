#include "data/signature/acceptance.h"

#include <nlohmann/json.hpp>

#include "data/durable_file.h"
#include "data/file.h"

namespace sightline {
namespace {

namespace fs = std::filesystem;

using Json = nlohmann::ordered_json;

constexpr const char* kFile = "accepted.json";
constexpr std::uint64_t kMostBytes = 16 << 10;

tl::unexpected<Failure> refuse(const std::string& place, std::string sentence) {
    return fail(FailureKind::NotTrusted, place, std::move(sentence));
}

std::string numberOf(const SignedSnapshot& snapshot) { return "number " + std::to_string(snapshot.claims.sequence); }

Result<void> checkOrder(const SignedSnapshot& offered, const SignedSnapshot& highest, const std::string& place) {
    if (offered.epoch < highest.epoch)
        return refuse(place, "It is signed with a key of epoch " + std::to_string(offered.epoch) +
                                 ", but one of epoch " + std::to_string(highest.epoch) + " is in use since.");
    if (offered.epoch > highest.epoch) return {};
    if (offered.claims.sequence < highest.claims.sequence)
        return refuse(place, "It is older than what was shown here already: " + numberOf(offered) + " after " +
                                 numberOf(highest) + ". To go back, publish the old content again.");
    if (offered.claims.sequence == highest.claims.sequence)
        return refuse(place, "It has the number of a snapshot that was shown here already, " + numberOf(highest) +
                                 ", but is another one.");
    return {};
}

std::optional<SignedSnapshot> parse(const std::string& text) {
    const Json content = Json::parse(text, nullptr, false);
    const auto number = [&](const char* name) {
        const auto found = content.find(name);
        return found != content.end() && found->is_number_integer() ? found->get<std::int64_t>() : -1;
    };
    const auto word = [&](const char* name) {
        const auto found = content.find(name);
        return found != content.end() && found->is_string() ? found->get<std::string>() : std::string();
    };
    if (!content.is_object() || number("format") != 1) return std::nullopt;
    SignedSnapshot highest{.epoch = static_cast<int>(number("epoch")), .claims = {}, .digest = word("digest")};
    // What was accepted passed parseClaims, and so has to pass again.
    const auto claims = parseClaims(word("signed"), "");
    if (!claims || highest.epoch < 1 || highest.digest.empty()) return std::nullopt;
    highest.claims = *claims;
    return highest;
}

} // namespace

Result<void> mayBeShown(const SignedSnapshot& offered, const Standing& standing, const std::string& place) {
    const Claims& claims = offered.claims;
    const bool another = standing.highest && !standing.site.empty() && standing.highest->claims.site != standing.site;
    const auto highest = another ? std::nullopt : standing.highest; // set to another site, the wall starts afresh
    const std::string site = !standing.site.empty() ? standing.site : highest ? highest->claims.site : claims.site;
    if (claims.site != site)
        return refuse(place, "It is of the site " + claims.site + "; this wall shows " + site + ".");
    if (highest && offered == *highest) return {};
    if (claims.created > standing.now + kClockTolerance)
        return refuse(place, "It was made more than a day in the future, by this machine's clock.");
    if (highest)
        if (auto later = checkOrder(offered, *highest, place); !later) return later;
    const bool goesOn = highest && offered.epoch == highest->epoch;
    if (claims.sequence - (goesOn ? highest->claims.sequence : 0) > kLongestJump)
        return refuse(place, "Its number, " + std::to_string(claims.sequence) +
                                 ", is too far ahead to be the next publication.");
    if (highest && claims.expires <= standing.now && highest->claims.expires > standing.now)
        return refuse(place, "It has expired, and the one that is shown has not.");
    return {};
}

fs::path highestPath(const fs::path& folder) { return folder / kFile; }

Result<std::optional<SignedSnapshot>> readHighest(const fs::path& folder) {
    const fs::path file = highestPath(folder);
    std::error_code ignored;
    if (fs::symlink_status(file, ignored).type() == fs::file_type::not_found) return std::nullopt;
    const auto source = openRegular(file, kMostBytes);
    if (!source) return tl::unexpected(source.error());
    const auto text = readUpTo(source->file, kMostBytes, file.string());
    if (!text) return tl::unexpected(text.error());
    if (auto highest = parse(*text)) return highest;
    return fail(FailureKind::Damaged, file.string(),
                "What this wall has shown so far cannot be read, so nobody can tell whether a snapshot is older; an "
                "administrator may remove the file.");
}

Result<void> writeHighest(const fs::path& folder, const SignedSnapshot& highest) {
    const Json content{
        {"format", 1}, {"epoch", highest.epoch}, {"signed", commentOf(highest.claims)}, {"digest", highest.digest}};
    return writeDurably(highestPath(folder), content.dump(1) + "\n");
}

} // namespace sightline
