#include "app/wall_record.h"

#include <algorithm>

#include <fmt/format.h>

#include "app/status_file.h"

namespace sightline {

WallRecord::WallRecord(WallIdentity wall, std::filesystem::path folder, Log& log)
    : folder_(std::move(folder)), log_(log) {
    status_.wall = std::move(wall);
    const WallIdentity& identity = status_.wall;
    const std::string what =
        identity.sample.empty() ? identity.source : fmt::format("the sample \"{}\"", identity.sample);
    log_.say(LogTopic::Wall, LogLevel::Notice, fmt::format("Version {} shows {}.", identity.version, what));
    if (!identity.notTaken.empty())
        log_.say(LogTopic::Configuration, LogLevel::Warning, identity.notTaken + " Defaults are in force.");
    else if (!identity.configuration.empty())
        log_.say(LogTopic::Configuration, LogLevel::Info, identity.configuration + " is in force.");
}

void WallRecord::shown(const Snapshot& snapshot) {
    status_.shown = shownSnapshot(snapshot, thisMoment());
    std::string what = snapshot.sample ? std::string("The sample is on the wall.")
                                       : fmt::format("Snapshot {} ({}) is on the wall.", snapshot.meta.sequence,
                                                     snapshot.digest.substr(0, 16));
    log_.say(LogTopic::Source, LogLevel::Notice, what);
    remember(true, std::move(what));
}

void WallRecord::problem(const std::string& sentence) {
    if (sentence == status_.problem) return;
    status_.problem = sentence;
    status_.problemSince = thisMoment();
    const std::string what = sentence.empty() ? "The source is in order again." : sentence;
    log_.say(LogTopic::Source, sentence.empty() ? LogLevel::Notice : LogLevel::Warning, what);
    remember(sentence.empty(), what);
}

void WallRecord::trusted(const SourceTrust& trust) {
    std::vector<std::string> sentences = trust.warnings();
    if (sentences == status_.warnings && trust.keys == status_.keys) return;
    status_.keys = trust.keys;
    for (const std::string& sentence : sentences)
        if (std::ranges::find(status_.warnings, sentence) == status_.warnings.end()) {
            log_.say(LogTopic::Source, LogLevel::Warning, sentence);
            remember(false, sentence);
        }
    status_.warnings = std::move(sentences);
    changed_ = true;
}

void WallRecord::remarked(const std::string& sentence) {
    if (sentence.empty()) return;
    log_.say(LogTopic::State, LogLevel::Warning, sentence);
    remember(false, sentence);
}

void WallRecord::counted(const WallCounts& counts) {
    if (counts == status_.counts) return;
    // Until the wall has drawn its first frame there is little to say: what it can say then is not kept waiting.
    if (status_.counts.frames == 0) written_.reset();
    status_.counts = counts;
    changed_ = true;
}

void WallRecord::end() {
    log_.say(LogTopic::Wall, LogLevel::Notice, "The wall has ended.");
    status_.ended = thisMoment();
    write();
}

std::optional<Seconds> WallRecord::settle(Seconds now) {
    const bool held = log_.catchUp();
    if (changed_ && (!written_ || now - *written_ >= kStatusPause)) {
        written_ = now;
        write();
    }
    std::optional<Seconds> next;
    if (changed_) next = std::max(0.0, *written_ + kStatusPause - now);
    if (held) next = std::min(next.value_or(kStatusPause), kStatusPause);
    return next;
}

void WallRecord::remember(bool taken, std::string what) {
    auto& events = status_.events;
    events.insert(events.begin(), {thisMoment(), taken, std::move(what)});
    if (events.size() > kSourceEvents) events.pop_back();
    changed_ = true;
}

void WallRecord::write() {
    changed_ = false;
    if (auto written = writeStatus(status_, folder_); !written)
        log_.say(LogTopic::State, LogLevel::Warning, written.error().message());
}

} // namespace sightline
