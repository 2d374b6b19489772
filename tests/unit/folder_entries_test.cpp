#include "data/folder_entries.h"

#include <algorithm>
#include <cerrno>
#include <vector>

#include <gtest/gtest.h>

#include "data/durable_file.h"
#include "tests/support/snapshot_files.h"

namespace sightline {
namespace {

namespace fs = std::filesystem;

TEST(FolderEntries, AreTheNamesInAFolder) {
    const SnapshotFiles files;
    for (const char* name : {"a.db", ".hidden", "...", "with space"}) writeBytes(files.path(name), "x");
    fs::create_directory(files.path("folder"));
    std::vector<std::string> names;
    FolderEntries entries(files.path(""));
    while (const auto name = entries.next()) names.emplace_back(*name);
    std::ranges::sort(names);
    EXPECT_EQ(names, (std::vector<std::string>{"...", ".hidden", "a.db", "folder", "with space"}));
    EXPECT_EQ(entries.error(), 0);
    EXPECT_FALSE(entries.next()) << "and no more after the last";
}

TEST(FolderEntries, SayWhyThereAreNone) {
    const SnapshotFiles files;
    writeBytes(files.path("file"), "x");
    for (const auto& [name, error] : {std::pair("nothing", ENOENT), std::pair("file", ENOTDIR)}) {
        FolderEntries entries(files.path(name));
        EXPECT_FALSE(entries.next());
        EXPECT_EQ(entries.error(), error) << name;
        EXPECT_EQ(entries.descriptor(), -1);
    }
}

TEST(DurableFolders, AreMadeWithThoseAboveThem) {
    const SnapshotFiles files;
    ASSERT_TRUE(makeFoldersDurably(files.path("one/two/three")));
    EXPECT_TRUE(fs::is_directory(files.path("one/two/three")));
    EXPECT_TRUE(makeFoldersDurably(files.path("one/two/three"))) << "they may be there already";
    writeBytes(files.path("one/file"), "x");
    for (const char* name : {"one/file", "one/file/below"}) {
        const auto made = makeFoldersDurably(files.path(name));
        ASSERT_FALSE(made) << name;
        EXPECT_EQ(made.error().message(), files.path("one/file").string() + ": A part of the path is not a folder.");
    }
}

} // namespace
} // namespace sightline
