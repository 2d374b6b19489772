#include "data/publish.h"

#include <csignal>
#include <functional>

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include "data/replace_file.h"
#include "data/verify.h"
#include "tests/support/snapshot_files.h"

namespace sightline {
namespace {

namespace fs = std::filesystem;

using testing::ElementsAre;
using testing::HasSubstr;

class Publish : public testing::Test {
protected:
    [[nodiscard]] Result<PublishReport> go(const fs::path& target) const {
        return publish(exampleChecklist(), target, SnapshotFiles::publisher());
    }

    // What lies in the folder of the snapshots, by name.
    [[nodiscard]] std::vector<std::string> names() const {
        std::vector<std::string> found;
        for (const auto& entry : fs::directory_iterator(files.path("")))
            found.push_back(entry.path().filename().string());
        std::ranges::sort(found);
        return found;
    }

    // Runs in a process of its own, as limits and rights cannot be taken back; true where `test` said so.
    static bool inChild(const std::function<bool()>& test) {
        const pid_t child = ::fork();
        if (child == 0) ::_exit(test() ? 0 : 1);
        int status = 0;
        ::waitpid(child, &status, 0);
        return WIFEXITED(status) && WEXITSTATUS(status) == 0;
    }

    SnapshotFiles files;
};

TEST_F(Publish, WritesWhatIsReadBackEqual) {
    const auto report = must(go(files.path("snapshot.db")));
    const auto taken = must(takeSnapshot(files.path("snapshot.db"), files.state()));
    EXPECT_EQ(taken.snapshot.checklist, exampleChecklist());
    EXPECT_EQ(taken.snapshot.meta, (Meta{3, 1, "2026-06-14T09:00:00Z", "sightline test", "exampleshire-council"}));
    EXPECT_EQ(report.sequence, 1);
    EXPECT_EQ(report.replaced, std::nullopt);
    EXPECT_EQ(report.created, "2026-06-14T09:00:00Z");
    EXPECT_EQ(report.digest, taken.snapshot.digest);
    EXPECT_EQ(report.bytes, fs::file_size(files.path("snapshot.db")));
    EXPECT_EQ(report.elements, 6);
    EXPECT_EQ(report.positions, 3);
    EXPECT_EQ(report.evidence, 4);
    EXPECT_EQ(report.actions, 5);
}

TEST_F(Publish, CountsOnFromWhatIsThere) {
    must(go(files.path("snapshot.db")));
    const auto second = must(go(files.path("snapshot.db")));
    EXPECT_EQ(second.sequence, 2);
    EXPECT_EQ(second.replaced, 1);
    EXPECT_EQ(must(openVerified(files.path("snapshot.db"))).snapshot.meta.sequence, 2);
    EXPECT_THAT(names(), ElementsAre(".publish.lock", "snapshot.db"));
}

TEST_F(Publish, LetsEveryoneRead) {
    EXPECT_TRUE(inChild([&] {
        ::umask(0077);
        return go(files.path("snapshot.db")).has_value();
    }));
    EXPECT_EQ(fs::status(files.path("snapshot.db")).permissions(),
              fs::perms::owner_read | fs::perms::owner_write | fs::perms::group_read | fs::perms::others_read);
}

TEST_F(Publish, RefusesContentTheWallWouldRefuse) {
    must(go(files.path("snapshot.db")));
    const std::string before = readBytes(files.path("snapshot.db"));
    Checklist list = exampleChecklist();
    list.evidence[0].link = "javascript:x";
    const auto refused = publish(list, files.path("snapshot.db"), SnapshotFiles::publisher());
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().place, "table evidence, row 1, column link");
    EXPECT_EQ(readBytes(files.path("snapshot.db")), before);
    const auto unnamed =
        publish(exampleChecklist(), files.path("snapshot.db"), {SnapshotFiles::publisher().now, "a\nb"});
    EXPECT_EQ(unnamed.error().place, "table meta, row 1, column generator");
}

TEST_F(Publish, OverwritesNothingButSnapshots) {
    writeBytes(files.path("letter.docx"), "Dear council,\n");
    EXPECT_EQ(go(files.path("letter.docx")).error().message(),
              files.path("letter.docx").string() +
                  ": This is not a Sightline snapshot. It is not overwritten; move it away to publish here.");
    EXPECT_EQ(readBytes(files.path("letter.docx")), "Dear council,\n");
    fs::create_symlink(files.path("letter.docx"), files.path("link.db"));
    EXPECT_THAT(go(files.path("link.db")).error().sentence, HasSubstr("This is a link"));
    fs::create_directory(files.path("folder.db"));
    EXPECT_THAT(go(files.path("folder.db")).error().sentence, HasSubstr("This is a folder"));
    std::string damaged = readBytes(files.published());
    damaged[5'000] = static_cast<char>(damaged[5'000] ^ 1);
    writeBytes(files.path("snapshot.db"), damaged);
    EXPECT_THAT(go(files.path("snapshot.db")).error().sentence, HasSubstr("does not match the seal"));
    EXPECT_EQ(readBytes(files.path("snapshot.db")), damaged);
}

