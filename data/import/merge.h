#pragma once

#include "data/import/import.h"

namespace sightline {

/// Joins what Word documents say with what the register knows.
///
/// Elements match by number; evidence by name; current positions and next steps by name, or else by most of their words
/// (data/change_match.h). From the documents come the wording, the current positions, culture and background, and which
/// elements a piece of evidence is named for; from the register titles, opinions, owners, dates, statuses, lines,
/// kinds, organisations, links, markings, files, the facts about the checklist, scale and lists. Where only one of them
/// says something, that is taken. Where both do and differ, the register's is, and the report names both; of two
/// position dates it is the later one. Evidence and next steps that only the register has are kept, and so are elements
/// with all that belongs to them; current positions of other elements are not. All of this is in the report.
///
/// Evidence and next steps keep the register's ids, new ones get ids above. Current positions are numbered in the order
/// of the documents.
Imported mergeRegister(Imported documents, Imported known);

} // namespace sightline
