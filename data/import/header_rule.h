#pragma once

#include <string_view>

namespace sightline {

/// What a column of the checklist holds.
enum class ColumnRole { None, Number, Element, Position, Evidence, Action, Opinion, Owner, Due };

/// The role of a column by the meaning of its header: "In Dorset – current position", "What is in place", "Sources of
/// assurance", "Actions", "RAG", "By when" ... Each phrase has a weight, and the heaviest decides, so that "Action
/// owner" is an owner and "Evidence of what is in place" evidence. None for a header of more than 12 words: that is
/// content.
ColumnRole columnRole(std::string_view header);

/// "the element's number", "current position", ... for the report.
const char* roleInWords(ColumnRole role);

} // namespace sightline