TEST_F(Publish, SaysWhereItCannotWrite) {
    EXPECT_EQ(go(files.path("missing") / "snapshot.db").error().message(),
              files.path("missing").string() + ": There is no such file or folder.");
    writeBytes(files.path("file"), "");
    EXPECT_EQ(go(files.path("file") / "snapshot.db").error().message(),
              files.path("file").string() + ": A part of the path is not a folder.");
    EXPECT_EQ(go(files.path("") / "").error().sentence, "This is not the name of a file.");
    EXPECT_EQ(go("/proc/snapshot.db").error().kind, FailureKind::CannotWrite);
    writeBytes(files.path("source"), "x");
    EXPECT_EQ(replaceFile(files.path("source"), "/proc/snapshot.db").error().message(),
              "/proc/snapshot.db: There is no such file or folder.");
}

TEST_F(Publish, SaysWhereItHasNoRight) {
    fs::permissions(files.path(""), fs::perms(0555));
    EXPECT_TRUE(inChild([&] {
        // Root may write anywhere, so a test that runs as root becomes nobody first.
        constexpr uid_t kNobody = 65'534;
        if (::geteuid() == 0 && ::setuid(kNobody) != 0) return false;
        const auto refused = go(files.path("snapshot.db"));
        return !refused && refused.error().kind == FailureKind::CannotWrite &&
               refused.error().sentence == "This account has no right to do that.";
    }));
    fs::permissions(files.path(""), fs::perms(0700));
    EXPECT_THAT(names(), ElementsAre());
}

TEST_F(Publish, OneAtATimeInAFolder) {
    const auto lock = must(FolderLock::take(files.path("")));
    const auto refused = go(files.path("snapshot.db"));
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().sentence,
              "Another publication into this folder is under way; try again when it is done.");
    EXPECT_THAT(names(), ElementsAre(".publish.lock"));
}

TEST_F(Publish, KeepsTheOldSnapshotWhenTheDiskIsFull) {
    must(go(files.path("snapshot.db")));
    const std::string before = readBytes(files.path("snapshot.db"));
    const auto limited = [](rlim_t bytes, const std::function<bool()>& test) {
        return inChild([&] {
            const rlimit limit{bytes, bytes};
            return std::signal(SIGXFSZ, SIG_IGN) != SIG_ERR && ::setrlimit(RLIMIT_FSIZE, &limit) == 0 && test();
        });
    };
    // Every place where the file may grow too large: the work database, the packed copy, the seal, the file beside the
    // target.
    for (rlim_t bytes = 0; bytes < before.size(); bytes += 4'096)
        EXPECT_TRUE(limited(bytes, [&] {
            const auto refused = go(files.path("snapshot.db"));
            return !refused && refused.error().sentence.ends_with('.');
        })) << bytes;
    EXPECT_TRUE(limited(before.size() - 1, [&] {
        const auto refused = replaceFile(files.path("snapshot.db"), files.path("other.db"));
        return !refused && refused.error().kind == FailureKind::CannotWrite &&
               refused.error().sentence == "The file would be larger than this system allows.";
    }));
    EXPECT_EQ(readBytes(files.path("snapshot.db")), before);
    EXPECT_THAT(names(), ElementsAre(".publish.lock", "snapshot.db"));
}

TEST_F(Publish, RemovesOldTemporaryFilesOfTheSameTarget) {
    const auto old = fs::file_time_type::clock::now() - std::chrono::hours(2);
    for (const char* name :
         {".snapshot.db.77.abc.tmp", ".other.db.77.abc.tmp", ".snapshot.db.young.tmp", "snapshot.db.tmp"}) {
        writeBytes(files.path(name), "x");
        if (std::string_view(name).find("young") == std::string_view::npos) fs::last_write_time(files.path(name), old);
    }
    must(go(files.path("snapshot.db")));
    EXPECT_THAT(names(), ElementsAre(".other.db.77.abc.tmp", ".publish.lock", ".snapshot.db.young.tmp", "snapshot.db",
                                     "snapshot.db.tmp"));
}

TEST(UtcTime, IsWholeSecondsOfUtc) {
    EXPECT_EQ(utcTime(std::chrono::sys_days{day(2024, 2, 29)} + std::chrono::milliseconds(86'399'999)),
              "2024-02-29T23:59:59Z");
}

} // namespace
} // namespace sightline
