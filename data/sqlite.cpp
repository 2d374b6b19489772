#include "data/sqlite.h"

#include <array>
#include <cctype>

#include <sqlite3.h>

#include "data/text_rules.h"

namespace sightline {
namespace {

constexpr sqlite3_int64 kHeapBytes = sqlite3_int64{80} << 20;

int configureProcess(const SqliteEar& ear) {
    if (const int code = sqlite3_config(SQLITE_CONFIG_MMAP_SIZE, sqlite3_int64{0}, sqlite3_int64{0}); code != SQLITE_OK)
        return code;
    if (const int code = sqlite3_config(SQLITE_CONFIG_LOG, ear.heard, ear.context); code != SQLITE_OK) return code;
    if (const int code = sqlite3_initialize(); code != SQLITE_OK) return code;
    sqlite3_hard_heap_limit64(kHeapBytes);
    return SQLITE_OK;
}

// A path as the file: address SQLite reads options from; every other way to write it would let a '?' in a name speak.
std::string fileAddress(const std::filesystem::path& file, std::string_view options) {
    std::string address = "file:";
    for (const char c : file.string()) {
        if (std::isalnum(static_cast<unsigned char>(c)) != 0 || c == '/' || c == '.' || c == '-' || c == '_') {
            address += c;
            continue;
        }
        constexpr std::string_view kDigits = "0123456789ABCDEF";
        const auto byte = static_cast<unsigned char>(c);
        address += {'%', kDigits[byte >> 4U], kDigits[byte & 0xfU]};
    }
    return address.append("?").append(options);
}

// A link anywhere in the path makes SQLITE_OPEN_NOFOLLOW refuse it, so folders are resolved first.
std::filesystem::path resolved(const std::filesystem::path& file) {
    std::error_code error;
    const auto folder = std::filesystem::canonical(file.has_parent_path() ? file.parent_path() : ".", error);
    return error ? file : folder / file.filename();
}

FailureKind kindOf(int code) {
    switch (code & 0xff) {
    case SQLITE_NOMEM:
    case SQLITE_TOOBIG:
    case SQLITE_INTERRUPT: return FailureKind::TooLarge;
    case SQLITE_FULL:
    case SQLITE_IOERR:
    case SQLITE_READONLY: return FailureKind::CannotWrite;
    case SQLITE_CANTOPEN:
    case SQLITE_PERM: return FailureKind::Missing;
    case SQLITE_CONSTRAINT: return FailureKind::BadContent;
    case SQLITE_CORRUPT:
    case SQLITE_NOTADB: return FailureKind::Damaged;
    default: return FailureKind::Internal;
    }
}

} // namespace

bool isSqliteWarning(int code) {
    constexpr int kPrimary = 0xFF; // of an extended code
    return (code & kPrimary) == SQLITE_WARNING;
}

Result<void> initialiseSqlite(const SqliteEar& ear) {
    static const int code = configureProcess(ear);
    if (code == SQLITE_OK) return {};
    return fail(FailureKind::Internal, "", std::string("SQLite could not be set up (") + sqlite3_errstr(code) + ").");
}

void Database::Close::operator()(sqlite3* open) const { sqlite3_close_v2(open); }

Result<Database> Database::open(const std::string& address, int flags, std::string place) {
    if (auto ready = initialiseSqlite(); !ready) return tl::unexpected(ready.error());
    Database database;
    database.name = std::move(place);
    sqlite3* raw = nullptr;
    const int code = sqlite3_open_v2(address.c_str(), &raw, flags, nullptr);
    database.connection.reset(raw);
    if (code != SQLITE_OK) return database.failure(code);
    return database;
}

Result<Database> Database::create(const std::filesystem::path& file) {
    constexpr int kFlags = SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE | SQLITE_OPEN_EXRESCODE | SQLITE_OPEN_NOMUTEX |
                           SQLITE_OPEN_PRIVATECACHE;
    auto database = open(file.string(), kFlags, file.string());
    if (!database) return database;
    if (auto set = database->run("PRAGMA page_size=4096; PRAGMA encoding='UTF-8'; PRAGMA auto_vacuum=NONE;"
                                 "PRAGMA journal_mode=OFF; PRAGMA synchronous=OFF; PRAGMA temp_store=MEMORY;"
                                 "PRAGMA foreign_keys=ON;");
        !set)
        return tl::unexpected(set.error());
    return database;
}

Result<Database> Database::openImmutable(const std::filesystem::path& file, const std::string& place) {
    constexpr int kFlags = SQLITE_OPEN_READONLY | SQLITE_OPEN_URI | SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_PRIVATECACHE |
                           SQLITE_OPEN_EXRESCODE | SQLITE_OPEN_NOFOLLOW;
    return open(fileAddress(resolved(file), "mode=ro&immutable=1"), kFlags, place);
}

Result<Database> Database::openReadOnly(const std::filesystem::path& file, const std::string& place) {
    constexpr int kFlags = SQLITE_OPEN_READONLY | SQLITE_OPEN_URI | SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_PRIVATECACHE |
                           SQLITE_OPEN_EXRESCODE | SQLITE_OPEN_NOFOLLOW;
    return open(fileAddress(resolved(file), "mode=ro"), kFlags, place);
}

Result<Database> Database::inMemory() {
    return open(":memory:", SQLITE_OPEN_READWRITE | SQLITE_OPEN_MEMORY | SQLITE_OPEN_EXRESCODE | SQLITE_OPEN_NOMUTEX,
                "");
}

Result<void> Database::run(const std::string& sql) {
    const int code = sqlite3_exec(handle(), sql.c_str(), nullptr, nullptr, nullptr);
    if (code != SQLITE_OK) return failure(code);
    return {};
}

tl::unexpected<Failure> Database::failure(int code) const {
    const int primary = code & 0xff;
    if (primary == SQLITE_INTERRUPT)
        return fail(FailureKind::TooLarge, name, "Checking the database took too long, so it was refused.");
    if (primary == SQLITE_NOMEM || primary == SQLITE_TOOBIG)
        return fail(FailureKind::TooLarge, name, "The database needs more memory than is allowed.");
    if (primary == SQLITE_FULL) return fail(FailureKind::CannotWrite, name, "The disk is full.");
    if (primary == SQLITE_CORRUPT) return fail(FailureKind::Damaged, name, "The database is damaged.");
    if (primary == SQLITE_NOTADB) return fail(FailureKind::Foreign, name, "This is not a SQLite database.");
    // The library's own words can carry names out of a hostile file.
    return fail(kindOf(code), name,
                "SQLite says " + excerpt(handle() ? sqlite3_errmsg(handle()) : sqlite3_errstr(code)) + ".");
}

void Query::Finalise::operator()(sqlite3_stmt* done) const { sqlite3_finalize(done); }

Result<Query> Query::prepare(const Database& from, const std::string& sql) {
    Query prepared;
    prepared.database = &from;
    sqlite3_stmt* raw = nullptr;
    const int code = sqlite3_prepare_v2(from.handle(), sql.c_str(), static_cast<int>(sql.size()) + 1, &raw, nullptr);
    prepared.statement.reset(raw);
    if (code != SQLITE_OK) return from.failure(code);
    return prepared;
}

Result<bool> Query::step() {
    const int code = sqlite3_step(statement.get());
    if (code == SQLITE_ROW) return true;
    if (code == SQLITE_DONE) return false;
    return database->failure(code);
}

Result<void> Query::insert() {
    auto stepped = step();
    sqlite3_reset(statement.get());
    nextParameter = 1;
    if (!stepped) return tl::unexpected(stepped.error());
    return {};
}

void Query::bind(std::int64_t value) { sqlite3_bind_int64(statement.get(), nextParameter++, value); }

void Query::bind(std::string_view text) {
    // An empty view may carry a null pointer, which SQLite would read as NULL.
    sqlite3_bind_text64(statement.get(), nextParameter++, text.empty() ? "" : text.data(), text.size(),
                        SQLITE_TRANSIENT, SQLITE_UTF8);
}

void Query::bindBytes(std::string_view bytes) {
    sqlite3_bind_blob64(statement.get(), nextParameter++, bytes.data(), bytes.size(), SQLITE_STATIC);
}

void Query::bindOptional(std::string_view text) {
    if (text.empty())
        sqlite3_bind_null(statement.get(), nextParameter++);
    else
        bind(text);
}

void Query::bindOptional(std::int64_t value) {
    if (value == 0)
        sqlite3_bind_null(statement.get(), nextParameter++);
    else
        bind(value);
}

ValueType Query::type(int column) const {
    switch (sqlite3_column_type(statement.get(), column)) {
    case SQLITE_INTEGER: return ValueType::Integer;
    case SQLITE_FLOAT: return ValueType::Real;
    case SQLITE_TEXT: return ValueType::Text;
    case SQLITE_BLOB: return ValueType::Blob;
    default: return ValueType::Null;
    }
}

std::int64_t Query::integer(int column) const { return sqlite3_column_int64(statement.get(), column); }

std::string_view Query::bytes(int column) const {
    const void* start = sqlite3_column_blob(statement.get(), column);
    if (start == nullptr) return {};
    return {static_cast<const char*>(start), static_cast<size_t>(sqlite3_column_bytes(statement.get(), column))};
}

std::string_view Query::text(int column) const {
    const unsigned char* bytes = sqlite3_column_text(statement.get(), column);
    if (bytes == nullptr) return {};
    return {reinterpret_cast<const char*>(bytes), static_cast<size_t>(sqlite3_column_bytes(statement.get(), column))};
}

} // namespace sightline
