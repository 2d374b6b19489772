#pragma once

#include <span>
#include <string>
#include <string_view>

#include "data/model.h"

namespace sightline {

/// What the cells of a column of the register hold.
enum class CellUse {
    Id,     ///< the row's number, which the program gives
    Text,   ///< one line
    Lines,  ///< several lines; a new line is a sub-point
    Number, ///< a whole number
    Date,   ///< a day as a date, a month or a year as text
    Tick,   ///< empty, or the place of the evidence within the element
};

struct RegisterColumn {
    std::string_view header;
    CellUse use;
    double width;          ///< characters
    bool required = false; ///< without the column, its sheet cannot be read
    std::string_view help; ///< what belongs there, in one sentence; empty where the header says it
};

/// A sheet of the register workbook: one table with a header row.
struct RegisterSheet {
    std::string_view name;
    std::string_view about; ///< what one row is, in one sentence
    std::span<const RegisterColumn> columns;
};

/// The sheets that hold the checklist, in their order. The sheet "Read me" stands before them and holds nothing.
std::span<const RegisterSheet> registerSheets();
const RegisterSheet& registerSheet(std::string_view name);
inline constexpr std::string_view kReadMeSheet = "Read me";

namespace sheet {
inline constexpr std::string_view kAbout = "About";
inline constexpr std::string_view kElements = "Elements";
inline constexpr std::string_view kPositions = "Positions";
inline constexpr std::string_view kEvidence = "Evidence";
inline constexpr std::string_view kActions = "Actions";
inline constexpr std::string_view kScale = "Scale";
} // namespace sheet

namespace column {
inline constexpr std::string_view kId = "Id";
inline constexpr std::string_view kElement = "Element";
inline constexpr std::string_view kText = "Text";
// About
inline constexpr std::string_view kWhat = "What";
inline constexpr std::string_view kValue = "Value";
inline constexpr std::string_view kRole = "Statutory role";
inline constexpr std::string_view kAbbreviation = "Abbreviation";
// Elements
inline constexpr std::string_view kTitle = "Title";
inline constexpr std::string_view kStatement = "Statement";
inline constexpr std::string_view kOpinion = "Opinion";
inline constexpr std::string_view kReason = "Reason";
inline constexpr std::string_view kOpinionDate = "Opinion date";
inline constexpr std::string_view kOpinionBy = "Given by";
// Evidence
inline constexpr std::string_view kName = "Name";
inline constexpr std::string_view kDetail = "Detail";
inline constexpr std::string_view kLine = "Line";
inline constexpr std::string_view kKind = "Kind";
inline constexpr std::string_view kOrganisation = "Organisation";
inline constexpr std::string_view kCovers = "Date covered";
inline constexpr std::string_view kReviewDue = "Review due";
inline constexpr std::string_view kLink = "Link";
inline constexpr std::string_view kMarking = "Marking";
inline constexpr std::string_view kFile = "File";
// Actions
inline constexpr std::string_view kOwner = "Owner";
inline constexpr std::string_view kDue = "Due";
inline constexpr std::string_view kStatus = "Status";
inline constexpr std::string_view kCompleted = "Completed";
// Scale: lists that stand beside each other
inline constexpr std::string_view kOpinionId = "Opinion id";
inline constexpr std::string_view kRank = "Rank";
inline constexpr std::string_view kColour = "Colour";
inline constexpr std::string_view kShape = "Shape";
inline constexpr std::string_view kDefinition = "Definition";
inline constexpr std::string_view kLineId = "Line id";
inline constexpr std::string_view kStaleAfter = "Stale after months";
inline constexpr std::string_view kKindId = "Kind id";
} // namespace column

/// The words of the column What on the sheet About.
namespace fact {
inline constexpr std::string_view kTitle = "Title";
inline constexpr std::string_view kCouncil = "Council";
inline constexpr std::string_view kService = "Service";
inline constexpr std::string_view kPositionDate = "Position date";
inline constexpr std::string_view kReviewDue = "Review due";
inline constexpr std::string_view kApprovedBy = "Approved by";
inline constexpr std::string_view kApprovedOn = "Approved on";
inline constexpr std::string_view kRoleHolder = "Role holder";
inline constexpr std::string_view kCulture = "Culture";
inline constexpr std::string_view kBackground = "Background";
} // namespace fact

/// The number of the element that a tick column of the sheet Evidence speaks of ("Element 3", whatever follows); 0 for
/// any other header.
int tickedElement(std::string_view header);

/// What stands behind the word of a line of assurance that was guessed.
inline constexpr std::string_view kGuessed = " (guessed)";

/// What a line of assurance is called in the register: its word, and where another line has the same word, its number.
std::string lineLabel(const std::vector<AssuranceLine>& lines, Line line);

} // namespace sightline
