#include "app/meeting_marks.h"

#include <fstream>

#include <nlohmann/json.hpp>

#include "data/durable_file.h"

namespace sightline {

namespace {

namespace fs = std::filesystem;
using nlohmann::json;

constexpr const char* kFile = "meetings.json";
constexpr std::size_t kMost = 1000; // two decades of fortnightly meetings

} // namespace

std::vector<MeetingMark> meetingMarks(const fs::path& stateFolder) {
    std::vector<MeetingMark> marks;
    std::ifstream file(stateFolder / kFile);
    const json content = json::parse(file, nullptr, false);
    if (!content.is_array()) return marks;
    for (const json& row : content) {
        if (!row.is_object() || !row.contains("met") || !row["met"].is_number_integer() || !row.contains("digest") ||
            !row["digest"].is_string())
            continue;
        marks.push_back({std::chrono::sys_seconds(std::chrono::seconds(row["met"].get<std::int64_t>())),
                         row["digest"].get<std::string>()});
    }
    return marks;
}

Result<void> addMeetingMark(const fs::path& stateFolder, const MeetingMark& mark) {
    auto marks = meetingMarks(stateFolder);
    marks.push_back(mark);
    if (marks.size() > kMost) marks.erase(marks.begin());
    json content = json::array();
    for (const MeetingMark& one : marks)
        content.push_back({{"met", one.met.time_since_epoch().count()}, {"digest", one.digest}});
    return writeDurably(stateFolder / kFile, content.dump(1) + "\n").map_error([](Failure failure) {
        failure.sentence = "The meeting could not be marked: " + failure.sentence;
        return failure;
    });
}

} // namespace sightline
