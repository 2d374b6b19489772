#pragma once

#include <chrono>
#include <condition_variable>
#include <mutex>
#include <thread>

#include "data/sqlite.h"

namespace sightline {

/// A snapshot's schema is ours; a council's own database may hold any tables and views beside ours, so the limits that
/// SQLite applies while it reads a schema stay at its defaults there.
enum class SchemaKind { Snapshot, AnyTables };

/// Switches off everything in SQLite that reading plain tables does not need: triggers, views, extensions, virtual
/// tables, functions a schema could call, memory mapping; turns cell checks on and lowers the limits. Before the first
/// statement on any file that may be hostile. The values and their reasons: the list in hardening.cpp.
Result<void> harden(Database& database, SchemaKind schema);

/// What statements may do from now on. Anything else is refused when it is prepared.
enum class Access {
    CheckSnapshot, ///< SELECT from documented tables; integrity_check, foreign_key_check
    SurveyTables,  ///< the same, integrity_check of one table, table_list, table_info; functions in CHECK rules
    ReadTables     ///< SELECT from documented tables
};
void allowOnly(Database& database, Access access);

/// Interrupts a database's statements once a time is over, until it goes out of scope. The progress handler does most
/// of it, but SQLite 3.40 does not call that inside the tree walk of integrity_check; only sqlite3_interrupt() from
/// another thread ends a hostile file there. That is the reason for this third thread: it waits, and does nothing else.
class TimeLimit {
public:
    TimeLimit(Database& database, std::chrono::milliseconds limit);
    ~TimeLimit();
    TimeLimit(const TimeLimit&) = delete;
    TimeLimit& operator=(const TimeLimit&) = delete;

private:
    Database& database;
    std::chrono::steady_clock::time_point end;
    std::mutex mutex;
    std::condition_variable_any wake;
    std::jthread timer; ///< last, so that it stops before what it uses goes
};

} // namespace sightline
