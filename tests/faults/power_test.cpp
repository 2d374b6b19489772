// R5: whatever a disk holds after the power went while a snapshot was published, or taken by the wall, there is a
// picture: of the old snapshot or the new one, whole, and the new one for good once the program said that it is done.
// The calls are recorded from the program itself, and what may be on the disk is made from them (power_cut.h).
#include <cstdlib>
#include <filesystem>
#include <optional>

#include <gtest/gtest.h>

#include "data/publish_signed.h"
#include "data/sample.h"
#include "data/signature/acceptance.h"
#include "tests/faults/power_cut.h"
#include "tests/faults/subject/evening.h"
#include "tests/faults/traced.h"
#include "tests/support/rounds.h"
#include "tests/support/signed_files.h"

namespace sightline {
namespace {

namespace fs = std::filesystem;

using faults::Disk;
using faults::PowerCut;
using faults::Syncs;
using testing_support::TestKey;

/// What was found on the disks that there may be.
struct Found {
    std::size_t disks = 0; ///< that were looked at
    std::string wrong;     ///< with the last of them; empty: nothing with any
};

/// What is wrong with what a power cut left in a folder; empty: nothing. `done`: the program had said that it is.
using Verdict = std::function<std::string(const fs::path& left, bool done)>;

class PowerLoss : public testing::Test {
protected:
    void SetUp() override {
        if (!faults::canTrace()) GTEST_SKIP() << "strace is not installed, or may not trace here";
        for (const char* folder : {"tmp", "desk", "share", "keys.d", "state"}) fs::create_directory(files.path(folder));
        writeBytes(keys / "01-northmoor.pub", key.publicFile());
        // Nobody else's either: a test of wrong clocks, say, takes what lies about for old.
        if (const char* const set = std::getenv("TMPDIR")) outer = set;
        ::setenv("TMPDIR", files.path("tmp").c_str(), 1);
    }
    void TearDown() override {
        if (outer)
            ::setenv("TMPDIR", outer->c_str(), 1);
        else
            ::unsetenv("TMPDIR");
    }

    /// A signed snapshot on the desk; its digest.
    std::string sign(const std::string& council) {
        Publisher by{.now = std::chrono::system_clock::now()};
        by.expires = std::chrono::floor<std::chrono::seconds>(by.now) + std::chrono::days(365);
        const auto report = must(publish(checklistOf(council), desk, by));
        writeBytes(signaturePath(desk),
                   key.sign(readBytes(desk), commentOf(must(claimsFor(report.meta, "wall.db", "")))));
        return report.digest;
    }
    /// … and on the share.
    std::string carry(const std::string& council) {
        std::string digest = sign(council);
        must(publishSigned(desk, share, {}));
        return digest;
    }
    static Checklist checklistOf(const std::string& council) {
        Checklist checklist = sampleSnapshot("dorset")->checklist;
        checklist.authority = council;
        return checklist;
    }

    /// Records what the program does in a folder.
    void record(const std::vector<std::string>& words, const fs::path& folder) {
        before = Disk::of(folder);
        calls = faults::diskCalls(folder, before, faults::calls(faults::kDiskCalls, words, files.path("tmp")));
        ASSERT_FALSE(calls.empty());
    }
    /// Looks at what may be left there when the power goes meanwhile, up to the first that is bad.
    Found cutThePower(std::size_t wanted, const Verdict& verdict, Syncs syncs) {
        const PowerCut cut(before, calls, syncs);
        Found found;
        found.disks = cut.each(wanted, [&](const Disk& disk, std::size_t made) {
            const fs::path left = files.path("left");
            fs::remove_all(left);
            disk.putInto(left);
            makeOld(left);
            found.wrong = verdict(left, made == cut.calls());
            if (found.wrong.empty()) return true;
            found.wrong += " (after " + std::to_string(made) + " of " + std::to_string(cut.calls()) + " calls)";
            return false;
        });
        return found;
    }
    /// None is bad; and where some of the fsyncs are taken for none, one is.
    void expectSafe(std::size_t wanted, const Verdict& verdict) {
        const Found found = cutThePower(wanted, verdict, Syncs::All);
        EXPECT_EQ(found.wrong, "");
        std::string figure = std::to_string(found.disks) + " disks after " + std::to_string(calls.size()) + " calls";
        for (const auto& [syncs, words] :
             {std::pair(Syncs::OfFoldersOnly, "files"), std::pair(Syncs::OfFilesOnly, "folders")}) {
            const Found without = cutThePower(wanted, verdict, syncs);
            EXPECT_NE(without.wrong, "") << "nothing needs the syncs of " << words;
            figure += std::string("; without syncs of ") + words + " disk " + std::to_string(without.disks) + " is bad";
            std::printf("without syncs of %s: %s\n", words, without.wrong.c_str());
        }
        testing_support::sayFigure(figure);
    }
    /// An hour has passed until somebody looks: what is left of a run that ended is removed then.
    static void makeOld(const fs::path& folder) {
        for (const auto& entry : fs::recursive_directory_iterator(folder))
            if (isTemporary(entry.path())) fs::last_write_time(entry, entry.last_write_time() - std::chrono::hours(2));
    }
    static bool isTemporary(const fs::path& file) {
        return file.extension() == ".tmp" || file.filename().string().starts_with("staging-");
    }
    static std::string temporaryIn(const fs::path& folder) {
        for (const auto& entry : fs::recursive_directory_iterator(folder))
            if (isTemporary(entry.path())) return entry.path().filename().string() + " stays for ever";
        return "";
    }

