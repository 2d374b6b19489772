#include "data/snapshot.h"

#include "data/page_pictures.h"
#include "data/schema.h"

namespace sightline {
namespace {

/// An id that is NULL where it is 0.
struct IdOrNull {
    int id;
};

/// Bytes that are text to nobody.
struct Blob {
    std::string_view bytes;
};

/// Fills one table, and remembers the first failure.
class Inserter {
public:
    Inserter(const Database& database, const Table& table) {
        std::string names;
        std::string marks;
        for (const Column& column : table.columns) {
            names.append(names.empty() ? "" : ", ").append(column.name);
            marks.append(marks.empty() ? "?" : ", ?");
        }
        auto prepared = Query::prepare(database, "INSERT INTO " + std::string(table.name) + " (" + names +
                                                     ") VALUES (" + marks + ")");
        if (prepared)
            query = std::move(*prepared);
        else
            outcome = tl::unexpected(prepared.error());
    }

    // One row, its values in the order of the table's columns.
    template <class... Values>
    void row(const Values&... values) {
        if (!outcome) return;
        (bind(values), ...);
        outcome = query.insert();
    }

    [[nodiscard]] const Result<void>& result() const { return outcome; }

private:
    void bind(const std::string& text) { query.bindOptional(text); }
    void bind(std::string_view text) { query.bind(text); }
    void bind(std::int64_t number) { query.bind(number); }
    void bind(int number) { query.bind(std::int64_t{number}); }
    void bind(const PartialDate& date) { query.bindOptional(isoDate(date)); }
    void bind(const Place& place) {
        query.bindOptional(std::int64_t{place.source});
        query.bindOptional(place.where);
    }
    void bind(Blob blob) { query.bindBytes(blob.bytes); }
    void bind(IdOrNull value) { query.bindOptional(std::int64_t{value.id}); }

