#include <fstream>

#include <sys/stat.h>

#include "data/limited/resource_limits.h"
#include "tests/support/bombs.h"

namespace sightline::testing_support {
namespace {

namespace fs = std::filesystem;

constexpr const char* kElements = "number,title,statement\n1,One,The first\n";

void write(const fs::path& file, std::string_view bytes) {
    std::ofstream(file, std::ios::binary).write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
}

/// A folder that would be fine, but for one file.
Bomb withFile(std::string name, std::string file, std::function<std::string()> bytes, std::string says) {
    const auto make = [file = std::move(file), bytes = std::move(bytes)](const fs::path& folder) {
        fs::create_directory(folder);
        write(folder / "checklist.csv", "title,authority\nTest of Assurance,Northmoor Council\n");
        write(folder / "element.csv", kElements);
        write(folder / file, bytes());
    };
    return {std::move(name), make, std::move(says)};
}

/// One with something in it that is no file at all.
Bomb withThing(std::string name, std::function<void(const fs::path&)> add, std::string says) {
    const auto make = [add = std::move(add)](const fs::path& folder) {
        fs::create_directory(folder);
        add(folder);
    };
    return {std::move(name), make, std::move(says)};
}

void manyFiles(const fs::path& folder) {
    for (int i = 0; i < 5'000; ++i) write(folder / (std::to_string(i) + ".csv"), "a,b\n");
}

// The most that is taken of all files together, were each as large as it may be.
void manyLargeFiles(const fs::path& folder) {
    const std::string rows = "text\n" + repeated("x\n", 7'000'000);
    for (int i = 0; i < 10; ++i) write(folder / (std::to_string(i) + ".csv"), rows);
}

} // namespace

std::vector<Bomb> csvBombs() {
    return {
        withFile(
            "columns.csv", "evidence.csv", [] { return "name" + std::string(1'000'000, ',') + "\n"; },
            "more than 64 columns"),
        withFile(
            "rows.csv", "evidence.csv", [] { return "name,elements\n" + repeated("a,1\n", 4'000'000); },
            "more than 20,000 rows"),
        withFile(
            "cells.csv", "evidence.csv", [] { return "name\n" + repeated(std::string(63, ',') + "a\n", 19'000); },
            "more than a million cells"),
        withFile(
            "empty-rows.csv", "evidence.csv", [] { return "name,elements\n" + std::string(15'000'000, '\n'); },
            "more than a million cells"),
        withFile(
            "long-cell.csv", "evidence.csv", [] { return "name,elements\n" + noise(15'000'000) + ",1\n"; },
            "a cell of more than"),
        withFile(
            "long-header.csv", "evidence.csv", [] { return noise(15'000'000) + "\n"; }, "a cell of more than"),
        withFile(
            "large-file.csv", "evidence.csv", [] { return "name\n" + noise(40'000'000); }, "larger than 16 MB"),
        withFile(
            "open-quote.csv", "evidence.csv", [] { return "name,elements\n\"" + noise(15'000'000); },
            "a cell of more than"),
        withFile(
            "quotes.csv", "evidence.csv", [] { return "name,elements\n" + std::string(15'000'001, '"'); },
            "never closed"),
        withFile(
            "zeros.csv", "evidence.csv", [] { return std::string(15'000'000, '\0'); }, "control character"),
        withFile(
            "not-text.csv", "evidence.csv", [] { return std::string(15'000'000, '\xff'); }, "not UTF-8"),
        withThing("many-files.csv", manyFiles, "more than 200 files"),
        withThing("many-large-files.csv", manyLargeFiles, "32 MB together"),
        withThing(
            "pipe.csv", [](const fs::path& folder) { ::mkfifo((folder / "checklist.csv").c_str(), 0600); },
            "checklist.csv"),
        withThing(
            "endless.csv", [](const fs::path& folder) { fs::create_symlink("/dev/zero", folder / "checklist.csv"); },
            "checklist.csv"),
        withThing(
            "other-file.csv",
            [](const fs::path& folder) { fs::create_symlink("/etc/passwd", folder / "checklist.csv"); },
            kSanitized ? "not known here" : "no right to read"), // a sanitizer keeps processes from being confined
    };
}

} // namespace sightline::testing_support
