#pragma once

#include <string>

namespace sightline {

/// One remark about one place in a source.
struct ReportEntry {
    std::string place;  ///< "checklist.docx, table 1, row 3, Evidence, paragraph 2"
    std::string text;   ///< the words that stand there, in full; empty where the remark is about the whole
    std::string why;    ///< one sentence or half-sentence for an officer, without a full stop
    int paragraphs = 0; ///< paragraphs (Word) or rows (CSV) of the source that this entry accounts for
    bool operator==(const ReportEntry&) const = default;
};

} // namespace sightline
