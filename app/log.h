#pragma once

#include <memory>
#include <mutex>
#include <string_view>

#include "app/log_limit.h"

namespace sightline {

/// What the wall tells whoever looks after it: one line on standard error when something changed, within LogLimit.
/// Where that is the journal ($JOURNAL_STREAM, systemd.exec(5)) every line begins with its priority; elsewhere with the
/// program's name. From any thread.
class Log {
public:
    Log();
    ~Log();
    Log(const Log&) = delete;
    Log& operator=(const Log&) = delete;

    void say(LogTopic topic, LogLevel level, std::string_view sentence);
    /// Writes what was held back and may be written by now. True: something still is held back.
    bool catchUp();

private:
    struct Inside;
    void write(const LogLine& line);

    std::mutex mutex_; ///< guards `limit_`
    LogLimit limit_;
    std::unique_ptr<Inside> inside_;
};

/// A line as it is written: on one line whatever it holds, with how many were left out before it.
std::string logText(const LogLine& line);

} // namespace sightline
