#pragma once

#include <string>

#include "data/failure.h"
#include "data/model.h"

namespace sightline {

/// Every rule of assets/schema.sql and data/limits.h about what a checklist may say: lengths, characters, dates, ids
/// that are used once and point at rows that exist, the opinion scale, the three lines, elements 1 to 6, links, numbers
/// of rows. Importers, publishing and the wall ask the same function, so none accepts what another refuses.
///
/// The failure's place is "<file>, table evidence, row 12, column link" (without the file where `file` is empty); its
/// kind is BadContent, or TooLarge for numbers of rows. The first broken rule is given, in the order of the tables.
Result<void> checkContent(const Checklist& checklist, const std::string& file = {});

/// The rules for what a file says of itself: format, sequence 0 to 2^53, a time 'YYYY-MM-DDTHH:MM:SSZ', a generator.
Result<void> checkMeta(const Meta& meta, const std::string& file = {});

} // namespace sightline
