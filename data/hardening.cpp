#include "data/hardening.h"

#include <array>
#include <string_view>
#include <utility>

#include <sqlite3.h>

#include "data/schema.h"

namespace sightline {
namespace {

// Valid for SQLite 3.40 and newer; each one is a way a file has been able to make a reader do more than read.
constexpr std::array<std::pair<int, int>, 8> kSettings = {{
    {SQLITE_DBCONFIG_DEFENSIVE, 1},
    {SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0},
    {SQLITE_DBCONFIG_ENABLE_TRIGGER, 0},
    {SQLITE_DBCONFIG_ENABLE_VIEW, 0},
    {SQLITE_DBCONFIG_ENABLE_LOAD_EXTENSION, 0},
    {SQLITE_DBCONFIG_ENABLE_FTS3_TOKENIZER, 0},
    {SQLITE_DBCONFIG_DQS_DML, 0},
    {SQLITE_DBCONFIG_DQS_DDL, 0},
}};

// Of a row: the picture of a page and its text have room in it. A value may be longer than it should be, so that its
// own sentence is given, but not by much.
constexpr std::array<std::pair<int, int>, 6> kLimits = {{
    {SQLITE_LIMIT_LENGTH, 16 << 20},
    {SQLITE_LIMIT_ATTACHED, 0},
    {SQLITE_LIMIT_TRIGGER_DEPTH, 1},
    {SQLITE_LIMIT_LIKE_PATTERN_LENGTH, 50},
    {SQLITE_LIMIT_VARIABLE_NUMBER, 10},
    {SQLITE_LIMIT_WORKER_THREADS, 0},
}};
constexpr std::array<std::pair<int, int>, 6> kSchemaLimits = {{
    {SQLITE_LIMIT_SQL_LENGTH, 100'000},
    {SQLITE_LIMIT_COLUMN, 100},
    {SQLITE_LIMIT_EXPR_DEPTH, 20},
    {SQLITE_LIMIT_COMPOUND_SELECT, 3},
    {SQLITE_LIMIT_VDBE_OP, 25'000},
    {SQLITE_LIMIT_FUNCTION_ARG, 8},
}};

constexpr int kInstructionsBetweenLooks = 1'000;
constexpr std::chrono::milliseconds kBetweenInterrupts{20};

bool isOneOf(const char* word, std::initializer_list<std::string_view> words) {
    for (const std::string_view known : words)
        if (word != nullptr && known == word) return true;
    return false;
}

bool isTableRead(int action, const char* table) {
    return action == SQLITE_SELECT || (action == SQLITE_READ && table != nullptr && isDocumentedTable(table));
}

int decide(bool allowed) { return allowed ? SQLITE_OK : SQLITE_DENY; }

int readTables(void*, int action, const char* first, const char*, const char*, const char*) {
    return decide(isTableRead(action, first));
}

int checkSnapshot(void*, int action, const char* first, const char*, const char*, const char*) {
    const bool check = action == SQLITE_PRAGMA && isOneOf(first, {"integrity_check", "foreign_key_check"});
    return decide(check || isTableRead(action, first));
}

int surveyTables(void*, int action, const char* first, const char* second, const char*, const char*) {
    const bool look = action == SQLITE_PRAGMA && isOneOf(first, {"integrity_check", "table_list", "table_info"});
    // integrity_check evaluates a table's own CHECK rules; with an untrusted schema only harmless built-ins answer.
    const bool function = action == SQLITE_FUNCTION && !isOneOf(second, {"load_extension", "fts3_tokenizer"});
    return decide(look || function || isTableRead(action, first));
}

int isOver(void* end) {
    return std::chrono::steady_clock::now() >= *static_cast<std::chrono::steady_clock::time_point*>(end) ? 1 : 0;
}

} // namespace

Result<void> harden(Database& database, SchemaKind schema) {
    sqlite3* handle = database.handle();
    for (const auto& [setting, value] : kSettings)
        if (const int code = sqlite3_db_config(handle, setting, value, nullptr); code != SQLITE_OK)
            return database.failure(code);
    if (const int code = sqlite3_drop_modules(handle, nullptr); code != SQLITE_OK) return database.failure(code);
    for (const auto& [limit, value] : kLimits) sqlite3_limit(handle, limit, value);
    if (schema == SchemaKind::Snapshot)
        for (const auto& [limit, value] : kSchemaLimits) sqlite3_limit(handle, limit, value);
    return database.run("PRAGMA cell_size_check=ON; PRAGMA query_only=ON; PRAGMA temp_store=MEMORY;"
                        "PRAGMA mmap_size=0; PRAGMA cache_size=-8192;");
}

void allowOnly(Database& database, Access access) {
    switch (access) {
    case Access::CheckSnapshot: sqlite3_set_authorizer(database.handle(), checkSnapshot, nullptr); break;
    case Access::SurveyTables: sqlite3_set_authorizer(database.handle(), surveyTables, nullptr); break;
    case Access::ReadTables: sqlite3_set_authorizer(database.handle(), readTables, nullptr); break;
    }
}

TimeLimit::TimeLimit(Database& limited, std::chrono::milliseconds limit)
    : database(limited), end(std::chrono::steady_clock::now() + limit) {
    sqlite3_progress_handler(database.handle(), kInstructionsBetweenLooks, isOver, &end);
    timer = std::jthread([this](const std::stop_token& stop) {
        std::unique_lock lock(mutex);
        wake.wait_until(lock, stop, end, [] { return false; });
        // Again and again: an interrupt that falls between two statements is forgotten when the next one starts.
        while (!stop.stop_requested()) {
            sqlite3_interrupt(database.handle());
            wake.wait_for(lock, stop, kBetweenInterrupts, [] { return false; });
        }
    });
}

TimeLimit::~TimeLimit() {
    timer.request_stop();
    timer.join();
    sqlite3_progress_handler(database.handle(), 0, nullptr, nullptr);
}

} // namespace sightline
