#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "data/failure.h"
#include "data/import/import.h"

namespace sightline {

/// What an import gave, as bytes for another process. A report's part on pages is not among them: pages are made
/// later.
std::string bytesOf(const Result<Imported>& imported);

/// Reads that, from a process that a hostile document may have taken over: every length, number, date and enumerator is
/// checked, so that what comes out is typed values and nothing more. Whether they make a checklist is for publish to
/// say, as with every other. Nothing: these are no such bytes.
std::optional<Result<Imported>> importedFrom(std::string_view bytes);

} // namespace sightline
