#pragma once

#include <string>

#include "data/date.h"
#include "data/import/report.h"
#include "data/model.h"

namespace sightline {

/// Chooses between what a document and the register say of one row, and reports where they differ.
class MergeChoice {
public:
    /// `place`: of the row in the register; `row`: its words.
    MergeChoice(ImportReport& report, std::string place, std::string row)
        : report_(report), place_(std::move(place)), row_(std::move(row)) {}

    /// The register's, unless it is empty.
    [[nodiscard]] std::string text(const char* what, const std::string& document, const std::string& known);
    [[nodiscard]] PartialDate date(const char* what, const PartialDate& document, const PartialDate& known);
    /// The later of the two.
    [[nodiscard]] PartialDate later(const char* what, const PartialDate& document, const PartialDate& known);
    void differ(const char* what, const std::string& document, const std::string& known, const char* taken);

private:
    ImportReport& report_;
    std::string place_;
    std::string row_;
};

/// "checklist.docx, table 1, row 3": the place of a row with its document's name.
std::string placeInWords(const Checklist& checklist, const Place& place);

/// Adds the entries of another report.
void append(ImportReport& report, ImportReport other);

} // namespace sightline
