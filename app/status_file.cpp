#include "app/status_file.h"

#include <algorithm>
#include <cerrno>
#include <fcntl.h>
#include <nlohmann/json.hpp>
#include <type_traits>
#include <unistd.h>

#include "data/durable_file.h"
#include "data/file.h"
#include "data/folder_entries.h"
#include "data/signature/key_ring.h"

namespace sightline {

namespace {

namespace fs = std::filesystem;
using Json = nlohmann::ordered_json;

constexpr std::uint64_t kMostBytes = 256 << 10;

Json countsJson(const WallCounts& counts) {
    Json why = Json::object();
    for (std::size_t i = 0; i < counts.why.size(); ++i)
        if (counts.why[i] > 0) why[std::string(whyName(static_cast<Why>(i)))] = counts.why[i];
    Json display{{"renderer", counts.renderer},     {"width", counts.panel.width},
                 {"height", counts.panel.height},   {"diagonal_inches", counts.diagonalIn},
                 {"connected", counts.connected},   {"screen", counts.screen},
                 {"changes", counts.displayChanges}};
    if (counts.displayChanges > 0) display["changed"] = utcText(counts.displayChanged);
    return {{"frames", counts.frames}, {"why", why}, {"display", display}};
}

Json wallJson(const WallIdentity& wall) {
    return {{"version", wall.version},
            {"pid", wall.process.pid},
            {"start_ticks", wall.process.startTicks},
            {"boot", wall.process.boot},
            {"started", utcText(wall.started)},
            {"source", wall.source},
            {"sample", wall.sample},
            {"configuration", {{"file", wall.configuration}, {"not_taken", wall.notTaken}}}};
}

Json shownJson(const ShownSnapshot& shown) {
    Json out{{"sequence", shown.sequence},
             {"digest", shown.digest},
             {"position_date", isoDate(shown.position)},
             {"since", utcText(shown.since)}};
    if (shown.sequence == 0) return out; // a sample is of no site
    out["site"] = shown.site;
    out["expires"] = shown.expires.empty() ? Json() : Json(shown.expires);
    out["signature"] = nullptr;
    if (shown.signature)
        out["signature"] = {
            {"key", shown.signature->keyId}, {"file", shown.signature->keyFile}, {"epoch", shown.signature->epoch}};
    return out;
}

/// Takes values out of JSON that may be anything: what is missing or of another kind is left as it is.
class Taker {
public:
    explicit Taker(const Json& from) : from_(from) {}

