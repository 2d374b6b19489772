#include "data/survey.h"

#include <set>

#include "data/limits.h"

namespace sightline {
namespace {

using Names = std::set<std::string, std::less<>>;

// SQL ignores the case of ASCII letters in names.
std::string folded(std::string_view name) {
    std::string lower(name);
    for (char& c : lower)
        if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
    return lower;
}

Result<Names> ordinaryTables(const Database& database) {
    auto query = Query::prepare(database, "PRAGMA main.table_list"); // schema, name, type, …
    if (!query) return tl::unexpected(query.error());
    Names names;
    for (size_t seen = 0;; ++seen) {
        auto row = query->step();
        if (!row) return tl::unexpected(row.error());
        if (!*row) return names;
        if (seen == limits::kSchemaObjects)
            return fail(FailureKind::TooLarge, database.place(), "The database has too many tables.");
        if (query->text(2) == "table") names.insert(folded(query->text(1)));
    }
}

Result<Names> columnsOf(const Database& database, std::string_view table) {
    // Generated and hidden columns are left out by table_info.
    auto query = Query::prepare(database, "PRAGMA main.table_info(" + std::string(table) + ")"); // cid, name, …
    if (!query) return tl::unexpected(query.error());
    Names names;
    while (true) {
        auto row = query->step();
        if (!row) return tl::unexpected(row.error());
        if (!*row) return names;
        names.insert(folded(query->text(1)));
    }
}

// NOT INDEXED: rows come from the table itself, never from an index that may say something else.
std::string selectionOf(const Table& table, const std::string& expressions) {
    return "SELECT " + expressions + " FROM main." + std::string(table.name) + " NOT INDEXED";
}

} // namespace

Survey Survey::complete() {
    Survey survey;
    const auto add = [&](const Table& table) {
        std::string expressions;
        for (const Column& column : table.columns)
            expressions.append(expressions.empty() ? "" : ", ").append(column.name);
        survey.selections.emplace(table.name, selectionOf(table, expressions));
    };
    add(metaTable());
    for (const Table& table : contentTables()) add(table);
    return survey;
}

Result<Survey> Survey::of(const Database& database) {
    const auto tables = ordinaryTables(database);
    if (!tables) return tl::unexpected(tables.error());
    Survey survey;
    for (const Table& table : contentTables()) {
        if (!tables->contains(table.name)) {
            if (!table.required) continue;
            return fail(FailureKind::BadContent, database.place(),
                        "The table " + std::string(table.name) + " is missing.");
        }
        const auto columns = columnsOf(database, table.name);
        if (!columns) return tl::unexpected(columns.error());
        std::string expressions;
        for (const Column& column : table.columns) {
            const bool present = columns->contains(column.name);
            if (!present && column.required)
                return fail(FailureKind::BadContent, database.place() + ", table " + std::string(table.name),
                            "The column " + std::string(column.name) + " is missing.");
            expressions.append(expressions.empty() ? "" : ", ").append(present ? column.name : "NULL");
        }
        survey.selections.emplace(table.name, selectionOf(table, expressions));
    }
    return survey;
}

std::optional<std::string> Survey::selection(const Table& table) const {
    const auto found = selections.find(table.name);
    if (found == selections.end()) return std::nullopt;
    return found->second;
}

} // namespace sightline
