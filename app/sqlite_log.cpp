#include "app/sqlite_log.h"

#include <string>

namespace sightline {

SqliteEar earOf(Log& log) {
    const auto heard = [](void* context, int /*code*/, const char* words) {
        static_cast<Log*>(context)->say(LogTopic::Source, LogLevel::Warning,
                                        std::string("SQLite notices: ") + words + ".");
    };
    return {heard, &log};
}

} // namespace sightline
