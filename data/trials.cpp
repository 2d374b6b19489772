#include "data/trials.h"

#include <algorithm>

#include <nlohmann/json.hpp>

#include "data/durable_file.h"
#include "data/file.h"
#include "data/state_folder.h"

namespace sightline {
namespace {

namespace fs = std::filesystem;
using Json = nlohmann::json;

constexpr const char* kFile = "trials.json";
constexpr const char* kAside = "damaged-trials.json";
constexpr int kFormat = 1;
constexpr size_t kMostBytes = 64 << 10;
constexpr size_t kMostRemembered = 64; // of each list: many more than there are slots

bool holds(const std::vector<std::string>& digests, const std::string& digest) {
    return std::ranges::find(digests, digest) != digests.end();
}

void remember(std::vector<std::string>& digests, const std::string& digest) {
    std::erase(digests, digest);
    digests.insert(digests.begin(), digest);
    if (digests.size() > kMostRemembered) digests.pop_back();
}

tl::unexpected<Failure> notOurs(const fs::path& file) {
    return fail(FailureKind::Damaged, file.string(), "The note of which snapshots may be shown is damaged.");
}

} // namespace

bool Trials::isConfirmed(const std::string& digest) const { return holds(confirmed, digest); }
bool Trials::isQuarantined(const std::string& digest) const { return holds(quarantined, digest); }

bool Trials::begin(const std::string& digest) {
    if (digest != onTrial) {
        onTrial = digest;
        starts = 0;
    }
    if (starts < kStartsOnTrial) {
        ++starts;
        return true;
    }
    remember(quarantined, digest);
    onTrial.clear();
    starts = 0;
    return false;
}

void Trials::confirm(const std::string& digest) {
    remember(confirmed, digest);
    if (digest != onTrial) return;
    onTrial.clear();
    starts = 0;
}

void Trials::withdraw(const std::string& digest) {
    if (digest == onTrial && starts > 0) --starts;
}

Result<Trials> readTrials(const fs::path& stateFolder, const std::string& program) {
    const fs::path path = stateFolder / kPrivateFolder / kFile;
    const auto file = openRegular(path, kMostBytes);
    if (!file) {
        std::error_code error;
        if (!fs::exists(fs::symlink_status(path, error))) return Trials{};
        return tl::unexpected(file.error());
    }
    const auto text = readUpTo(file->file, kMostBytes, path.string());
    if (!text) return tl::unexpected(text.error());
    const Json json = Json::parse(*text, nullptr, false);
    if (!json.is_object() || json.value("format", Json()) != kFormat) return notOurs(path);
    if (json.value("program", Json()) != program) return Trials{};
    try {
        Trials trials;
        trials.onTrial = json.at("on trial").get<std::string>();
        trials.starts = std::clamp(json.at("starts").get<int>(), 0, kStartsOnTrial);
        trials.confirmed = json.at("confirmed").get<std::vector<std::string>>();
        trials.quarantined = json.at("quarantined").get<std::vector<std::string>>();
        return trials;
    } catch (const Json::exception&) {
        return notOurs(path);
    }
}

void putTrialsAside(const fs::path& stateFolder) {
    const fs::path folder = stateFolder / kPrivateFolder;
    std::error_code ignored; // what stays is written over, where that can be
    fs::remove_all(folder / kAside, ignored);
    fs::rename(folder / kFile, folder / kAside, ignored);
}

Result<void> writeTrials(const Trials& trials, const fs::path& stateFolder, const std::string& program) {
    const auto folder = privateFolder(stateFolder);
    if (!folder) return tl::unexpected(folder.error());
    const Json json = {{"format", kFormat},
                       {"program", program},
                       {"on trial", trials.onTrial},
                       {"starts", trials.starts},
                       {"confirmed", trials.confirmed},
                       {"quarantined", trials.quarantined}};
    return writeDurably(*folder / kFile, json.dump(1) + "\n");
}

} // namespace sightline
