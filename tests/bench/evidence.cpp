// A folder of evidence as a large council might have one, imported twice: how long the pages take, how long it takes
// when nothing changed, how long the snapshot takes to verify, and how much memory that needs.
//
//     build/release/tests/bench/evidence [FILES [PAGES [FOLDER]]]     (50 files of 12 pages)
//
// Three more files are broken, encrypted (where qpdf is installed) and 5,000 pages long: the report names each. With a
// FOLDER, files and snapshot stay there to be looked at.
#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <functional>

#include <sys/resource.h>

#include "data/import/evidence/evidence_pages.h"
#include "data/publish.h"
#include "data/verify.h"
#include "tests/support/example_checklist.h"
#include "tests/support/pdf_builder.h"
#include "tests/support/snapshot_files.h"

namespace {

using namespace sightline;
using testing_support::noisePicture;
using testing_support::reportPdf;
namespace fs = std::filesystem;

double seconds(const std::function<void()>& work) {
    const auto begun = std::chrono::steady_clock::now();
    work();
    return std::chrono::duration<double>(std::chrono::steady_clock::now() - begun).count();
}

long peakMegabytes() {
    rusage usage{};
    getrusage(RUSAGE_SELF, &usage);
    return usage.ru_maxrss / 1024;
}

std::string nameOf(int file) { return "Report " + std::to_string(file + 100); }

// Every tenth page of every fourth file is a photograph.
void writeFiles(const fs::path& folder, int files, int pages) {
    for (int i = 0; i < files; ++i) {
        auto pdf = reportPdf(pages, nameOf(i));
        if (i % 4 == 0)
            for (size_t page = 5; page < pdf.pages.size(); page += 10)
                pdf.pages[page].more = noisePicture(60, 80, static_cast<unsigned>(i));
        writeBytes(folder / (nameOf(i) + ".pdf"), pdf.bytes());
    }
    writeBytes(folder / "Broken.pdf", reportPdf(4, "Broken").bytes().substr(0, 900));
    writeBytes(folder / "Long.pdf", reportPdf(5'000, "Long", 2).bytes());
    const std::string command = "qpdf --encrypt secret owner 256 -- '" + (folder / (nameOf(0) + ".pdf")).string() +
                                "' '" + (folder / "Encrypted.pdf").string() + "' 2>/dev/null";
    if (std::system(command.c_str()) != 0) std::puts("qpdf is not installed: no encrypted file");
}

Imported checklistFor(int files) {
    Imported imported;
    imported.checklist = exampleChecklist();
    const auto add = [&](const std::string& name) {
        Evidence item;
        item.id = static_cast<int>(imported.checklist.evidence.size()) + 100;
        item.name = name;
        imported.checklist.evidence.push_back(item);
    };
    for (int i = 0; i < files; ++i) add(nameOf(i));
    for (const char* name : {"Broken", "Encrypted", "Long"}) add(name);
    return imported;
}

} // namespace

int main(int argc, char** argv) {
    const int files = argc > 1 ? std::max(1, std::atoi(argv[1])) : 50;
    const int pages = argc > 2 ? std::max(1, std::atoi(argv[2])) : 12;
    const TemporaryFolder temporary = must(TemporaryFolder::make());
    const fs::path root = argc > 3 ? fs::path(argv[3]) : temporary.path();
    const fs::path folder = root / "evidence";
    const fs::path target = root / "snapshot.db";
    fs::create_directories(folder);
    must(initialiseSqlite());
    writeFiles(folder, files, pages);

    const Publisher publisher = SnapshotFiles::publisher();
    for (const char* round : {"first", "again, nothing changed"}) {
        Imported imported = checklistFor(files);
        PictureSource pictures;
        const double making = seconds([&] {
            pictures = must(addEvidencePages(
                imported, {.folder = folder, .earlier = target, .interruption = {}, .progress = {}, .limits = {}}));
        });
        std::printf("%s: %d pages in %.2f s\n", round, imported.report.pages->pages, making);
        if (fs::exists(target) == false) std::fputs(imported.report.pages->text().c_str(), stdout);
        const double publishing = seconds([&] { must(publish(imported.checklist, target, publisher, pictures)); });
        std::printf("  published in %.2f s: %.1f MiB\n", publishing,
                    static_cast<double>(fs::file_size(target)) / (1 << 20));
    }
    const long before = peakMegabytes();
    std::printf("taken and verified in %.2f s\n", seconds([&] { must(takeSnapshot(target, root / "state")); }));
    std::printf("memory at most: %ld MiB before, %ld MiB after\n", before, peakMegabytes());
    return 0;
}
