#pragma once

#include <string>
#include <vector>

#include "data/import/docx_text.h"
#include "data/import/draft.h"

namespace sightline {

/// What the text around the tables gives, from the paragraphs before the checklist table and those after it:
///   title      the first heading that speaks of assurance, or else the first heading or short paragraph, without its
///   date date       the date in the title; or else a line that is a date, or a short one such as "Position as at 3
///   June 2024" authority  the council named most often ("Northmoor Council", "London Borough of Northmoor"), one from
///   the title first service    "Children's Services", where the text speaks of it culture    what stands below a
///   heading that speaks of culture or self-evaluation background everything else before the table
/// Paragraphs after the table count where a heading says what they are; the rest of them stay unread.
void readPreamble(Draft& out, int source, std::vector<DocxParagraph*>& before, std::vector<DocxParagraph*>& after,
                  const std::string& propertiesTitle, const std::vector<std::string>& cells);

} // namespace sightline
