#pragma once

#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "data/failure.h"
#include "data/model.h"

namespace sightline {

/// What a signature says of the snapshot: the trusted comment
///   sightline1<TAB>site:NAME<TAB>seq:NUMBER<TAB>created:SECONDS<TAB>expires:SECONDS<TAB>file:NAME
/// with seconds since 1970 in UTC. The snapshot's own table `meta` has to say the same.
struct Claims {
    std::string site;
    std::int64_t sequence = 0;
    std::chrono::sys_seconds created;
    std::chrono::sys_seconds expires;
    std::string file; ///< the snapshot's file name: letters, digits, dots, hyphens and underscores
    bool operator==(const Claims&) const = default;
};

/// The trusted comment.
std::string commentOf(const Claims& claims);
/// Refuses what commentOf does not write: a part that is missing, unknown or there twice, numbers of another form.
Result<Claims> parseClaims(std::string_view comment, const std::string& place);

/// What is to be signed for a snapshot with this `meta`. Fails where it never expires, or its name will not do.
Result<Claims> claimsFor(const Meta& meta, const std::string& fileName, const std::string& place);
/// The time of a text as `meta` has it; nothing where it is none.
std::optional<std::chrono::sys_seconds> timeOf(std::string_view utc);

} // namespace sightline
