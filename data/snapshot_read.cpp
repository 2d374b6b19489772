#include "data/snapshot.h"

#include <algorithm>
#include <array>
#include <utility>

#include "data/content_rules.h"
#include "data/defaults.h"
#include "data/limits.h"
#include "data/page_pictures.h"
#include "data/row_reader.h"

namespace sightline {
namespace {

// Braced lists are evaluated from left to right, so each value is the next column of the table.
Statement readStatement(RowReader& row) { return {row.number(), row.text(), row.place()}; }

Opinion readOpinion(RowReader& row) {
    return {row.number(),
            row.text(),
            row.number(),
            static_cast<ColourRole>(row.word(kColourRoles)),
            static_cast<Shape>(row.word(kShapes)),
            row.text()};
}

Element readElement(RowReader& row) {
    return {row.number(), row.text(), row.text(), row.number(), row.text(), row.date(), row.text(), row.place()};
}

Evidence readEvidence(RowReader& row) {
    return {row.number(), row.text(),   row.text(), static_cast<Line>(row.number()),
            row.flag(),   row.number(), row.text(), row.date(),
            row.date(),   row.text(),   row.text(), row.text(),
            row.number(), row.place()};
}

Document readDocument(RowReader& row) { return {row.number(), row.text(), row.text(), row.integer(), row.text(), {}}; }

/// A page, and whose it is.
struct PageRow {
    int document = 0;
    DocumentPage page;
};

PageRow readPage(RowReader& row) {
    PageRow read{row.number(), {row.number(), row.number(), row.number(), row.text(), row.text()}};
    const std::string_view picture = row.bytes();
    if (row.failure()) return read;
    if (auto problem = pictureProblem(picture, read.page)) row.reject(std::move(*problem));
    return read;
}

Action readAction(RowReader& row) {
    return {row.number(), row.number(), row.text(),
            row.text(),   row.date(),   static_cast<ActionStatus>(row.word(kStatuses, 0)),
            row.date(),   row.place()};
}

// The columns of the table checklist, one row.
Checklist readHead(RowReader& row) {
    Checklist head;
    row.number();
    head.title = row.text();
    head.authority = row.text();
    head.service = row.text();
    head.positionDate = row.date();
    head.reviewDue = row.date();
    head.approvedBy = row.text();
    head.approvedOn = row.date();
    head.place = row.place();
    return head;
}

/// Reads table after table into a checklist, until one fails.
class Reading {
public:
    Reading(const Database& from, const Survey& known) : database(from), survey(known) {}

    template <class Value, class Read, class Order>
    Reading& table(const char* name, std::vector<Value>& into, size_t most, Read read, Order order) {
        if (!outcome) return *this;
        auto rows = readRows<Value>(database, survey, contentTable(name), most, read);
        if (rows) {
            into = std::move(*rows);
            std::ranges::stable_sort(into, {}, order);
        } else {
            outcome = tl::unexpected(rows.error());
        }
        return *this;
    }

