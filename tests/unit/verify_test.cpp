#include "data/verify.h"

#include <gtest/gtest.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/un.h>
#include <unistd.h>

#include "data/state_folder.h"
#include "tests/support/snapshot_files.h"

namespace sightline {
namespace {

namespace fs = std::filesystem;

class Verify : public testing::Test {
protected:
    [[nodiscard]] Failure refusal(const fs::path& source, const VerifyOptions& options = {}) const {
        const auto taken = takeSnapshot(source, files.state(), options);
        if (taken) return {FailureKind::Internal, "", "nothing refused"};
        return taken.error();
    }

    // The whole sentence, and that the place is the file that was handed in.
    void expectRefused(const fs::path& source, FailureKind kind, const std::string& sentence) const {
        const Failure failure = refusal(source);
        EXPECT_EQ(failure.sentence, sentence);
        EXPECT_EQ(failure.kind, kind) << sentence;
        EXPECT_EQ(failure.place, source.string());
    }

    [[nodiscard]] std::ptrdiff_t privateFiles() const {
        return std::distance(fs::directory_iterator(files.state() / "snapshots"), fs::directory_iterator());
    }

    SnapshotFiles files;
};

TEST_F(Verify, TakesAPrivateCopy) {
    const auto taken = must(takeSnapshot(files.published(), files.state()));
    EXPECT_EQ(taken.snapshot.checklist, exampleChecklist());
    EXPECT_EQ(readBytes(taken.copy), readBytes(files.path("snapshot.db")));
    EXPECT_EQ(fs::status(taken.copy).permissions(), fs::perms::owner_read | fs::perms::owner_write);
    EXPECT_EQ(fs::status(taken.copy.parent_path()).permissions(), fs::perms::owner_all);
    discard(taken);
    EXPECT_EQ(privateFiles(), 0);
}

TEST_F(Verify, LeavesNothingBehindAfterARefusal) {
    writeBytes(files.path("text.db"), "Dear council,\n");
    EXPECT_EQ(refusal(files.path("text.db")).kind, FailureKind::Foreign);
    EXPECT_EQ(privateFiles(), 0);
}

TEST_F(Verify, RefusesWhatIsNoFile) {
    expectRefused(files.path("missing.db"), FailureKind::Missing, "There is no such file or folder.");
    fs::create_directory(files.path("folder.db"));
    expectRefused(files.path("folder.db"), FailureKind::NotAFile, "This is a folder, not a file.");
    ASSERT_EQ(::mkfifo(files.path("pipe.db").c_str(), 0600), 0);
    expectRefused(files.path("pipe.db"), FailureKind::NotAFile, "This is a pipe, not a file.");
    fs::create_symlink(files.published(), files.path("link.db"));
    expectRefused(files.path("link.db"), FailureKind::NotAFile, "This is a link; name the file itself.");
    fs::create_symlink(files.path("nowhere"), files.path("dangling.db"));
    expectRefused(files.path("dangling.db"), FailureKind::NotAFile, "This is a link; name the file itself.");
    expectRefused("/dev/zero", FailureKind::NotAFile, "This is a device, not a file.");
    expectRefused(files.path("snapshot.db") / "inside", FailureKind::Missing, "A part of the path is not a folder.");
}

// Who may change a snapshot at any time may change it while it is on the wall.
TEST_F(Verify, RefusesWhatOthersMayPutThereOrChange) {
    const fs::path folder = files.path("drop");
    fs::create_directory(folder);
    const fs::path source = files.published("drop/wall.db");
    fs::permissions(source, fs::perms(0646));
    expectRefused(source, FailureKind::Foreign,
                  "Everybody on this machine may change the file; take that right away (chmod o-w).");
    fs::permissions(source, fs::perms(0664));
    EXPECT_TRUE(takeSnapshot(source, files.state())) << "a group is somebody's choice";
    if (::geteuid() != 0) GTEST_SKIP() << "only root can give files to other accounts";
    constexpr uid_t kSomebody = 4711;
    ASSERT_EQ(::chown(source.c_str(), kSomebody, 0), 0);
    EXPECT_TRUE(takeSnapshot(source, files.state())) << "nobody else may put files into the folder";
    fs::permissions(folder, fs::perms(01777));
    expectRefused(source, FailureKind::Foreign,
                  "The file belongs to another account, in a folder where everybody may put files.");
    ASSERT_EQ(::chown(folder.c_str(), kSomebody, 0), 0);
    EXPECT_TRUE(takeSnapshot(source, files.state())) << "the folder is that account's";
}

TEST_F(Verify, KnowsACopyThatWentBad) {
    const fs::path copy = files.published();
    EXPECT_TRUE(isWhole(copy));
    std::string bytes = readBytes(copy);
    bytes[bytes.size() / 2] ^= 1;
    writeBytes(copy, bytes);
    EXPECT_FALSE(isWhole(copy));
    EXPECT_FALSE(isWhole(files.path("nothing")));
}

TEST_F(Verify, RefusesASocket) {
    const int socket = ::socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0);
    sockaddr_un address{};
    address.sun_family = AF_UNIX;
    const std::string name = files.path("socket.db").string();
    ASSERT_LT(name.size(), sizeof address.sun_path);
    name.copy(address.sun_path, sizeof address.sun_path - 1);
    ASSERT_EQ(::bind(socket, reinterpret_cast<const sockaddr*>(&address), sizeof address), 0);
    expectRefused(files.path("socket.db"), FailureKind::NotAFile, "This is not a file.");
    ::close(socket);
}

TEST_F(Verify, RefusesOtherFiles) {
    writeBytes(files.path("empty.db"), "");
    expectRefused(files.path("empty.db"), FailureKind::Damaged, "The file is empty.");
    writeBytes(files.path("text.db"), "Dear council,\n");
    expectRefused(files.path("text.db"), FailureKind::Foreign, "This is not a Sightline snapshot.");
    writeBytes(files.path("zeros.db"), std::string(100'000, '\0'));
    expectRefused(files.path("zeros.db"), FailureKind::Foreign, "This is not a Sightline snapshot.");
    must(must(Database::create(files.path("foreign.db"))).run("CREATE TABLE t (x)"));
    expectRefused(files.path("foreign.db"), FailureKind::Foreign,
                  "This is a SQLite database, but not a Sightline snapshot.");
    expectRefused(files.plain(""), FailureKind::Damaged,
                  "The file has no seal: it was cut short, or it is a database that was not published yet.");
}

TEST_F(Verify, RefusesTooMuch) {
    VerifyOptions small;
    small.mostBytes = 50'000;
    const Failure failure = refusal(files.published(), small);
    EXPECT_EQ(failure.kind, FailureKind::TooLarge);
    EXPECT_EQ(failure.sentence, "The file has " + std::to_string(fs::file_size(files.path("snapshot.db"))) +
                                    " bytes; at most 50000 are allowed.");
    // A file that is all holes takes no room, so its size alone must be enough to refuse it.
    fs::resize_file(files.path("snapshot.db"), std::uintmax_t{1} << 40);
    EXPECT_EQ(refusal(files.path("snapshot.db")).kind, FailureKind::TooLarge);
}

TEST_F(Verify, TellsThatItGoesOnWhileItReadsALongFile) {
    const auto big = files.path("long.db");
    writeBytes(big, std::string(8'000'000, '\0'));
    int told = 0;
    EXPECT_FALSE(takeSnapshot(big, files.path("state"), {.goesOn = [&told] { ++told; }}));
    EXPECT_GE(told, 8) << "every megabyte";
}

TEST_F(Verify, RefusesSchemasThatDoMore) {
    for (const char* sql :
         {"CREATE VIEW v AS SELECT * FROM action",
          "CREATE TRIGGER t AFTER INSERT ON kind BEGIN DELETE FROM action; END", "CREATE TABLE unknown (x)",
          "CREATE VIRTUAL TABLE f USING fts5(x)", "CREATE INDEX i ON action (due)", "DROP TABLE culture",
          "ALTER TABLE action ADD COLUMN cost"}) {
        SnapshotFiles own;
        const Failure failure = refusal(own.sealed(sql));
        EXPECT_EQ(failure.kind, FailureKind::Foreign) << sql << ": " << failure.message();
    }
}

TEST_F(Verify, RefusesWhatSqliteFindsDamagedUnderAGoodSeal) {
    const auto file = files.packed("");
    SnapshotFiles::breakIndex(file);
    SnapshotFiles::reseal(file);
    expectRefused(file, FailureKind::Damaged, "The database is damaged.");
}

TEST_F(Verify, RefusesAFileThatChangesWhileItIsRead) {
    // It gives more than it says it has, as a file does that somebody is writing to.
    expectRefused("/proc/self/status", FailureKind::Damaged, "The file changed while it was read.");
}

TEST_F(Verify, IgnoresWhatLiesBesideTheFile) {
    const auto source = files.published();
    writeBytes(files.path("snapshot.db-journal"), std::string(4'096, 'j'));
    writeBytes(files.path("snapshot.db-wal"), std::string(4'096, 'w'));
    EXPECT_TRUE(takeSnapshot(source, files.state()));
}

TEST_F(Verify, NeedsAStateFolderOfItsOwn) {
    writeBytes(files.path("state"), "");
    EXPECT_EQ(refusal(files.published()).kind, FailureKind::CannotWrite);
}

TEST_F(Verify, RemovesCopiesThatKilledRunsLeft) {
    must(privateFolder(files.state()));
    const auto left = files.state() / "snapshots" / "staging-left.db";
    writeBytes(left, "x");
    must(takeSnapshot(files.published(), files.state()));
    EXPECT_TRUE(fs::exists(left)); // young: another run may be at work
    fs::last_write_time(left, fs::file_time_type::clock::now() - std::chrono::hours(2));
    must(takeSnapshot(files.path("snapshot.db"), files.state()));
    EXPECT_FALSE(fs::exists(left));
}

TEST_F(Verify, KeepsTheLastGoodOne) {
    EXPECT_EQ(openLastGood(files.state()).error().kind, FailureKind::Missing);
    auto first = must(takeSnapshot(files.published(), files.state()));
    must(promote(first, files.state()));
    auto second = must(takeSnapshot(files.published(), files.state()));
    must(promote(second, files.state()));
    EXPECT_EQ(second.copy.filename(), "good.db");
    fs::remove(files.path("snapshot.db")); // the source is gone, the picture stays
    EXPECT_EQ(must(openLastGood(files.state())).snapshot.meta.sequence, 2);
    EXPECT_EQ(privateFiles(), 2);         // good and previous, no staging copy
    must(promote(second, files.state())); // again: nothing to do
    EXPECT_EQ(must(openLastGood(files.state())).snapshot.meta.sequence, 2);
}

TEST_F(Verify, FallsBackToThePreviousOne) {
    for (int i = 0; i < 2; ++i) {
        auto taken = must(takeSnapshot(files.published(), files.state()));
        must(promote(taken, files.state()));
    }
    const auto good = files.state() / "snapshots" / "good.db";
    std::string bytes = readBytes(good);
    bytes[bytes.size() / 2] = static_cast<char>(bytes[bytes.size() / 2] ^ 1);
    writeBytes(good, bytes); // the disk lost a bit
    EXPECT_EQ(must(openLastGood(files.state())).snapshot.meta.sequence, 1);
    writeBytes(files.state() / "snapshots" / "previous.db", "");
    EXPECT_EQ(openLastGood(files.state()).error().kind, FailureKind::Damaged);
}

} // namespace
} // namespace sightline
