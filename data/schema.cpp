#include "data/schema.h"

#include <algorithm>
#include <cassert>
#include <set>
#include <string>
#include <tuple>

#include <sqlite3.h>

#include "assets/embedded.h"
#include "data/limits.h"
#include "data/text_rules.h"

namespace sightline {
namespace {

constexpr Column needed(std::string_view name) { return {name, true}; }
constexpr Column optional(std::string_view name) { return {name, false}; }

constexpr std::array kMeta = {needed("id"),        needed("format"), needed("sequence"), needed("created"),
                              needed("generator"), needed("site"),   optional("expires")};
constexpr std::array kSource = {needed("id"), needed("name"), needed("kind"), needed("digest"), needed("bytes")};
constexpr std::array kChecklist = {needed("id"),
                                   needed("title"),
                                   needed("authority"),
                                   optional("service"),
                                   optional("position_date"),
                                   optional("review_due"),
                                   optional("approved_by"),
                                   optional("approved_on"),
                                   optional("source"),
                                   optional("place")};
constexpr std::array kRoleHolder = {needed("id"),     needed("role"),     optional("abbreviation"),
                                    needed("holder"), optional("source"), optional("place")};
constexpr std::array kStatement = {needed("id"), needed("text"), optional("source"), optional("place")};
constexpr std::array kOpinion = {needed("id"),          needed("word"),  needed("rank"),
                                 needed("colour_role"), needed("shape"), needed("definition")};
constexpr std::array kLine = {needed("id"), needed("word"), needed("stale_after_months")};
constexpr std::array kKind = {needed("id"), needed("word")};
constexpr std::array kElement = {
    needed("number"),           needed("title"),          needed("statement"),    optional("opinion"),
    optional("opinion_reason"), optional("opinion_date"), optional("opinion_by"), optional("source"),
    optional("place")};
constexpr std::array kPosition = {needed("id"), needed("element"), needed("text"), optional("source"),
                                  optional("place")};
constexpr std::array kEvidence = {needed("id"),
                                  needed("name"),
                                  optional("detail"),
                                  needed("line"),
                                  optional("line_guessed"),
                                  optional("kind"),
                                  optional("organisation"),
                                  optional("covers"),
                                  optional("review_due"),
                                  optional("link"),
                                  optional("marking"),
                                  optional("file"),
                                  optional("document"),
                                  optional("source"),
                                  optional("place")};
constexpr std::array kDocument = {needed("id"), needed("name"), needed("digest"), needed("bytes"), needed("recipe")};
constexpr std::array kPage = {needed("document"), needed("number"), needed("width"),  needed("height"),
                              needed("digest"),   optional("text"), needed("picture")};
constexpr std::array kEvidenceElement = {needed("evidence"), needed("element"), needed("seat"), optional("source"),
                                         optional("place")};
constexpr std::array kAction = {needed("id"),          needed("element"),  needed("text"),
                                optional("owner"),     optional("due"),    optional("status"),
                                optional("completed"), optional("source"), optional("place")};

constexpr Table kMetaTable = {"meta", false, kMeta};
constexpr std::array kTables = {Table{"source", false, kSource},
                                Table{"checklist", true, kChecklist},
                                Table{"role_holder", false, kRoleHolder},
                                Table{"culture", false, kStatement},
                                Table{"background", false, kStatement},
                                Table{"opinion", false, kOpinion},
                                Table{"line", false, kLine},
                                Table{"kind", false, kKind},
                                Table{"element", true, kElement},
                                Table{"position", true, kPosition},
                                Table{"document", false, kDocument},
                                Table{"page", false, kPage},
                                Table{"evidence", true, kEvidence},
                                Table{"evidence_element", true, kEvidenceElement},
                                Table{"action", true, kAction}};

// type, name, table, statement
using SchemaObject = std::tuple<std::string, std::string, std::string, std::string>;

Result<std::set<SchemaObject>> schemaObjects(const Database& database) {
    auto statement = Query::prepare(database, "SELECT type, name, tbl_name, sql FROM sqlite_schema");
    if (!statement) return tl::unexpected(statement.error());
    std::set<SchemaObject> objects;
    while (true) {
        auto row = statement->step();
        if (!row) return tl::unexpected(row.error());
        if (!*row) return objects;
        if (objects.size() == limits::kSchemaObjects)
            return fail(FailureKind::TooLarge, database.place(), "The database has too many tables.");
        objects.emplace(statement->text(0), statement->text(1), statement->text(2), statement->text(3));
    }
}

Result<std::set<SchemaObject>> documentedObjects() {
    auto database = Database::inMemory();
    if (!database) return tl::unexpected(database.error());
    if (auto created = createSchema(*database); !created) return tl::unexpected(created.error());
    return schemaObjects(*database);
}

// Made once. Where that fails, for want of memory say, nothing is kept, and it is tried again the next time.
Result<const std::set<SchemaObject>*> documentedSchema() {
    try {
        static const std::set<SchemaObject> documented = [] {
            auto made = documentedObjects();
            if (!made) throw made.error();
            return std::move(*made);
        }();
        return &documented;
    } catch (const Failure& failure) {
        return tl::unexpected(failure);
    }
}

} // namespace

std::span<const Table> contentTables() { return kTables; }

const Table& contentTable(std::string_view name) {
    const auto found = std::ranges::find(kTables, name, &Table::name);
    assert(found != kTables.end());
    return *found;
}

const Table& metaTable() { return kMetaTable; }

// Without allocating: SQLite asks, and an exception must not pass through it.
bool isDocumentedTable(std::string_view name) {
    const auto same = [&](const Table& table) {
        return name.size() == table.name.size() &&
               sqlite3_strnicmp(name.data(), table.name.data(), static_cast<int>(name.size())) == 0;
    };
    return same(kMetaTable) || std::ranges::any_of(kTables, same);
}

Result<void> createSchema(Database& database) { return database.run(schemaStatements()); }

std::string schemaStatements() {
    std::string statements;
    const std::string_view text = embeddedFile("schema.sql");
    bool quoted = false;
    for (size_t i = 0; i < text.size(); ++i) {
        if (text[i] == '\'') quoted = !quoted;
        if (!quoted && text.substr(i, 2) == "--") i = std::min(text.find('\n', i), text.size() - 1);
        const bool space = !quoted && (text[i] == ' ' || text[i] == '\n');
        if (!space)
            statements += text[i];
        else if (!statements.empty() && statements.back() != ' ')
            statements += ' ';
    }
    return statements;
}

Result<void> checkSchema(const Database& database) {
    const auto schema = documentedSchema();
    if (!schema) return tl::unexpected(schema.error());
    const std::set<SchemaObject>& documented = **schema;
    const auto found = schemaObjects(database);
    if (!found) return tl::unexpected(found.error());
    for (const SchemaObject& object : *found) {
        if (documented.contains(object)) continue;
        const auto& [type, name, table, sql] = object;
        if (type == "table" && isDocumentedTable(name))
            return fail(FailureKind::Foreign, database.place(),
                        "The table " + excerpt(name) + " is not built as a snapshot has it.");
        return fail(FailureKind::Foreign, database.place(),
                    "The file holds the " + (type.size() < 10 ? excerpt(type) : "object") + " " + excerpt(name) +
                        ", which no Sightline snapshot has.");
    }
    for (const SchemaObject& wanted : documented) {
        const std::string& name = std::get<1>(wanted);
        if (std::ranges::none_of(*found, [&](const SchemaObject& object) { return std::get<1>(object) == name; }))
            return fail(FailureKind::Foreign, database.place(), "The table \"" + name + "\" is missing.");
    }
    return {};
}

} // namespace sightline
