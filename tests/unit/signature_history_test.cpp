#include <optional>
#include <random>

#include <gtest/gtest.h>

#include "data/signature/acceptance.h"
#include "tests/support/rounds.h"
#include "tests/support/signed_files.h"

namespace sightline {
namespace {

namespace fs = std::filesystem;
namespace chr = std::chrono;
using testing_support::rounds;
using testing_support::sayFigure;

constexpr chr::hours kHour{1};
const chr::sys_seconds kBuilt = chr::sys_days{day(2026, 1, 1)};

/// What a person would say of an offer, written down without looking at the rules' code.
struct Oracle {
    std::optional<SignedSnapshot> highest;

    [[nodiscard]] bool takes(const SignedSnapshot& offer, chr::sys_seconds now) const {
        if (highest && offer == *highest) return true;
        if (offer.claims.created - now > chr::hours(24)) return false;
        if (offer.claims.site != "northmoor") return false;
        if (!highest) return offer.claims.sequence <= 1'000'000;
        if (offer.epoch < highest->epoch) return false;
        const auto before = offer.epoch == highest->epoch ? highest->claims.sequence : 0;
        if (offer.epoch == highest->epoch && offer.claims.sequence <= before) return false;
        if (offer.claims.sequence - before > 1'000'000) return false;
        return offer.claims.expires > now || highest->claims.expires <= now;
    }
};

/// A wall with its state folder, which may lose power, and the world around it.
class History {
public:
    History(const fs::path& folder, unsigned seed, bool remembering)
        : state(folder), random(seed), remembers(remembering) {
        start();
    }

    void step() {
        wander();
        switch (random() % 8) {
        case 0: return crash();
        case 1: return offer(published.empty() ? make() : published[random() % published.size()]); // an old one
        case 2: return offer(forged());
        default: return offer(make());
        }
    }

    std::optional<SignedSnapshot> shown;    ///< on the wall
    std::optional<SignedSnapshot> promoted; ///< what survives a crash
    std::string wrong;                      ///< what was broken; empty: nothing

private:
    void start() {
        clock = std::make_unique<TrustedClock>(Clocks{[this] { return system; }, [this] { return boot; }, kBuilt});
        gate = std::make_unique<SignatureGate>(SignatureSettings{.site = "northmoor"}, *clock);
        gate->recallTime(state);
    }

