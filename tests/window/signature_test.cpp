#include <fstream>

#include "data/publish_signed.h"
#include "data/sample.h"
#include "data/signature/claims.h"
#include "data/signature/signature_check.h"
#include "tests/support/places.h"
#include "tests/support/sanitizer.h"
#include "tests/support/test_key.h"
#include "tests/window/wall_fixture.h"

namespace sightline::window_tests {
namespace {

namespace fs = std::filesystem;
using testing_support::TestKey;

std::string bytesOf(const fs::path& file) {
    std::ifstream in(file, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
}

void write(const fs::path& file, const std::string& bytes) { std::ofstream(file, std::ios::binary) << bytes; }

/// An officer's desk where snapshots are made and signed, and a share from which the wall takes them.
class SignedWall : public WallFixture {
protected:
    bool start() {
        if (!panel({1920, 1080})) return false;
        for (const char* name : {"desk", "share", "keys.d"}) fs::create_directory(folder / name);
        desk = folder / "desk/wall.db";
        target = folder / "share/wall.db";
        source = {target};
        write(folder / "keys.d/01-northmoor.pub", key.publicFile());
        checklist = sampleSnapshot("northmoor")->checklist;
        return true;
    }
    void showWall() { show({"--keys", folder / "keys.d"}); }

    PublishReport make(std::chrono::seconds lasting = std::chrono::days(365)) {
        Publisher by{.now = std::chrono::system_clock::now()};
        by.expires = std::chrono::floor<std::chrono::seconds>(by.now) + lasting;
        auto report = publish(checklist, desk, by, samplePictures("northmoor"));
        EXPECT_TRUE(report) << report.error().message();
        return *report;
    }
    void sign(const PublishReport& made) const {
        write(signaturePath(desk), key.sign(bytesOf(desk), commentOf(*claimsFor(made.meta, "wall.db", ""))));
    }
    void carry() const {
        const auto carried = publishDatabase(desk, target, {.now = std::chrono::system_clock::now()});
        ASSERT_TRUE(carried) << carried.error().message();
    }
    void makeSigned() {
        sign(make());
        carry();
    }
    /// As a program that knows nothing of signatures would.
    void drop(const std::string& snapshot, const std::string& signature) const {
        if (!signature.empty()) {
            write(folder / "share/new", signature);
            fs::rename(folder / "share/new", signaturePath(target));
        }
        write(folder / "share/new", snapshot);
        fs::rename(folder / "share/new", target);
    }
    void expectRefused(const std::string& words) {
        const Event refused = await("refused");
        EXPECT_NE(refused["why"].get<std::string>().find(words), std::string::npos) << refused;
        awaitSettled();
    }

    TestKey key{1};
    fs::path desk;
    fs::path target;
    Checklist checklist;
};

TEST_F(SignedWall, TakesWhatIsSignedAndNewerAndNothingElse) {
    if (!start()) return;
    makeSigned();
    showWall();
    const std::string first = bytesOf(target);
    const std::string firstSignature = bytesOf(signaturePath(target));

    fs::remove(signaturePath(target));
    make();
    drop(bytesOf(desk), "");
    expectRefused("The snapshot is not signed");
    screenshot("unsigned-refused");

    makeSigned();
    const Event newer = await("snapshot");
    EXPECT_EQ(newer["shown"], true);
    EXPECT_EQ(newer["sequence"], 3);
    awaitSettled();

    drop(first, firstSignature);
    expectRefused("number 1 after number 3");
    screenshot("older-refused");
    tap("nav:about");
    awaitPage("about");
    screenshot("signature-on-about");

    makeSigned();
    EXPECT_EQ(await("snapshot")["sequence"], 4);
}

TEST_F(SignedWall, AKeyThatCannotBeReadIsNoReasonToShowAnything) {
    if (!start()) return;
    makeSigned();
    write(folder / "keys.d/02-broken.pub", "no key\n");
    showWall();
    EXPECT_NE(trace->story().find("not a public key of minisign"), std::string::npos) << trace->story();
    EXPECT_EQ(trace->story().find("\"shown\":true"), std::string::npos);
    screenshot("broken-key");
}

TEST_F(SignedWall, ExpiryIsSaidOnTheWallAndInItsStatus) {
    if (!start()) return;
    sign(make(std::chrono::seconds(12)));
    carry();
    showWall();
    EXPECT_EQ(await("frame", "why", "problem")["event"], "frame");
    awaitSettled();
    screenshot("expired");
    const Ran status = runProgram({testing_support::kBinary, "status", "--json", "--state", folder / "state"});
    EXPECT_NE(status.output.find("010101010101015E"), std::string::npos) << status.output;
    EXPECT_NE(status.output.find("\"site\""), std::string::npos) << status.output;
}

// The real program under clocks that are wrong, by libfaketime.
TEST_F(SignedWall, WrongClocksAreSaidAndNothingElseHappens) {
    if (!installed("faketime")) GTEST_SKIP() << "faketime is not installed";
    for (const char* name : {"desk", "share", "keys.d"}) fs::create_directory(folder / name);
    desk = folder / "desk/wall.db";
    write(folder / "keys.d/01-northmoor.pub", key.publicFile());
    checklist = sampleSnapshot("northmoor")->checklist;
    sign(make());
    enum class Says { NotSet, Either, Expired };
    const std::vector<std::pair<const char*, Says>> clocks = {
        {"1970-01-02", Says::NotSet},       {"1999-12-31", Says::NotSet},  {"2000-02-29", Says::NotSet},
        {"2019-03-31 02:30", Says::NotSet}, {"2024-02-29", Says::NotSet},  {"20 years ago", Says::NotSet},
        {"1 year ago", Says::Either},       {"1 day ago", Says::Either},   {"1 hour ago", Says::Either},
        {"1 second ago", Says::Either},     {"now", Says::Either},         {"1 second", Says::Either},
        {"1 hour", Says::Either},           {"23 hours", Says::Either},    {"25 hours", Says::Either},
        {"364 days", Says::Either},         {"366 days", Says::Expired},   {"10 years", Says::Expired},
        {"2096-02-29", Says::Expired},      {"2099-12-31", Says::Expired},
    };
    ASSERT_GE(clocks.size(), 20U);
    // Below a clock that is ahead, the work folders of other programs look as if they were left behind long ago.
    std::vector<std::string> variables = testing_support::sanitizerOption("verify_asan_link_order=0");
    variables.push_back("TMPDIR=" + folder.string());
    for (const auto& [clock, says] : clocks) {
        const Ran ran = runProgram(
            {"faketime", clock, testing_support::kBinary, "verify", desk, "--keys", folder / "keys.d"}, variables);
        const bool notSet = ran.output.find("clock is not set") != std::string::npos;
        const bool expired = ran.output.find("has expired") != std::string::npos;
        EXPECT_NE(ran.output.find("Good: key"), std::string::npos) << clock << ran.output;
        EXPECT_EQ(ran.exitCode, notSet || expired ? 1 : 0) << clock << ran.output;
        EXPECT_EQ(expired, says == Says::Expired) << clock << ran.output;
        if (says == Says::NotSet) {
            EXPECT_TRUE(notSet) << clock << ran.output;
        }
    }
}

} // namespace
} // namespace sightline::window_tests