    void text(const char* name, std::string& into) const {
        if (const Json* value = at(name); value != nullptr && value->is_string()) into = value->get<std::string>();
    }
    template <class Number>
    void number(const char* name, Number& into) const {
        const Json* value = at(name);
        // A number of the wrong kind may be too large to be turned into the right one.
        const bool fits = value != nullptr &&
                          (std::is_floating_point_v<Number> ? value->is_number_float() || value->is_number_integer()
                                                            : value->is_number_integer());
        if (fits) into = value->get<Number>();
    }
    void truth(const char* name, bool& into) const {
        if (const Json* value = at(name); value != nullptr && value->is_boolean()) into = value->get<bool>();
    }
    void moment(const char* name, Moment& into) const {
        std::string written;
        text(name, written);
        if (const auto read = parseUtc(written)) into = *read;
    }
    [[nodiscard]] Taker object(const char* name) const {
        static const Json kNothing = Json::object();
        const Json* value = at(name);
        return Taker(value != nullptr && value->is_object() ? *value : kNothing);
    }
    [[nodiscard]] const Json* at(const char* name) const {
        const auto found = from_.find(name);
        return found == from_.end() ? nullptr : &*found;
    }

private:
    const Json& from_;
};

void takeWall(const Taker& from, WallIdentity& wall) {
    from.text("version", wall.version);
    from.number("pid", wall.process.pid);
    from.number("start_ticks", wall.process.startTicks);
    from.text("boot", wall.process.boot);
    from.moment("started", wall.started);
    from.text("source", wall.source);
    from.text("sample", wall.sample);
    from.object("configuration").text("file", wall.configuration);
    from.object("configuration").text("not_taken", wall.notTaken);
}

void takeCounts(const Taker& from, WallCounts& counts) {
    from.number("frames", counts.frames);
    const Taker why = from.object("why");
    for (std::size_t i = 0; i < counts.why.size(); ++i)
        why.number(std::string(whyName(static_cast<Why>(i))).c_str(), counts.why[i]);
    const Taker display = from.object("display");
    display.text("renderer", counts.renderer);
    display.number("width", counts.panel.width);
    display.number("height", counts.panel.height);
    display.number("diagonal_inches", counts.diagonalIn);
    display.truth("connected", counts.connected);
    display.text("screen", counts.screen);
    display.number("changes", counts.displayChanges);
    display.moment("changed", counts.displayChanged);
}

void takeSignature(const Taker& from, ShownSnapshot& shown) {
    from.text("site", shown.site);
    from.text("expires", shown.expires);
    if (const Json* there = from.at("signature"); there == nullptr || !there->is_object()) return;
    const Taker signature = from.object("signature");
    Signature& by = shown.signature.emplace();
    signature.text("key", by.keyId);
    signature.text("file", by.keyFile);
    signature.number("epoch", by.epoch);
}

void takeEvents(const Json* from, std::vector<SourceEvent>& events) {
    if (from == nullptr || !from->is_array()) return;
    for (const Json& row : *from) {
        if (!row.is_object() || events.size() == kSourceEvents) continue;
        SourceEvent event;
        const Taker taker(row);
        taker.moment("when", event.when);
        taker.text("what", event.what);
        taker.truth("taken", event.taken);
        events.push_back(std::move(event));
    }
}

void takeSentences(const Json* from, std::size_t most, std::vector<std::string>& sentences) {
    if (from == nullptr || !from->is_array()) return;
    for (const Json& one : *from)
        if (one.is_string() && sentences.size() < most) sentences.push_back(one);
}

Result<void> writeNew(const fs::path& file, const std::string& bytes) {
    OpenFile out(::open(file.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0600));
    if (!out.isOpen()) return systemFailure(FailureKind::CannotWrite, file.string(), errno);
    if (auto written = writeAll(out, bytes, file.string()); !written) return written;
    if (!out.close()) return systemFailure(FailureKind::CannotWrite, file.string(), errno);
    return {};
}

} // namespace

std::string statusJson(const WallStatus& status) {
    Json out{{"format", 1}, {"wall", wallJson(status.wall)}};
    if (status.shown) out["snapshot"] = shownJson(*status.shown);
    if (!status.problem.empty()) out["problem"] = {{"what", status.problem}, {"since", utcText(status.problemSince)}};
    if (!status.keys.empty()) out["keys"] = status.keys;
    if (!status.warnings.empty()) out["warnings"] = status.warnings;
    Json events = Json::array();
    for (const SourceEvent& event : status.events)
        events.push_back({{"when", utcText(event.when)}, {"taken", event.taken}, {"what", event.what}});
    out["events"] = std::move(events);
    out.update(countsJson(status.counts));
    if (status.ended) out["ended"] = utcText(*status.ended);
    return out.dump(1, ' ', false, Json::error_handler_t::replace) + "\n";
}

Result<WallStatus> parseStatus(const std::string& json, const std::string& place) {
    const Json content = Json::parse(json, nullptr, false);
    if (!content.is_object() || content.value("format", Json()) != 1)
        return fail(FailureKind::Foreign, place, "This is not what a wall writes of its health.");
    const Taker from(content);
    WallStatus status;
    takeWall(from.object("wall"), status.wall);
    takeCounts(from, status.counts);
    if (from.at("snapshot") != nullptr) {
        const Taker snapshot = from.object("snapshot");
        ShownSnapshot& shown = status.shown.emplace();
        std::string date;
        snapshot.number("sequence", shown.sequence);
        snapshot.text("digest", shown.digest);
        snapshot.text("position_date", date);
        shown.position = parseIsoDate(date).value_or(PartialDate{});
        snapshot.moment("since", shown.since);
        takeSignature(snapshot, shown);
    }
    from.object("problem").text("what", status.problem);
    from.object("problem").moment("since", status.problemSince);
    takeSentences(from.at("keys"), kMostKeys, status.keys);
    takeSentences(from.at("warnings"), kSourceEvents, status.warnings);
    takeEvents(from.at("events"), status.events);
    if (from.at("ended") != nullptr) from.moment("ended", status.ended.emplace());
    return status;
}

Result<void> writeStatus(const WallStatus& status, const fs::path& folder) {
    if (auto made = makeFoldersDurably(folder); !made) return made;
    const fs::path target = folder / kStatusFile;
    const fs::path temporary = folder / ("." + std::string(kStatusFile) + "." + randomName() + ".tmp");
    removeStale(folder, "." + std::string(kStatusFile) + ".", ".tmp");
    auto written = writeNew(temporary, statusJson(status));
    if (written && ::rename(temporary.c_str(), target.c_str()) != 0)
        written = systemFailure(FailureKind::CannotWrite, target.string(), errno);
    if (!written) ::unlink(temporary.c_str());
    return written;
}

std::vector<Result<WallStatus>> readStatuses(const fs::path& stateFolder) {
    std::vector<Result<WallStatus>> statuses;
    std::vector<fs::path> files;
    FolderEntries entries(stateFolder);
    while (const auto name = entries.next()) files.push_back(stateFolder / *name / kStatusFile);
    if (entries.error() != 0) {
        statuses.emplace_back(systemFailure(FailureKind::Missing, stateFolder.string(), entries.error()));
        return statuses;
    }
    std::ranges::sort(files);
    for (const fs::path& file : files) {
        if (std::error_code ignored; !fs::exists(fs::symlink_status(file, ignored))) continue;
        const auto source = openRegular(file, kMostBytes);
        const auto text = source ? readUpTo(source->file, kMostBytes, file.string())
                                 : Result<std::string>(tl::unexpected(source.error()));
        if (text)
            statuses.push_back(parseStatus(*text, file.string()));
        else
            statuses.emplace_back(tl::unexpected(text.error()));
    }
    return statuses;
}

} // namespace sightline