    // Time goes on, and now and then the clock of the machine is set to something else.
    void wander() {
        const chr::seconds passed{random() % 500'000};
        system += passed;
        boot += passed;
        truth += passed;
        switch (random() % 10) {
        case 0: system = chr::sys_seconds{}; break;
        case 1: system -= kHour; break;
        case 2: system = truth; break;
        default: break;
        }
    }

    SignedSnapshot make() {
        ++sequence;
        if (random() % 50 == 0) ++epoch;
        SignedSnapshot next{epoch,
                            {"northmoor", sequence, truth, truth + chr::days(1 + random() % 60), "snapshot.db"},
                            "digest " + std::to_string(random())};
        published.push_back(next);
        return next;
    }

    // What somebody with a key could sign to do harm, or a mistake.
    SignedSnapshot forged() {
        SignedSnapshot bad = published.empty() ? make() : published.back();
        switch (random() % 6) {
        case 0: bad.claims.sequence += 1'000'002 + static_cast<std::int64_t>(random()); break;
        case 1: bad.digest = "another"; break;
        case 2: bad.claims.created = truth + chr::days(400); break;
        case 3: bad.claims.site = "southmoor"; break;
        case 4: bad.epoch = std::max(1, bad.epoch - 1); break;
        default:
            bad.claims.sequence += 1;
            bad.claims.expires = bad.claims.created + chr::seconds(1);
            break;
        }
        return bad;
    }

    void offer(const SignedSnapshot& one) {
        const auto now = clock->now();
        VerifiedSnapshot verified;
        verified.snapshot.digest = one.digest;
        verified.signature = GoodSignature{{"0123456789ABCDEF", "01-a.pub", one.epoch}, one.claims, "signature"};
        if (!remembers) fs::remove(highestPath(state / "snapshots"));
        const auto answer = gate->admit(verified, "snapshot.db", state);
        const bool admitted = answer.has_value();
        if (remembers && admitted != oracle.takes(one, now))
            wrong = "number " + std::to_string(one.claims.sequence) +
                    (admitted ? " was taken" : " was refused: " + answer.error().message());
        if (!admitted) return;
        oracle.highest = one;
        if (random() % 8 == 0) return crash(); // before it is promoted
        promoted = one;
        if (random() % 8 == 0) return crash(); // before it is shown
        show(one);
    }

    void show(const SignedSnapshot& one) {
        const auto rank = [](const SignedSnapshot& of) { return std::pair(of.epoch, of.claims.sequence); };
        if (highestShown && rank(one) < *highestShown)
            wrong = "number " + std::to_string(one.claims.sequence) + " is shown after a later one";
        highestShown = std::max(highestShown.value_or(rank(one)), rank(one));
        shown = one;
    }

    void crash() {
        gate->rememberTime(state);
        boot = chr::seconds(0);
        start();
        shown.reset();
        if (promoted) show(*promoted);
    }

    fs::path state;
    std::mt19937 random;
    bool remembers;
    chr::sys_seconds truth = chr::sys_days{day(2026, 6, 14)};
    chr::sys_seconds system = truth;
    chr::seconds boot{0};
    std::unique_ptr<TrustedClock> clock;
    std::unique_ptr<SignatureGate> gate;
    Oracle oracle;
    std::int64_t sequence = 0;
    int epoch = 1;
    std::vector<SignedSnapshot> published;
    std::optional<std::pair<int, std::int64_t>> highestShown;
};

int brokenHistories(int count, bool remembering, std::string& last) {
    SnapshotFiles files;
    int broken = 0;
    for (int i = 0; i < count; ++i) {
        const fs::path state = files.path("h" + std::to_string(i));
        History history(state, static_cast<unsigned>(i), remembering);
        for (int step = 0; step < 12 && history.wrong.empty(); ++step) history.step();
        fs::remove_all(state);
        if (history.wrong.empty()) continue;
        ++broken;
        last = "history " + std::to_string(i) + ": " + history.wrong;
    }
    return broken;
}

TEST(SignatureHistory, WhatIsShownNeverFallsBack) {
    std::string last;
    const int count = rounds(10'000);
    const int broken = brokenHistories(count, true, last);
    sayFigure(std::to_string(count) + " histories, " + std::to_string(broken) + " fall back");
    EXPECT_EQ(broken, 0) << last;
}

TEST(SignatureHistory, AWallThatForgetsFallsBack) {
    std::string last;
    constexpr int kCount = 200;
    const int broken = brokenHistories(kCount, false, last);
    sayFigure("control: of a wall that forgets " + std::to_string(broken) + " of " + std::to_string(kCount) +
              " fall back");
    EXPECT_GT(broken, 20);
}

SignedSnapshot numbered(std::int64_t sequence, int epoch = 1) {
    return {epoch, {"northmoor", sequence, kBuilt, kBuilt + chr::days(60), "snapshot.db"}, std::to_string(sequence)};
}

TEST(SignatureHistory, ALeapThatShutsOthersOutIsRefusedAndANewKeyMendsOne) {
    const Standing fresh{std::nullopt, "northmoor", kBuilt};
    EXPECT_TRUE(mayBeShown(numbered(1'000'000), fresh, ""));
    EXPECT_FALSE(mayBeShown(numbered(1'000'001), fresh, ""));
    const Standing leapt{numbered(5), "", kBuilt};
    EXPECT_TRUE(mayBeShown(numbered(1'000'005), leapt, ""));
    EXPECT_FALSE(mayBeShown(numbered(1'000'006), leapt, ""));
    const Standing shutOut{numbered(1'000'005), "", kBuilt};
    EXPECT_FALSE(mayBeShown(numbered(6), shutOut, ""));
    EXPECT_TRUE(mayBeShown(numbered(6, 2), shutOut, ""));
    EXPECT_FALSE(mayBeShown(numbered(1'000'001, 2), shutOut, ""));
}

TEST(SignatureHistory, AnExpiredOneReplacesOnlyWhatHasExpiredToo) {
    SignedSnapshot expired = numbered(2);
    expired.claims.expires = kBuilt + chr::days(1);
    const auto now = kBuilt + chr::days(2);
    EXPECT_TRUE(mayBeShown(expired, {std::nullopt, "", now}, "")) << "rather than nothing at all";
    EXPECT_FALSE(mayBeShown(expired, {numbered(1), "", now}, ""));
    EXPECT_TRUE(mayBeShown(expired, {numbered(1), "", kBuilt + chr::days(90)}, ""));
}

/// A machine whose clock anybody may set.
struct Machine {
    chr::sys_seconds system = chr::sys_days{day(2026, 6, 14)};
    chr::seconds boot{100};
    TrustedClock clock{Clocks{[this] { return system; }, [this] { return boot; }, kBuilt}};
    void pass(chr::seconds time) {
        system += time;
        boot += time;
    }
};

TEST(TrustedClock, TwentyJumpsNeverTakeItBackBehindWhatIsKnown) {
    const std::vector<chr::seconds> jumps = {
        -chr::days(20'000), chr::days(1),    -chr::hours(1),   chr::hours(1),      -chr::seconds(1),
        chr::seconds(1),    -chr::days(365), chr::days(366),   -chr::days(3650),   chr::days(3650),
        chr::days(29),      -chr::days(29),  chr::minutes(59), -chr::minutes(61),  chr::days(59),
        -chr::days(60),     chr::hours(23),  -chr::hours(25),  -chr::days(15'000), chr::days(15'000)};
    ASSERT_GE(jumps.size(), 20U);
    Machine machine;
    const chr::sys_seconds known = chr::sys_days{day(2026, 6, 14)};
    machine.clock.learn(known);
    chr::seconds passed{0};
    for (const chr::seconds jump : jumps) {
        machine.system += jump;
        machine.pass(chr::hours(2));
        passed += chr::hours(2);
        EXPECT_GE(machine.clock.now(), known + passed) << jump.count();
        EXPECT_GE(machine.clock.now(), machine.system) << jump.count();
        EXPECT_EQ(machine.clock.isSet(), machine.system >= kBuilt) << jump.count();
    }
}

TEST(TrustedClock, WalksAtRandom) {
    const int walks = rounds(10'000);
    for (int walk = 0; walk < walks; ++walk) {
        std::mt19937 random(static_cast<unsigned>(walk));
        Machine machine;
        chr::sys_seconds least = kBuilt;
        for (int step = 0; step < 20; ++step) {
            const chr::seconds time{random() % 100'000};
            machine.pass(time);
            least += time;
            if (random() % 3 == 0) machine.system = chr::sys_seconds{chr::seconds{static_cast<std::int64_t>(random())}};
            if (random() % 4 == 0) {
                const auto seen = machine.clock.now();
                machine.clock.learn(seen);
                least = std::max(least, seen);
            }
            ASSERT_GE(machine.clock.now(), least) << "walk " << walk;
            ASSERT_LE(machine.clock.now(), std::max(least, machine.system)) << "walk " << walk;
        }
    }
    sayFigure(std::to_string(walks) + " random walks of the clock, 0 back in time");
}

TEST(TrustedClock, RemembersTimeOverARestart) {
    SnapshotFiles files;
    fs::create_directory(files.state());
    EXPECT_EQ(readLastSeen(files.state()), chr::sys_seconds{}) << "nothing yet";
    const chr::sys_seconds seen = chr::sys_days{day(2026, 6, 14)} + chr::seconds(4'711);
    must(writeLastSeen(files.state(), seen));
    EXPECT_EQ(readLastSeen(files.state()), seen);
    for (const char* bytes : {"", "2026", "yesterday at half p", "9999-99-99T99:99:99Z\n"}) {
        writeBytes(files.state() / "last-seen", bytes);
        EXPECT_EQ(readLastSeen(files.state()), chr::sys_seconds{}) << bytes;
    }
}

} // namespace
} // namespace sightline
