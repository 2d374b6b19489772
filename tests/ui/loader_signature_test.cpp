#include <condition_variable>
#include <mutex>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "app/loader.h"
#include "tests/support/signed_files.h"

namespace sightline {
namespace {

namespace fs = std::filesystem;
namespace chr = std::chrono;
using testing_support::TestKey;

const TestKey kKey(1);
const TestKey kOther(2);

class LoaderSignature : public testing::Test {
protected:
    ~LoaderSignature() override { loader.reset(); }

    void start(Seconds pairPatience = 30, Seconds firstRetry = RetryWait::kFirst) {
        loader.reset();
        last.reset();
        const SignatureGate gate({.keys = files.keys()}, files.clock);
        loader = std::make_unique<Loader>(
            LoaderOptions{.store = SnapshotStore(files.snapshot(), files.state(), {.gate = gate}),
                          .sample = {},
                          .room = {},
                          .asOf = std::nullopt,
                          .clock = &files.clock,
                          .firstRetry = firstRetry,
                          .pairPatience = pairPatience},
            [this] {
                const std::scoped_lock lock(mutex);
                rung.notify_all();
            });
    }

    /// Waits for an arrival for which that holds.
    bool arrives(const std::function<bool(const Arrival&)>& wanted) { return arrivesWithin(chr::seconds(30), wanted); }
    bool arrivesWithin(chr::seconds time, const std::function<bool(const Arrival&)>& wanted) {
        std::unique_lock lock(mutex);
        return rung.wait_for(lock, time, [&] {
            if (auto next = loader->take()) last = std::move(next);
            return last && wanted(*last);
        });
    }
    bool shows(std::int64_t sequence) {
        return arrives([=](const Arrival& arrival) {
            return arrival.snapshot && arrival.snapshot->meta.sequence == sequence && arrival.problem.empty();
        });
    }
    bool says(const std::string& words) {
        return arrives([=](const Arrival& arrival) { return arrival.problem.find(words) != std::string::npos; });
    }
    std::int64_t shown() { return last && last->snapshot ? last->snapshot->meta.sequence : 0; }

