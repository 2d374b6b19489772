// A folder of CSV files, one after the other with a line "=== NAME" before each.
#include <algorithm>

#include "data/import/csv.h"
#include "data/import/csv_checklist.h"
#include "tests/fuzz/fuzz_target.h"

namespace sightline::fuzz {
namespace {

constexpr std::string_view kMark = "=== ";

NamedFiles folderOf(std::string_view input) {
    NamedFiles folder;
    folder.place = "input";
    while (input.starts_with(kMark)) {
        const std::size_t nameEnds = std::min(input.find('\n'), input.size());
        std::string name(input.substr(kMark.size(), nameEnds - std::min(nameEnds, kMark.size())));
        input.remove_prefix(std::min(nameEnds + 1, input.size()));
        const std::size_t end = std::min(input.find("\n=== "), input.size());
        folder.files.push_back({std::move(name), input.substr(0, end)});
        input.remove_prefix(std::min(end + 1, input.size()));
    }
    return folder;
}

} // namespace

void takeInput(std::string_view input) {
    const auto records = parseCsv(input, "input");
    if (!records) require(records.error().place.starts_with("input"), "a refusal names the file");
    if (records)
        for (const CsvRecord& record : *records) require(record.cells.size() <= kMostCsvColumns, "columns are bounded");
    const NamedFiles folder = folderOf(input);
    const auto read = checklistFromCsv(folder, "csv");
    require(read || !read.error().sentence.empty(), "what is refused has a sentence");
}

std::vector<std::string> seeds() {
    std::vector<std::string> out;
    for (const char* sample : {"dorset", "northmoor"}) {
        const NamedFiles files = embeddedSample(sample);
        std::string all;
        for (const NamedFile& file : files.files) {
            // The first rows say what a table is like; thousands of bytes more only slow the search down.
            constexpr std::size_t kMost = 200;
            const std::size_t end = file.bytes.size() <= kMost ? file.bytes.size() : file.bytes.rfind('\n', kMost) + 1;
            if (!file.name.ends_with(".csv")) continue;
            all += std::string(kMark) + file.name + "\n" + std::string(file.bytes.substr(0, end));
            if (!all.ends_with('\n')) all += '\n';
        }
        out.push_back(std::move(all));
    }
    return out;
}

} // namespace sightline::fuzz
