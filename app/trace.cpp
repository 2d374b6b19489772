#include "app/trace.h"

#include <cerrno>
#include <chrono>
#include <cstring>
#include <nlohmann/json.hpp>

#include "app/page_name.h"

namespace sightline {

namespace {

using Json = nlohmann::ordered_json;

double steadyMilliseconds() {
    const auto now = std::chrono::steady_clock::now().time_since_epoch();
    return std::chrono::duration<double, std::milli>(now).count();
}

void write(std::FILE* file, const char* event, const Json& details) {
    Json line{{"event", event}};
    line.update(details);
    line["t"] = steadyMilliseconds();
    // Labels come from verified text; what is not UTF-8 all the same must not end the wall.
    const std::string text = line.dump(-1, ' ', false, Json::error_handler_t::replace) + "\n";
    std::fwrite(text.data(), 1, text.size(), file);
    std::fflush(file);
}

} // namespace

Result<Trace> Trace::open(const std::string& path) {
    if (path.empty()) return Trace(nullptr);
    std::FILE* file = std::fopen(path.c_str(), "we");
    if (file == nullptr)
        return fail(FailureKind::CannotWrite, path,
                    "The trace cannot be written here (" + std::string(std::strerror(errno)) + ").");
    return Trace(file);
}

void Trace::ready() {
    if (file_) write(file_.get(), "ready", Json::object());
}

void Trace::frame(const Reasons& why, int number, double milliseconds, double built, const Snapshot* shown) {
    if (!file_) return;
    Json details{{"why", why.names()}, {"n", number}, {"ms", milliseconds}, {"built", built}};
    if (shown != nullptr) details.update({{"sequence", shown->meta.sequence}, {"digest", shown->digest}});
    write(file_.get(), "frame", details);
}

void Trace::received(double milliseconds) {
    if (file_) write(file_.get(), "received", {{"ms", milliseconds}});
}

void Trace::tap(std::string_view id, std::string_view label) {
    if (file_) write(file_.get(), "tap", {{"id", id}, {"label", label}});
}

void Trace::page(const Location& place) {
    if (file_) write(file_.get(), "page", {{"page", pageName(place)}});
}

void Trace::snapshotShown(std::int64_t sequence, std::string_view digest) {
    if (file_) write(file_.get(), "snapshot", {{"shown", true}, {"sequence", sequence}, {"digest", digest}});
}

void Trace::confirmed() {
    if (file_) write(file_.get(), "confirmed", Json::object());
}

void Trace::searchable(std::size_t entries) {
    if (file_) write(file_.get(), "searchable", {{"entries", entries}});
}

void Trace::refused(const std::string& why) {
    if (file_) write(file_.get(), "refused", {{"why", why}});
}

void Trace::settled() {
    if (file_) write(file_.get(), "settled", Json::object());
}

void Trace::screen(bool on) {
    if (file_) write(file_.get(), "screen", {{"on", on}});
}

void Trace::panel(bool connected, int width, int height) {
    if (file_) write(file_.get(), "panel", {{"connected", connected}, {"width", width}, {"height", height}});
}

void Trace::pointer(bool shown) {
    if (file_) write(file_.get(), "pointer", {{"shown", shown}});
}

void Trace::idle(std::string_view what) {
    if (file_) write(file_.get(), "idle", {{"what", what}});
}

void Trace::meeting(std::string_view what) {
    if (file_) write(file_.get(), "meeting", {{"what", what}});
}

void Trace::rotation(std::string_view what) {
    if (file_) write(file_.get(), "rotation", {{"what", what}});
}

void Trace::privacy(std::string_view what) {
    if (file_) write(file_.get(), "privacy", {{"what", what}});
}

} // namespace sightline
