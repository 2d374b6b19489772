// The controls of S4: what the test of bombs measures would be found. The same files, read as somebody would who trusts
// them, take more memory than is allowed; a socket and a file elsewhere are noticed.
#include <algorithm>
#include <csignal>
#include <fstream>
#include <memory>
#include <vector>

#include <gtest/gtest.h>
#include <sys/socket.h>
#include <zip.h>

#include "data/limited/resource_limits.h"
#include "tests/support/bombs.h"
#include "tests/support/measured_run.h"
#include "tests/support/rounds.h"
#include "tests/support/temp_folder.h"

namespace sightline {
namespace {

namespace fs = std::filesystem;
using testing_support::Bomb;
using testing_support::measuredFunction;

constexpr long kMostMiB = 256;

// Unpacks whatever an archive holds, and holds it, as an importer without limits does.
int readTrustingly(const fs::path& file) {
    lowerLimit(RLIMIT_AS, rlim_t{2} << 30); // so much the machine of the test can spare
    int error = 0;
    zip_t* const archive = zip_open(file.c_str(), ZIP_RDONLY, &error);
    if (archive == nullptr) return 1;
    constexpr zip_int64_t kFirst = 1'000; // opening a million takes longer than it needs to be shown
    std::vector<std::string> parts;
    std::vector<char> block(65'536);
    for (zip_int64_t i = 0; i < std::min(zip_get_num_entries(archive, 0), kFirst); ++i) {
        zip_file_t* const part = zip_fopen_index(archive, static_cast<zip_uint64_t>(i), 0);
        if (part == nullptr) continue;
        std::string& bytes = parts.emplace_back();
        for (zip_int64_t got = 0; (got = zip_fread(part, block.data(), block.size())) > 0;)
            bytes.append(block.data(), static_cast<std::size_t>(got));
        zip_fclose(part);
    }
    zip_discard(archive);
    return 0;
}

TEST(BombsControl, ReadWithoutLimitsTheyTakeMoreThanIsAllowed) {
    if (kSanitized) GTEST_SKIP() << "a sanitizer has to have all memory";
    const TempFolder folder;
    int found = 0;
    long most = 0;
    for (const Bomb& bomb : testing_support::archiveBombs()) {
        if (bomb.name != "overlap.xlsx" && !bomb.name.starts_with("million-files")) continue;
        bomb.make(folder.path() / bomb.name);
        const auto run = measuredFunction([&] { return readTrustingly(folder.path() / bomb.name); }, folder.path());
        found += run.peakMiB > kMostMiB ? 1 : 0;
        most = std::max(most, run.peakMiB);
    }
    testing_support::sayFigure("control: without limits " + std::to_string(found) + " of the archives take more than " +
                               std::to_string(kMostMiB) + " MiB, one of them " + std::to_string(most) + " MiB");
    EXPECT_EQ(found, 3);
}

TEST(BombsControl, ASocketIsNoticed) {
    const TempFolder folder;
    const auto opened = [] { return ::socket(AF_INET, SOCK_DGRAM, 0) >= 0 ? 0 : 1; };
    EXPECT_EQ(measuredFunction(opened, folder.path()).code, -SIGSYS);
    EXPECT_EQ(measuredFunction(opened, folder.path(), false).code, 0);
}

TEST(BombsControl, AFileElsewhereIsNoticed) {
    const TempFolder folder;
    fs::create_directories(folder.path() / "one/two");
    const auto before = testing_support::filesBelow(folder.path());
    const auto climbing = [] { return std::ofstream("../../outside.xml").put('x') ? 0 : 1; };
    EXPECT_EQ(measuredFunction(climbing, folder.path() / "one/two").code, 0);
    EXPECT_NE(testing_support::filesBelow(folder.path()), before);
}

} // namespace
} // namespace sightline
