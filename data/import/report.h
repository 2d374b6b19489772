#pragma once

#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "data/import/pages_report.h"
#include "data/import/report_entry.h"

namespace sightline {

/// What one source gave. Every paragraph that holds text is in exactly one of `inRows`, `structure` and `reported`, so
/// their sum is `paragraphs`: nothing is dropped silently.
struct SourceReport {
    std::string name;                                ///< file name without folders
    std::string kind;                                ///< "docx", "workbook", "csv" or "sample"
    std::vector<std::pair<std::string, int>> counts; ///< rows by schema table: {"element", 6}, {"position", 27}, ...
    int paragraphs = 0;                              ///< paragraphs (Word) or rows (CSV) that hold text
    int inRows = 0;                                  ///< of those, in a row of the snapshot
    int structure = 0;                               ///< of those, headings and header rows
    int reported = 0;                                ///< of those, only in this report
    bool operator==(const SourceReport&) const = default;
};

/// What an import did with what it was given.
struct ImportReport {
    std::vector<SourceReport> sources;
    std::vector<ReportEntry> unclear;    ///< needs a person: left out or left empty rather than guessed
    std::vector<ReportEntry> skipped;    ///< not in the snapshot, and why
    std::vector<ReportEntry> guessed;    ///< lines of assurance, by keyword, until an officer confirms them
    std::vector<ReportEntry> recognised; ///< dates, title, authority, headings, header rows
    std::vector<ReportEntry> merged;     ///< evidence named more than once
    std::optional<PagesReport> pages;    ///< of evidence; nothing: none were looked for and none were kept

    // Where documents and a register were read together.
    std::vector<ReportEntry> contradicted;    ///< both say something, and not the same
    std::vector<ReportEntry> onlyInRegister;  ///< rows of the register that no document has; they are kept
    std::vector<ReportEntry> onlyInDocuments; ///< rows that the register does not have
    std::vector<ReportEntry> reworded;        ///< rows taken as the same although their words differ
    std::vector<ReportEntry> matched;         ///< rows that both have

    /// For standard output: plain English for somebody who knows Word and Excel. Ends in a line feed.
    [[nodiscard]] std::string text() const;
    /// The same for programs. One object: "sources", then one array for each list above, then "pages"
    /// where there are any; UTF-8, indented.
    [[nodiscard]] std::string json() const;

    bool operator==(const ImportReport&) const = default;
};

} // namespace sightline
