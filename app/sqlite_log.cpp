#include "app/sqlite_log.h"

#include <string>

namespace sightline {

SqliteEar earOf(Log& log) {
    const auto heard = [](void* context, int code, const char* words) {
        // That a file was renamed, or has two names, is how the wall takes and keeps snapshots; errors are not.
        if (isSqliteWarning(code)) return;
        static_cast<Log*>(context)->say(LogTopic::Source, LogLevel::Warning,
                                        std::string("SQLite notices: ") + words + ".");
    };
    return {heard, &log};
}

} // namespace sightline
