#include "app/sqlite_log.h"

#include <string>
#include <string_view>

namespace sightline {

SqliteEar earOf(Log& log) {
    const auto heard = [](void* context, int /*code*/, const char* words) {
        // Every kept snapshot has two names: one to be shown by, and one in the history.
        if (std::string_view(words).starts_with("multiple links to file")) return;
        static_cast<Log*>(context)->say(LogTopic::Source, LogLevel::Warning,
                                        std::string("SQLite notices: ") + words + ".");
    };
    return {heard, &log};
}

} // namespace sightline
