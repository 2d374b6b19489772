#include "data/sample.h"

#include <set>

#include "assets/embedded.h"
#include "data/import/csv_checklist.h"

namespace sightline {
namespace {

constexpr std::string_view kFolder = "samples/";
constexpr std::string_view kFacts = "/checklist.csv";

std::string joined(const std::vector<std::string>& names) {
    std::string out;
    for (const std::string& name : names) out += (out.empty() ? "" : ", ") + name;
    return out.empty() ? "none" : out;
}

Result<Snapshot> snapshotFrom(const NamedFiles& files) {
    auto imported = checklistFromCsv(files, "sample");
    if (!imported) return tl::unexpected(imported.error());
    Snapshot snapshot;
    snapshot.checklist = std::move(imported->checklist);
    snapshot.meta.generator = "sightline sample";
    snapshot.sample = true;
    return snapshot;
}

} // namespace

std::vector<std::string> sampleNames() {
    std::set<std::string> names;
    for (const EmbeddedFile& file : embeddedFiles())
        if (file.name.starts_with(kFolder) && file.name.ends_with(kFacts)) {
            const auto name = file.name.substr(kFolder.size(), file.name.size() - kFolder.size() - kFacts.size());
            if (name.find('/') == std::string_view::npos) names.emplace(name);
        }
    return {names.begin(), names.end()};
}

Result<Snapshot> sampleSnapshot(std::string_view name) {
    const NamedFiles files = embeddedSample(name);
    if (files.files.empty())
        return fail(FailureKind::Missing, "sample " + std::string(name),
                    "There is no sample of this name; the samples are: " + joined(sampleNames()) + ".");
    return snapshotFrom(files);
}

std::optional<Snapshot> earlierSample(std::string_view name) {
    NamedFiles files = embeddedSample(std::string(name) + "/earlier");
    if (files.files.empty()) return std::nullopt;
    for (const NamedFile& same : embeddedSample(name).files)
        if (files.find(same.name) == nullptr) files.files.push_back(same);
    auto snapshot = snapshotFrom(files);
    if (!snapshot) return std::nullopt;
    return std::move(*snapshot);
}

} // namespace sightline