    Query query;
    Result<void> outcome;
};

// Text that is never NULL, however empty: the columns that are NOT NULL.
std::string_view text(const std::string& value) { return value; }

template <class Rows, class Write>
Result<void> fill(const Database& database, const char* table, const Rows& rows, Write write) {
    Inserter into(database, contentTable(table));
    for (const auto& row : rows) write(into, row);
    return into.result();
}

Result<void> writeMeta(const Database& database, const Meta& meta) {
    Inserter into(database, metaTable());
    into.row(1, meta.format, meta.sequence, text(meta.created), text(meta.generator), text(meta.site), meta.expires);
    return into.result();
}

Result<void> writeHead(const Database& database, const Checklist& list) {
    Inserter into(database, contentTable("checklist"));
    into.row(1, text(list.title), text(list.authority), list.service, list.positionDate, list.reviewDue,
             list.approvedBy, list.approvedOn, list.place);
    return into.result();
}

Result<void> writeSources(const Database& database, const Checklist& list) {
    return fill(database, "source", list.sources, [](Inserter& into, const SourceDocument& row) {
        into.row(row.id, text(row.name), text(row.kind), text(row.digest), row.bytes);
    });
}

Result<void> writeRoleHolders(const Database& database, const Checklist& list) {
    return fill(database, "role_holder", list.roleHolders, [](Inserter& into, const RoleHolder& row) {
        into.row(row.id, text(row.role), row.abbreviation, text(row.holder), row.place);
    });
}

Result<void> writeStatements(const Database& database, const char* table, const std::vector<Statement>& statements) {
    return fill(database, table, statements,
                [](Inserter& into, const Statement& row) { into.row(row.id, text(row.text), row.place); });
}

Result<void> writeScale(const Database& database, const Checklist& list) {
    return fill(database, "opinion", list.scale, [](Inserter& into, const Opinion& row) {
        into.row(row.id, text(row.word), row.rank, kColourRoles.at(static_cast<size_t>(row.colour)),
                 kShapes.at(static_cast<size_t>(row.shape)), text(row.definition));
    });
}

Result<void> writeLines(const Database& database, const Checklist& list) {
    return fill(database, "line", list.lines, [](Inserter& into, const AssuranceLine& row) {
        into.row(static_cast<int>(row.id), text(row.word), row.staleAfterMonths);
    });
}

Result<void> writeKinds(const Database& database, const Checklist& list) {
    return fill(database, "kind", list.kinds,
                [](Inserter& into, const EvidenceKind& row) { into.row(row.id, text(row.word)); });
}

Result<void> writeElements(const Database& database, const Checklist& list) {
    return fill(database, "element", list.elements, [](Inserter& into, const Element& row) {
        into.row(row.number, text(row.title), text(row.statement), IdOrNull{row.opinion}, row.opinionReason,
                 row.opinionDate, row.opinionBy, row.place);
    });
}

Result<void> writePositions(const Database& database, const Checklist& list) {
    return fill(database, "position", list.positions,
                [](Inserter& into, const Position& row) { into.row(row.id, row.element, text(row.text), row.place); });
}

Result<void> writeDocuments(const Database& database, const Checklist& list) {
    return fill(database, "document", list.documents, [](Inserter& into, const Document& row) {
        into.row(row.id, text(row.name), text(row.digest), row.bytes, text(row.recipe));
    });
}

// Picture by picture: all of them at once may be more than memory holds.
Result<void> writePages(const Database& database, const Checklist& list, const PictureSource& pictures) {
    Inserter into(database, contentTable("page"));
    for (const Document& document : list.documents)
        for (const DocumentPage& page : document.pages) {
            const auto picture = pictures(document, page);
            if (!picture) return tl::unexpected(picture.error());
            into.row(document.id, page.number, page.width, page.height, text(page.digest), page.text, Blob{*picture});
        }
    return into.result();
}

Result<void> writeEvidence(const Database& database, const Checklist& list) {
    return fill(database, "evidence", list.evidence, [](Inserter& into, const Evidence& row) {
        into.row(row.id, text(row.name), row.detail, static_cast<int>(row.line), row.lineGuessed ? 1 : 0,
                 IdOrNull{row.kind}, row.organisation, row.covers, row.reviewDue, row.link, row.marking, row.file,
                 IdOrNull{row.document}, row.place);
    });
}

Result<void> writeMentions(const Database& database, const Checklist& list) {
    return fill(database, "evidence_element", list.links, [](Inserter& into, const EvidenceLink& row) {
        into.row(row.evidence, row.element, row.seat, row.place);
    });
}

Result<void> writeActions(const Database& database, const Checklist& list) {
    return fill(database, "action", list.actions, [](Inserter& into, const Action& row) {
        into.row(row.id, row.element, text(row.text), row.owner, row.due, kStatuses.at(static_cast<size_t>(row.status)),
                 row.completed, row.place);
    });
}

} // namespace

Result<void> writeDatabase(const Checklist& checklist, const Meta& meta, const std::filesystem::path& file,
                           const PictureSource& pictures) {
    auto database = Database::create(file);
    if (!database) return tl::unexpected(database.error());
    return createSchema(*database)
        .and_then([&] { return database->run("BEGIN"); })
        .and_then([&] { return writeMeta(*database, meta); })
        .and_then([&] { return writeSources(*database, checklist); })
        .and_then([&] { return writeHead(*database, checklist); })
        .and_then([&] { return writeRoleHolders(*database, checklist); })
        .and_then([&] { return writeStatements(*database, "culture", checklist.culture); })
        .and_then([&] { return writeStatements(*database, "background", checklist.background); })
        .and_then([&] { return writeScale(*database, checklist); })
        .and_then([&] { return writeLines(*database, checklist); })
        .and_then([&] { return writeKinds(*database, checklist); })
        .and_then([&] { return writeElements(*database, checklist); })
        .and_then([&] { return writePositions(*database, checklist); })
        .and_then([&] { return writeDocuments(*database, checklist); })
        .and_then([&] { return writePages(*database, checklist, pictures); })
        .and_then([&] { return writeEvidence(*database, checklist); })
        .and_then([&] { return writeMentions(*database, checklist); })
        .and_then([&] { return writeActions(*database, checklist); })
        .and_then([&] { return database->run("COMMIT"); });
}

} // namespace sightline
