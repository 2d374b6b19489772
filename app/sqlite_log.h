#pragma once

#include "app/log.h"
#include "data/sqlite.h"

namespace sightline {

/// Lets a log hear what SQLite notices; it has to outlive all use of SQLite.
SqliteEar earOf(Log& log);

} // namespace sightline