    /// What is left of publishing: an old snapshot or a new one, and the next publication goes well.
    std::string publishedWhole(const fs::path& left, bool done) {
        const auto there = takeSnapshot(left / "wall.db", files.path("reader"));
        if (!there) return there.error().message();
        discard(*there);
        const bool isNew = there->snapshot.checklist.authority == "New Council";
        if (!isNew && (done || there->snapshot.checklist.authority != "Old Council")) return "not the right snapshot";
        const auto next = publish(checklistOf("Next Council"), left / "wall.db", SnapshotFiles::publisher());
        return next ? temporaryIn(left) : next.error().message();
    }
    /// The same of a pair: a new snapshot always has its signature.
    std::string carriedWhole(const fs::path& left, bool done) {
        const bool isNew = readBytes(left / "wall.db") == readBytes(desk);
        if (isNew && readBytes(left / "wall.db.minisig") != readBytes(signaturePath(desk))) return "an old signature";
        if (done && !isNew) return "not the new snapshot";
        const auto again = publishSigned(desk, left / "wall.db", {});
        return again ? temporaryIn(left) : again.error().message();
    }
    /// What is left of an evening of the wall that took `newOne`.
    std::string wallStarts(const fs::path& left, bool done, const std::string& oldOne, const std::string& newOne) {
        TrustedClock clock;
        const fs::path folder = faults::signedStore(share, left, keys, clock).folder();
        if (auto wrong = notesWrong(folder, done, oldOne, newOne); !wrong.empty()) return wrong;
        // The share is not there yet when the machine starts.
        const auto last = faults::signedStore(share, left, keys, clock).lastGood();
        if (!last && (done || !oldOne.empty())) return last.error().message();
        if (last && last->snapshot->digest != newOne && (done || last->snapshot->digest != oldOne))
            return "not the right snapshot";
        const auto spent = faults::spendEvening(share, left, keys);
        if (!spent) return spent.error().message();
        if (*spent != newOne) return "not the snapshot of the share";
        return temporaryIn(left);
    }
    /// What the wall remembers beside snapshots: each file is the one before or the one after.
    static std::string notesWrong(const fs::path& folder, bool done, const std::string& oldOne,
                                  const std::string& newOne) {
        const auto trials = readTrials(folder, "");
        if (!trials) return trials.error().message();
        if (done && !trials->isConfirmed(newOne)) return "it is not known to have stood";
        if (!oldOne.empty() && !trials->isConfirmed(oldOne)) return "the old one is not known to have stood";
        const auto highest = readHighest(folder / kPrivateFolder);
        if (!highest) return highest.error().message();
        if ((done || !oldOne.empty()) && !*highest) return "nothing is known of what was accepted";
        if (*highest && (*highest)->digest != newOne && (done || (*highest)->digest != oldOne))
            return "another one was accepted";
        if (!oldOne.empty() && readLastSeen(folder / kPrivateFolder) == std::chrono::sys_seconds{})
            return "the time is forgotten";
        const std::size_t marks = meetingMarks(folder).size();
        const std::size_t were = oldOne.empty() ? 0 : 1;
        if (marks != were + 1 && (done || marks != were)) return "the meeting is forgotten";
        if (const int tries = PinLockout(folder).freeTries(); !oldOne.empty() && tries < 3) return "the PIN is locked";
        if (done && keptSnapshots(folder).size() != were + 1) return "it is not kept for comparing";
        return "";
    }

    std::optional<std::string> outer; ///< TMPDIR as it was
    SnapshotFiles files;
    TestKey key{1};
    fs::path keys = files.path("keys.d");
    fs::path desk = files.path("desk/wall.db");
    fs::path share = files.path("share/wall.db");
    Disk before;
    std::vector<faults::DiskCall> calls;
};

/// So many disks at least; a long run shares its rounds out among the four.
std::size_t disks(int usual) {
    return static_cast<std::size_t>(testing_support::longRun() ? testing_support::rounds(usual) / 4 : usual);
}

TEST_F(PowerLoss, WhilePublishing) {
    must(publish(checklistOf("Old Council"), share, SnapshotFiles::publisher()));
    record({"publish", "New Council", share}, share.parent_path());
    expectSafe(disks(100), [this](const fs::path& left, bool done) { return publishedWhole(left, done); });
}

TEST_F(PowerLoss, WhilePublishingAPair) {
    carry("Old Council");
    sign("New Council");
    record({"carry", desk, share}, share.parent_path());
    expectSafe(disks(100), [this](const fs::path& left, bool done) { return carriedWhole(left, done); });
}

TEST_F(PowerLoss, WhileTheWallTakesASnapshot) {
    const std::string oldOne = carry("Old Council");
    ASSERT_EQ(must(faults::spendEvening(share, files.state(), keys)), oldOne);
    const std::string newOne = carry("New Council");
    record({"evening", share, files.state(), keys}, files.state());
    expectSafe(disks(200), [&](const fs::path& left, bool done) { return wallStarts(left, done, oldOne, newOne); });
}

// On the first evening the folders are made too.
TEST_F(PowerLoss, WhileANewWallTakesItsFirstSnapshot) {
    const std::string newOne = carry("New Council");
    record({"evening", share, files.state() / "sightline/wall", keys}, files.state());
    expectSafe(disks(200),
               [&](const fs::path& left, bool done) { return wallStarts(left / "sightline/wall", done, "", newOne); });
}

} // namespace
} // namespace sightline
