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

} // namespace

std::vector<std::string> sampleNames() {
    std::set<std::string> names;
    for (const EmbeddedFile& file : embeddedFiles())
        if (file.name.starts_with(kFolder) && file.name.ends_with(kFacts))
            names.emplace(file.name.substr(kFolder.size(), file.name.size() - kFolder.size() - kFacts.size()));
    return {names.begin(), names.end()};
}

Result<Snapshot> sampleSnapshot(std::string_view name) {
    const NamedFiles files = embeddedSample(name);
    if (files.files.empty())
        return fail(FailureKind::Missing, "sample " + std::string(name),
                    "There is no sample of this name; the samples are: " + joined(sampleNames()) + ".");
    auto imported = checklistFromCsv(files, "sample");
    if (!imported) return tl::unexpected(imported.error());
    Snapshot snapshot;
    snapshot.checklist = std::move(imported->checklist);
    snapshot.meta.generator = "sightline sample";
    snapshot.sample = true;
    return snapshot;
}

} // namespace sightline
