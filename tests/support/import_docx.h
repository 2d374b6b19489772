#pragma once

#include <algorithm>
#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "data/import/import.h"
#include "tests/support/docx_builder.h"
#include "tests/support/temp_folder.h"

namespace sightline {

/// Imports a document as `sightline import` would: from a file.
inline Result<Imported> importDocument(const docx::WordFile& document) {
    const TempFolder folder;
    return importSources({folder.write("checklist.docx", document.bytes())});
}

/// The same for one that must be fine; every paragraph of it must be accounted for.
inline Imported imported(const docx::WordFile& document) {
    auto result = importDocument(document);
    if (!result) {
        ADD_FAILURE() << result.error().message();
        return {};
    }
    for (const SourceReport& source : result->report.sources) {
        EXPECT_EQ(source.paragraphs, source.inRows + source.structure + source.reported) << result->report.text();
        int entries = 0;
        for (const auto* list : {&result->report.skipped, &result->report.unclear})
            for (const ReportEntry& entry : *list) entries += entry.paragraphs;
        EXPECT_EQ(source.reported, entries) << result->report.text();
    }
    return std::move(*result);
}
inline Imported importedBody(const std::string& body) {
    docx::WordFile document;
    document.body = body;
    return imported(document);
}

/// "1: text" of every position or next step; "1: name" of every mention of evidence.
template <class Rows>
std::vector<std::string> texts(const Rows& rows) {
    std::vector<std::string> out;
    out.reserve(rows.size());
    for (const auto& row : rows) out.push_back(std::to_string(row.element) + ": " + row.text);
    return out;
}
inline std::vector<std::string> mentions(const Checklist& checklist) {
    std::vector<std::string> out;
    for (const EvidenceLink& link : checklist.links)
        out.push_back(std::to_string(link.element) + ": " +
                      checklist.evidence.at(static_cast<size_t>(link.evidence) - 1).name);
    return out;
}

/// Whether some entry of a list holds both texts, one among its words and place, one in its reason.
inline bool reports(const std::vector<ReportEntry>& list, const std::string& text, const std::string& why) {
    return std::ranges::any_of(list, [&](const ReportEntry& entry) {
        return (entry.text + "|" + entry.place).find(text) != std::string::npos &&
               entry.why.find(why) != std::string::npos;
    });
}

} // namespace sightline
