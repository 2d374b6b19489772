// The command that `import --for-signing` prints, run as an officer would, through a snapshot on the share.
#include "app/signing_step.h"

#include <cstdlib>

#include <gtest/gtest.h>

#include "data/publish_signed.h"
#include "tests/support/snapshot_files.h"

namespace sightline {
namespace {

namespace fs = std::filesystem;

bool runs(const std::string& command) { return std::system((command + " >/dev/null 2>&1 </dev/null").c_str()) == 0; }

class SigningStep : public testing::Test {
protected:
    void SetUp() override {
        if (!runs("minisign -v")) GTEST_SKIP() << "minisign is not installed";
        for (const char* folder : {"desk of ours", "keys", "share"}) fs::create_directory(files.path(folder));
        ASSERT_TRUE(runs("minisign -G -W -p " + files.path("keys/01-northmoor.pub").string() + " -s " + key.string()));
    }
    /// What is printed, with the secret key of ours.
    [[nodiscard]] std::string command(const PublishReport& published) const {
        std::string printed = must(signingCommand(published));
        const std::string name = "secret.key";
        const size_t at = printed.find(name);
        return at == std::string::npos ? printed : printed.replace(at, name.size(), key.string());
    }

    SnapshotFiles files;
    fs::path key = files.path("northmoor.key");
};

TEST_F(SigningStep, WhatIsPrintedSignsWhatIsThenPublished) {
    const fs::path desk = files.path("desk of ours/snapshot.db");
    const fs::path share = files.path("share/snapshot.db");
    const auto keys = must(installedKeys(files.path("keys"), KeysFolder::Named));
    Publisher by = SnapshotFiles::publisher();
    by.expires = std::chrono::sys_days{day(2027, 6, 14)};
    const auto published = must(publish(exampleChecklist(), desk, by));
    EXPECT_FALSE(publishSigned(desk, share, keys)) << "it is not signed yet";
    ASSERT_TRUE(runs(command(published))) << command(published);
    const auto report = publishSigned(desk, share, keys);
    ASSERT_TRUE(report) << report.error().message();
    ASSERT_TRUE(report->signature);
    EXPECT_EQ(report->signature->keyFile, "01-northmoor.pub");
}

} // namespace
} // namespace sightline
