#pragma once

#include <algorithm>
#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "data/export/register.h"
#include "data/import/import.h"
#include "tests/support/snapshot_files.h"
#include "tests/support/temp_folder.h"

namespace sightline {

inline constexpr const char* kCreated = "2026-06-14T09:30:00Z";

inline Result<Imported> importBytes(const std::string& bytes, const std::string& name = "register.xlsx") {
    const TempFolder folder;
    return importSources({folder.write(name, bytes)});
}

/// The same for one that must be fine.
inline Imported importedBytes(const std::string& bytes, const std::string& name = "register.xlsx") {
    auto result = importBytes(bytes, name);
    if (!result) {
        ADD_FAILURE() << result.error().message();
        return {};
    }
    return std::move(*result);
}

/// What a register carries of a checklist: all but where rows came from, and the documents' pages.
inline Checklist contentOf(Checklist list) {
    list.sources.clear();
    list.documents.clear();
    list.place = {};
    const auto forget = [](auto& rows) {
        for (auto& row : rows) row.place = {};
    };
    forget(list.roleHolders);
    forget(list.culture);
    forget(list.background);
    forget(list.elements);
    forget(list.positions);
    forget(list.evidence);
    forget(list.links);
    forget(list.actions);
    for (Evidence& item : list.evidence) item.document = 0;
    return list;
}

/// Compares table by table, so that a difference is said where it is.
inline void expectSameContent(const Checklist& got, const Checklist& wanted) {
    const Checklist a = contentOf(got);
    const Checklist b = contentOf(wanted);
    EXPECT_EQ(a.title, b.title);
    EXPECT_EQ(a.authority, b.authority);
    EXPECT_EQ(a.positionDate, b.positionDate);
    const auto compare = [](const char* table, const auto& x, const auto& y) {
        EXPECT_EQ(x.size(), y.size()) << table;
        for (size_t i = 0; i < std::min(x.size(), y.size()); ++i)
            if (!(x[i] == y[i])) ADD_FAILURE() << table << " row " << i + 1 << " differs";
    };
    compare("role holders", a.roleHolders, b.roleHolders);
    compare("culture", a.culture, b.culture);
    compare("background", a.background, b.background);
    compare("scale", a.scale, b.scale);
    compare("lines", a.lines, b.lines);
    compare("kinds", a.kinds, b.kinds);
    compare("elements", a.elements, b.elements);
    compare("positions", a.positions, b.positions);
    compare("evidence", a.evidence, b.evidence);
    compare("links", a.links, b.links);
    compare("actions", a.actions, b.actions);
    EXPECT_EQ(a, b);
}

/// A checklist that says everything in the most awkward way that a snapshot allows.
inline Checklist awkwardChecklist() {
    Checklist list = exampleChecklist();
    list.title = "=1+1";
    list.authority = "  Two  spaces  and one behind ";
    list.service = "+44";
    list.approvedBy = "@SUM(A1)";
    list.positionDate = {1905, 7, 16};
    list.approvedOn = {1900, 1, 1};
    list.reviewDue = {2199, 12, 31};
    list.culture = {{7, "-2+3\n\nan empty line before\n  three lines", {}}, {9, "_x0041_ is no A, nor _x000D_", {}}};
    list.lines[1].word = list.lines[0].word;
    list.scale[0].word = "limited"; // beside "Limited"
    list.kinds = {{3, "minutes"}, {2'000'000'000, "Minutes"}};
    list.elements[0].title = "\xEF\xBC\x9D"
                             "1+1"; // full-width equals sign
    list.elements[1].opinionReason = "\u00A0no-break space and soft\u00ADhyphen, \U0001F600 and \u4E2D\u6587";
    list.elements[2].opinionDate = {2024, 2, 0};
    list.positions[0].text = std::string(20'000, 'x');
    list.positions[1].text = "<b>&amp; \"quotes\" 'apostrophes'";
    list.evidence[0].covers = {1909, 12, 31};
    list.evidence[1].covers = {1910, 1, 1};
    list.evidence[2].covers = {1999, 0, 0};
    list.evidence[3].covers = {2199, 11, 0};
    list.evidence[2].name = "'apostrophe";
    list.evidence[3].name = "2024-06";
    list.evidence[3].marking = "TRUE";
    list.evidence[1].organisation = "1234";
    list.evidence[1].detail = "a\nb\nc";
    for (Evidence& item : list.evidence) item.kind = item.kind == 0 ? 0 : 3;
    list.evidence[2].kind = 2'000'000'000;
    list.evidence[3].file = "=HYPERLINK(\"x\").pdf";
    list.actions[0].owner = "-";
    list.actions[1].text = "50%";
    list.actions[2].text = "1/2";
    list.links = {{1, 1, 10, {}}, {2, 1, 20, {}}, {3, 1, 20, {}}, {5, 6, 900'000'000, {}}};
    std::ranges::sort(list.kinds, {}, &EvidenceKind::id);
    return list;
}

} // namespace sightline