    Result<void> outcome;

private:
    const Database& database;
    const Survey& survey;
};

Result<Checklist> readChecklistRow(const Database& database, const Survey& survey) {
    auto rows = readRows<Checklist>(database, survey, contentTable("checklist"), 1, readHead);
    if (!rows) return tl::unexpected(rows.error());
    if (rows->empty())
        return fail(FailureKind::BadContent, database.place() + ", table checklist",
                    "The table has no row; it needs one.");
    return std::move(rows->front());
}

Result<void> readSmallTables(const Database& database, const Survey& survey, Checklist& list) {
    return Reading(database, survey)
        .table(
            "source", list.sources, limits::kSources,
            [](RowReader& row) {
                return SourceDocument{row.number(), row.text(), row.text(), row.text(), row.integer()};
            },
            &SourceDocument::id)
        .table(
            "role_holder", list.roleHolders, limits::kRoleHolders,
            [](RowReader& row) {
                return RoleHolder{row.number(), row.text(), row.text(), row.text(), row.place()};
            },
            &RoleHolder::id)
        .table("culture", list.culture, limits::kStatements, readStatement, &Statement::id)
        .table("background", list.background, limits::kStatements, readStatement, &Statement::id)
        .table("opinion", list.scale, limits::kScale, readOpinion, &Opinion::rank)
        .table(
            "line", list.lines, 3,
            [](RowReader& row) {
                return AssuranceLine{static_cast<Line>(row.number()), row.text(), row.number()};
            },
            &AssuranceLine::id)
        .table(
            "kind", list.kinds, limits::kKinds,
            [](RowReader& row) {
                return EvidenceKind{row.number(), row.text()};
            },
            &EvidenceKind::id)
        .outcome;
}

Result<void> readDocuments(const Database& database, const Survey& survey, Checklist& list) {
    std::vector<PageRow> pages;
    auto read = Reading(database, survey)
                    .table("document", list.documents, limits::kDocuments, readDocument, &Document::id)
                    .table("page", pages, limits::kPages, readPage,
                           [](const PageRow& row) { return std::pair(row.document, row.page.number); })
                    .outcome;
    for (PageRow& row : pages) {
        const auto document = std::ranges::lower_bound(list.documents, row.document, {}, &Document::id);
        if (document == list.documents.end() || document->id != row.document)
            return fail(FailureKind::BadContent,
                        database.place() + ", table page, document " + std::to_string(row.document),
                        "There is no such document.");
        document->pages.push_back(std::move(row.page));
    }
    return read;
}

Result<void> readLargeTables(const Database& database, const Survey& survey, Checklist& list) {
    const auto mentionOrder = [](const EvidenceLink& link) {
        return std::tuple(link.element, link.seat, link.evidence);
    };
    return Reading(database, survey)
        .table("element", list.elements, limits::kElements, readElement, &Element::number)
        .table(
            "position", list.positions, limits::kPositions,
            [](RowReader& row) {
                return Position{row.number(), row.number(), row.text(), row.place()};
            },
            &Position::id)
        .table("evidence", list.evidence, limits::kEvidence, readEvidence, &Evidence::id)
        .table(
            "evidence_element", list.links, limits::kMentions,
            [](RowReader& row) {
                return EvidenceLink{row.number(), row.number(), row.number(), row.place()};
            },
            mentionOrder)
        .table("action", list.actions, limits::kActions, readAction, &Action::id)
        .outcome;
}

Result<Checklist> readChecklist(const Database& database, const Survey& survey) {
    auto list = readChecklistRow(database, survey);
    if (!list) return list;
    if (auto read = readSmallTables(database, survey, *list); !read) return tl::unexpected(read.error());
    if (auto read = readDocuments(database, survey, *list); !read) return tl::unexpected(read.error());
    if (auto read = readLargeTables(database, survey, *list); !read) return tl::unexpected(read.error());
    return list;
}

Result<Meta> readMeta(const Database& database, const Survey& survey) {
    auto rows = readRows<Meta>(database, survey, metaTable(), 1, [](RowReader& row) {
        row.number();
        return Meta{row.number(), row.integer(), row.text(), row.text(), row.text(), row.text()};
    });
    if (!rows) return tl::unexpected(rows.error());
    if (rows->empty())
        return fail(FailureKind::BadContent, database.place() + ", table meta", "The table has no row; it needs one.");
    return std::move(rows->front());
}

} // namespace

Result<Snapshot> readSnapshot(const Database& database) {
    const Survey survey = Survey::complete();
    auto meta = readMeta(database, survey);
    if (!meta) return tl::unexpected(meta.error());
    if (auto fine = checkMeta(*meta, database.place()); !fine) return tl::unexpected(fine.error());
    auto list = readChecklist(database, survey);
    if (!list) return tl::unexpected(list.error());
    if (auto fine = checkContent(*list, database.place()); !fine) return tl::unexpected(fine.error());
    Snapshot snapshot;
    snapshot.meta = std::move(*meta);
    snapshot.checklist = std::move(*list);
    return snapshot;
}

Result<Checklist> readTables(const Database& database, const Survey& survey) {
    auto list = readChecklist(database, survey);
    if (!list) return list;
    if (list->scale.empty()) list->scale = defaultScale();
    if (list->lines.empty()) list->lines = defaultLines();
    if (auto fine = checkContent(*list, database.place()); !fine) return tl::unexpected(fine.error());
    return list;
}

} // namespace sightline
