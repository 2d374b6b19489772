#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "data/failure.h"

struct sqlite3;
struct sqlite3_stmt;

namespace sightline {

/// Hears what SQLite notices beside its answers, such as a damaged page or a failing disk (errlog.html). From
/// any thread that uses SQLite, and not from there to use it again. `words` may quote a hostile file.
struct SqliteEar {
    void (*heard)(void* context, int code, const char* words) = nullptr; ///< none: nobody listens
    void* context = nullptr;                                             ///< outlives all use of SQLite
};

/// Whether a result code says that something is unusual, and not that it failed.
bool isSqliteWarning(int code);

/// Settings of the whole process: no memory mapping (a file that shrinks under a map kills the process), a bound on
/// SQLite's memory, and who hears what it notices. Call it once from main, before any thread starts; what opens a
/// database calls it again, which does nothing. Fails where something else set SQLite up first.
Result<void> initialiseSqlite(const SqliteEar& ear = {});

/// A SQLite connection, closed at the end. One thread at a time.
class Database {
public:
    /// Creates a new, empty database for writing. No journal: it is a work file that is thrown away after a failure.
    static Result<Database> create(const std::filesystem::path& file);
    /// Opens a verified file that nobody changes: no locks, no journal, nothing written. `place` names the file in
    /// failures: what a person handed in rather than the private copy.
    static Result<Database> openImmutable(const std::filesystem::path& file, const std::string& place);
    /// Opens a private copy read-only, together with the write-ahead log that may lie beside it.
    static Result<Database> openReadOnly(const std::filesystem::path& file, const std::string& place);
    /// An empty database in memory.
    static Result<Database> inMemory();

    [[nodiscard]] sqlite3* handle() const { return connection.get(); }
    [[nodiscard]] const std::string& place() const { return name; }

    /// Runs statements that give no rows.
    Result<void> run(const std::string& sql);
    /// What SQLite's result code means for a person, at this database.
    [[nodiscard]] tl::unexpected<Failure> failure(int code) const;

private:
    static Result<Database> open(const std::string& address, int flags, std::string place);
    struct Close {
        void operator()(sqlite3* open) const;
    };
    std::unique_ptr<sqlite3, Close> connection;
    std::string name;
};

enum class ValueType { Integer, Real, Text, Blob, Null };

/// A prepared statement. Lives shorter than its database. Columns count from 0, parameters from 1.
class Query {
public:
    static Result<Query> prepare(const Database& from, const std::string& sql);

    /// True: there is a row. False: that was the last.
    Result<bool> step();
    /// Binds in turn, then runs the statement and makes it ready for the next row.
    Result<void> insert();
    void bind(std::int64_t value);
    void bind(std::string_view text);
    /// As a BLOB. `bytes` must stay until the statement has run.
    void bindBytes(std::string_view bytes);
    /// NULL for an empty text.
    void bindOptional(std::string_view text);
    /// NULL for 0.
    void bindOptional(std::int64_t value);

    [[nodiscard]] ValueType type(int column) const;
    [[nodiscard]] std::int64_t integer(int column) const;
    /// Valid until the next step; empty for NULL.
    [[nodiscard]] std::string_view text(int column) const;
    /// Of a BLOB; valid until the next step.
    [[nodiscard]] std::string_view bytes(int column) const;

private:
    struct Finalise {
        void operator()(sqlite3_stmt* statement) const;
    };
    const Database* database = nullptr;
    std::unique_ptr<sqlite3_stmt, Finalise> statement;
    int nextParameter = 1;
};

} // namespace sightline
