#include "data/publish_signed.h"

#include <algorithm>
#include <cerrno>

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <unistd.h>

#include "data/replace_file.h"
#include "data/signature/acceptance.h"
#include "tests/support/signed_files.h"

namespace sightline {
namespace {

namespace fs = std::filesystem;
using testing::ElementsAre;
using testing::HasSubstr;
using testing_support::TestKey;

const TestKey kKey(1);
const TestKey kOther(2);

class PublishSigned : public testing::Test {
protected:
    PublishSigned() {
        files.install(kKey);
        fs::create_directory(files.path("share"));
        target = files.path("share") / "snapshot.db";
    }
    [[nodiscard]] Result<PublishReport> go() const {
        return publishDatabase(files.snapshot(), target, SnapshotFiles::publisher(),
                               must(installedKeys(files.keys(), KeysFolder::Usual)));
    }
    [[nodiscard]] std::vector<std::string> names() const {
        std::vector<std::string> found;
        for (const auto& entry : fs::directory_iterator(files.path("share")))
            found.push_back(entry.path().filename().string());
        std::ranges::sort(found);
        return found;
    }

    SignedFiles files;
    fs::path target;
};

TEST_F(PublishSigned, CarriesThePairByteForByte) {
    files.makeSigned(kKey);
    const auto report = must(go());
    EXPECT_TRUE(report.isSigned);
    EXPECT_EQ(report.signature, (Signature{"010101010101015E", "01-northmoor.pub", 1}));
    EXPECT_EQ(readBytes(target), readBytes(files.snapshot()));
    EXPECT_EQ(readBytes(signaturePath(target)), readBytes(files.signature()));
    EXPECT_THAT(names(), ElementsAre(".publish.lock", "snapshot.db", "snapshot.db.minisig"));
    EXPECT_TRUE(go()) << "the same once more";
}

TEST_F(PublishSigned, RefusesWhatAWallWouldRefuseAndLeavesTheOldPair) {
    files.makeSigned(kKey);
    must(go());
    const std::string before = readBytes(target) + readBytes(signaturePath(target));
    const Claims claims = files.makeSigned(kOther);
    EXPECT_THAT(go().error().sentence, HasSubstr("not installed here"));
    files.sign(kKey, "timestamp:1\tfile:snapshot.db\thashed");
    EXPECT_THAT(go().error().sentence, HasSubstr("not made for a Sightline snapshot"));
    Claims other = claims;
    other.file = "other.db";
    files.sign(kKey, commentOf(other));
    EXPECT_THAT(go().error().sentence, HasSubstr("signed for the name other.db"));
    other = claims;
    other.sequence = 9;
    files.sign(kKey, commentOf(other));
    EXPECT_THAT(go().error().sentence, HasSubstr("not what the snapshot says"));
    EXPECT_EQ(readBytes(target) + readBytes(signaturePath(target)), before);
}

TEST_F(PublishSigned, RefusesAStepBack) {
    files.makeSigned(kKey);
    files.makeSigned(kKey);
    must(go());
    fs::remove(files.snapshot());
    fs::remove(files.signature());
    files.makeSigned(kKey);
    const auto refused = go();
    ASSERT_FALSE(refused);
    EXPECT_THAT(refused.error().sentence, HasSubstr("The snapshot here is number 2, and the signed one is number 1"));
}

// A key of a later epoch takes over from one that was stolen, whatever number the thief used.
TEST_F(PublishSigned, ALaterEpochBeginsToCountAnew) {
    files.makeSigned(kKey);
    Claims claims = files.makeSigned(kKey);
    must(go());
    fs::remove(files.snapshot());
    fs::remove(files.signature());
    claims = files.makeSigned(kOther);
    EXPECT_EQ(claims.sequence, 1);
    files.install(kOther, "02-northmoor.pub");
    EXPECT_EQ(must(go()).sequence, 1);
    EXPECT_EQ(readBytes(target), readBytes(files.snapshot()));
    // Also once the old key is taken away, as the guide says.
    fs::remove(target);
    fs::remove(signaturePath(target));
    fs::remove(files.keys() / "02-northmoor.pub");
    fs::remove(files.snapshot());
    fs::remove(files.signature());
    files.makeSigned(kKey);
    files.makeSigned(kKey);
    must(go());
    fs::remove(files.keys() / "01-northmoor.pub");
    files.install(kOther, "02-northmoor.pub");
    fs::remove(files.snapshot());
    fs::remove(files.signature());
    files.makeSigned(kOther);
    EXPECT_EQ(must(go()).sequence, 1);
    files.install(kKey);
    // And not the other way round.
    fs::remove(files.snapshot());
    fs::remove(files.signature());
    files.makeSigned(kKey);
    EXPECT_FALSE(go());
}

TEST_F(PublishSigned, WritesBothBeforeEitherIsRenamed) {
    files.makeSigned(kKey);
    std::vector<std::string> atTheFirst;
    RenameCalls calls = RenameCalls::ofTheSystem();
    calls.rename = [&](int folder, const char* from, const char* to) {
        if (atTheFirst.empty()) atTheFirst = names();
        return ::renameat(folder, from, folder, to);
    };
    ASSERT_TRUE(publishSigned(files.snapshot(), target, {}, calls));
    EXPECT_EQ(std::ranges::count_if(atTheFirst, [](const std::string& name) { return name.ends_with(".tmp"); }), 2);
}

TEST_F(PublishSigned, ALeapThatNoWallWouldFollowIsNotCountedOn) {
    files.makeSigned(kKey);
    Claims claims = files.makeSigned(kKey);
    claims.sequence = 2 + kLongestJump;
    files.sign(kKey, commentOf(claims));
    EXPECT_EQ(files.make().sequence, 3) << "the number after it would be one too far for a wall that shows the second";
}

// Every rename fails but those of signatures.
RenameCalls onlySignatures() {
    return {[](int folder, const char* from, const char* to) {
                if (std::string_view(to).ends_with(".minisig")) return ::renameat(folder, from, folder, to);
                errno = EIO;
                return -1;
            },
            [](std::chrono::milliseconds) {}};
}

TEST_F(PublishSigned, PutsTheOldSignatureBackWhereTheSnapshotCannotBePlaced) {
    files.makeSigned(kKey);
    must(go());
    const std::string before = readBytes(signaturePath(target));
    files.makeSigned(kKey);
    const std::string snapshot = readBytes(target);
    EXPECT_FALSE(publishSigned(files.snapshot(), target, {}, onlySignatures()));
    EXPECT_EQ(readBytes(signaturePath(target)), before);
    EXPECT_EQ(readBytes(target), snapshot);
    EXPECT_THAT(names(), ElementsAre(".publish.lock", "snapshot.db", "snapshot.db.minisig"));
}

TEST_F(PublishSigned, PutsBackAlsoASignatureThatIsEmpty) {
    files.makeSigned(kKey);
    must(go());
    writeBytes(signaturePath(target), "");
    files.makeSigned(kKey);
    EXPECT_FALSE(publishSigned(files.snapshot(), target, {}, onlySignatures()));
    ASSERT_TRUE(fs::exists(signaturePath(target)));
    EXPECT_EQ(readBytes(signaturePath(target)), "");
}

TEST_F(PublishSigned, CountsOnFromWhatWasSignedLast) {
    files.makeSigned(kKey);
    Claims claims = files.makeSigned(kKey);
    claims.sequence = 41;
    files.sign(kKey, commentOf(claims));
    EXPECT_EQ(files.make().sequence, 42);
    EXPECT_FALSE(hasSignature(files.snapshot())) << "it does not fit any more";
    claims.sequence = 5'000'000;
    files.sign(kKey, commentOf(claims));
    EXPECT_EQ(files.make().sequence, 43) << "walls would refuse such a leap";
    writeBytes(files.signature(), "nonsense");
    EXPECT_EQ(files.make().sequence, 44);
}

TEST_F(PublishSigned, SaysNothingOfWhoWhereNoKeyIsInstalled) {
    files.makeSigned(kKey);
    fs::remove(files.keys() / "01-northmoor.pub");
    const auto report = must(go());
    EXPECT_TRUE(report.isSigned);
    EXPECT_EQ(report.signature, std::nullopt);
}

/// A share whose rename fails as often as it is told, and then works.
struct Share {
    std::vector<int> errors;
    bool worksAllTheSame = false;
    size_t tries = 0;
    std::chrono::milliseconds waited{0};