    SignedFiles files;
    std::mutex mutex;
    std::condition_variable rung;
    std::unique_ptr<Loader> loader;
    std::optional<Arrival> last;
};

TEST_F(LoaderSignature, ShowsWhatIsSignedAndSaysByWhom) {
    files.install(kKey);
    files.makeSigned(kKey);
    start();
    ASSERT_TRUE(shows(1));
    EXPECT_EQ(last->trust.signature, "Good: key 010101010101015E, epoch 1 (01-northmoor.pub)");
    EXPECT_THAT(last->trust.keys, testing::ElementsAre("010101010101015E, epoch 1 (01-northmoor.pub)"));
    files.install(kOther, "02-northmoor.pub");
    ASSERT_TRUE(arrives([](const Arrival& arrival) { return arrival.trust.keys.size() == 2; }))
        << "without a new snapshot";
    files.makeSigned(kKey);
    EXPECT_TRUE(shows(2));
}

TEST_F(LoaderSignature, WhatIsNotSignedLeavesThePicture) {
    files.install(kKey);
    files.makeSigned(kKey);
    start();
    ASSERT_TRUE(shows(1));
    files.make(); // and the signature is gone
    ASSERT_TRUE(says("The snapshot is not signed"));
    EXPECT_EQ(shown(), 1);
}

TEST_F(LoaderSignature, WithoutKeysItSaysSo) {
    files.make();
    start();
    ASSERT_TRUE(shows(1));
    EXPECT_EQ(last->trust.signature, "Not signed; no key is installed.");
}

TEST_F(LoaderSignature, APairThatDoesNotFitIsWaitedForInSilence) {
    files.install(kKey);
    files.makeSigned(kKey);
    start();
    ASSERT_TRUE(shows(1));
    // The new signature is there, the new snapshot not yet.
    fs::create_directory(files.path("desk"));
    fs::copy_file(files.snapshot(), files.path("desk/snapshot.db"));
    Claims claims = files.make("desk/snapshot.db");
    claims.file = "snapshot.db";
    const std::string after = readBytes(files.path("desk/snapshot.db"));
    writeBytes(files.signature(), kKey.sign(after, commentOf(claims)));
    EXPECT_FALSE(arrivesWithin(chr::seconds(3), [](const Arrival& arrival) { return !arrival.problem.empty(); }));
    fs::rename(files.path("desk/snapshot.db"), files.snapshot());
    ASSERT_TRUE(shows(2));
}

TEST_F(LoaderSignature, APairThatNeverFitsIsAProblemAfterAWhile) {
    files.install(kKey);
    const Claims claims = files.makeSigned(kKey);
    start(1);
    ASSERT_TRUE(shows(1));
    writeBytes(files.signature(), kKey.sign("something else", commentOf(claims)));
    ASSERT_TRUE(says("The signature is not of this snapshot"));
    EXPECT_EQ(shown(), 1);
    files.sign(kKey, commentOf(claims));
    EXPECT_TRUE(shows(1)) << "in order again";
}

TEST_F(LoaderSignature, LastGoodCopyIsCheckedAgainAtStart) {
    files.install(kKey);
    files.makeSigned(kKey);
    start();
    ASSERT_TRUE(shows(1));
    loader.reset();
    fs::remove(files.snapshot());
    start();
    ASSERT_TRUE(says("no such file"));
    EXPECT_EQ(shown(), 1);
    loader.reset();
    for (const auto& entry : fs::recursive_directory_iterator(files.state()))
        if (entry.path().extension() == ".minisig") writeBytes(entry.path(), "spoilt");
    start();
    ASSERT_TRUE(says("no such file"));
    EXPECT_EQ(shown(), 0) << "nobody vouches for it";
}

// A machine without a clock of its own starts in the past, and is told the time a little later.
TEST_F(LoaderSignature, WhatIsRefusedForTheClockIsTakenWhenThatIsSet) {
    files.install(kKey);
    files.makeSigned(kKey);
    files.now = chr::sys_days{day(2026, 6, 1)};
    start(30, 0.01);
    ASSERT_TRUE(says("made more than a day in the future"));
    EXPECT_EQ(shown(), 0);
    files.now = chr::sys_days{day(2026, 6, 15)};
    ASSERT_TRUE(shows(1));
}

TEST_F(LoaderSignature, AKeyThatIsInstalledHoldsAtOnce) {
    files.install(kOther);
    files.makeSigned(kKey);
    start();
    ASSERT_TRUE(says("not installed here"));
    files.install(kKey, "02-northmoor.pub");
    ASSERT_TRUE(shows(1));
}

TEST_F(LoaderSignature, ExpiryIsSaidWhenItComes) {
    files.install(kKey);
    const Claims claims = files.makeSigned(kKey);
    files.now = claims.expires - chr::seconds(2);
    start();
    ASSERT_TRUE(shows(1));
    EXPECT_EQ(last->trust.expired, "");
    files.now = claims.expires;
    ASSERT_TRUE(arrives([](const Arrival& arrival) { return !arrival.trust.expired.empty(); }));
    EXPECT_EQ(last->trust.expired, "This snapshot has expired: it held until 14 June 2027. A newer one is due.");
    EXPECT_EQ(shown(), 1) << "it stays all the same";
}

TEST_F(LoaderSignature, AClockThatIsNotSetIsSaid) {
    files.make();
    files.now = chr::sys_seconds{};
    start();
    ASSERT_TRUE(shows(1));
    EXPECT_EQ(last->trust.clock, "This machine’s clock is not set: it says 1 January 1970.");
    EXPECT_THAT(last->trust.warnings(), testing::SizeIs(1));
}

} // namespace
} // namespace sightline
