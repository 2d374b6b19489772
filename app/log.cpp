#include "app/log.h"

#include <chrono>
#include <cstdlib>
#include <string>
#include <sys/stat.h>
#include <unistd.h>

#include <fmt/format.h>
#include <spdlog/logger.h>
#include <spdlog/pattern_formatter.h>
#include <spdlog/sinks/stdout_sinks.h>

namespace sightline {

namespace {

Seconds steadyNow() {
    return std::chrono::duration<double>(std::chrono::steady_clock::now().time_since_epoch()).count();
}

/// systemd says in $JOURNAL_STREAM which stream is the journal's: "device:inode".
bool isJournal(int descriptor) {
    const char* stream = std::getenv("JOURNAL_STREAM");
    struct stat status {};
    return stream != nullptr && fstat(descriptor, &status) == 0 &&
           fmt::format("{}:{}", status.st_dev, status.st_ino) == stream;
}

spdlog::level::level_enum levelOf(LogLevel level) {
    switch (level) {
    case LogLevel::Error: return spdlog::level::err;
    case LogLevel::Warning: return spdlog::level::warn;
    case LogLevel::Notice: return spdlog::level::info;
    case LogLevel::Info: return spdlog::level::debug;
    }
    return spdlog::level::info;
}

/// "<4>": what the journal takes for a line's priority (sd-daemon(3)).
class Priority final : public spdlog::custom_flag_formatter {
public:
    void format(const spdlog::details::log_msg& message, const std::tm& /*time*/, spdlog::memory_buf_t& into) override {
        const LogLevel level = message.level == spdlog::level::err    ? LogLevel::Error
                               : message.level == spdlog::level::warn ? LogLevel::Warning
                               : message.level == spdlog::level::info ? LogLevel::Notice
                                                                      : LogLevel::Info;
        const std::string text = fmt::format("<{}>", static_cast<int>(level));
        into.append(text.data(), text.data() + text.size());
    }
    [[nodiscard]] std::unique_ptr<custom_flag_formatter> clone() const override { return std::make_unique<Priority>(); }
};

} // namespace

struct Log::Inside {
    spdlog::logger logger{"sightline", std::make_shared<spdlog::sinks::stderr_sink_mt>()};
};

Log::Log() : inside_(std::make_unique<Inside>()) {
    auto formatter = std::make_unique<spdlog::pattern_formatter>();
    formatter->add_flag<Priority>('*').set_pattern(isJournal(STDERR_FILENO) ? "%*%v" : "sightline: %v");
    inside_->logger.set_formatter(std::move(formatter));
    inside_->logger.set_level(spdlog::level::debug);
}

Log::~Log() = default;

void Log::say(LogTopic topic, LogLevel level, std::string_view sentence) {
    const std::scoped_lock lock(mutex_);
    if (const auto line = limit_.ask(topic, level, sentence, steadyNow())) write(*line);
}

bool Log::catchUp() {
    const std::scoped_lock lock(mutex_);
    for (const LogLine& line : limit_.due(steadyNow())) write(line);
    return limit_.holding();
}

void Log::write(const LogLine& line) { inside_->logger.log(levelOf(line.level), "{}", logText(line)); }

std::string logText(const LogLine& line) {
    std::string text;
    for (const char c : line.sentence) text += static_cast<unsigned char>(c) < 0x20 || c == 0x7f ? '?' : c;
    if (line.leftOut > 0)
        text += fmt::format(" ({} {} before this {} left out.)", line.leftOut, line.leftOut == 1 ? "line" : "lines",
                            line.leftOut == 1 ? "was" : "were");
    return text;
}

} // namespace sightline