    RenameCalls calls() {
        return {[this](int folder, const char* from, const char* to) {
                    const size_t now = tries++;
                    if (now >= errors.size()) return ::renameat(folder, from, folder, to);
                    if (worksAllTheSame) ::renameat(folder, from, folder, to);
                    errno = errors[now];
                    return -1;
                },
                [this](std::chrono::milliseconds time) { waited += time; }};
    }
};

class ReplaceOnShare : public testing::Test {
protected:
    ReplaceOnShare() {
        writeBytes(files.path("new"), "new");
        writeBytes(files.path("target"), "old");
    }
    Result<void> go(Share& share) { return replaceFile(files.path("new"), files.path("target"), share.calls()); }
    std::string target() { return readBytes(files.path("target")); }

    SnapshotFiles files;
};

TEST_F(ReplaceOnShare, WaitsWhileSomebodyHasTheFileOpen) {
    Share share{.errors = {EACCES, EACCES, EBUSY}};
    EXPECT_TRUE(go(share));
    EXPECT_EQ(target(), "new");
    EXPECT_EQ(share.waited, std::chrono::milliseconds(250 + 500 + 1'000));
}

TEST_F(ReplaceOnShare, GivesUpAfterAMinuteAndLeavesNothingBehind) {
    Share share{.errors = std::vector<int>(1'000, EACCES)};
    const auto refused = go(share);
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().sentence, "This account has no right to do that.");
    EXPECT_GE(share.waited, std::chrono::seconds(60));
    EXPECT_LT(share.waited, std::chrono::seconds(70));
    EXPECT_EQ(target(), "old");
    EXPECT_EQ(std::distance(fs::directory_iterator(files.path("")), {}), 2);
}

TEST_F(ReplaceOnShare, DoesNotWaitForWhatWillNotPass) {
    Share share{.errors = {EIO}};
    EXPECT_FALSE(go(share));
    EXPECT_EQ(share.waited.count(), 0);
    EXPECT_EQ(target(), "old");
}

TEST_F(ReplaceOnShare, ARenameThatHappenedAllTheSameIsDone) {
    for (const int error : {EIO, ESTALE, ENOENT, EACCES}) {
        writeBytes(files.path("target"), "old");
        Share share{.errors = {error}, .worksAllTheSame = true};
        EXPECT_TRUE(go(share)) << error;
        EXPECT_EQ(target(), "new");
        EXPECT_EQ(share.tries, 1U);
    }
}

} // namespace
} // namespace sightline
