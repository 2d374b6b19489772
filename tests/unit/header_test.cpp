#include "data/header.h"

#include <gtest/gtest.h>

#include "data/seal.h"
#include "tests/support/snapshot_files.h"

namespace sightline {
namespace {

class Header : public testing::Test {
protected:
    void SetUp() override { whole = readBytes(files.published()); }

    [[nodiscard]] Result<void> check(const std::string& bytes) const {
        return checkHeader(std::string_view(bytes).substr(0, kHeaderBytes), bytes.size(), "a.db");
    }

    SnapshotFiles files;
    std::string whole;
};

TEST_F(Header, OfAPublishedFileIsFine) { EXPECT_TRUE(check(whole)); }

TEST_F(Header, RefusesEveryFieldThatPublishingNeverWrites) {
    struct Field {
        size_t at;
        const char* what;
        FailureKind kind;
    };
    const Field fields[] = {{0, "magic", FailureKind::Foreign},
                            {16, "page size", FailureKind::Damaged},
                            {18, "write version", FailureKind::Damaged},
                            {19, "read version", FailureKind::Damaged},
                            {20, "reserved bytes of a page", FailureKind::Damaged},
                            {21, "largest payload", FailureKind::Damaged},
                            {22, "smallest payload", FailureKind::Damaged},
                            {23, "leaf payload", FailureKind::Damaged},
                            {27, "change counter", FailureKind::Damaged},
                            {30, "page count", FailureKind::Damaged},
                            {35, "first free page", FailureKind::Damaged},
                            {39, "number of free pages", FailureKind::Damaged},
                            {47, "schema format", FailureKind::Damaged},
                            {55, "automatic vacuum", FailureKind::Damaged},
                            {59, "encoding", FailureKind::Damaged},
                            {63, "user version", FailureKind::WrongVersion},
                            {67, "incremental vacuum", FailureKind::Damaged},
                            {71, "application id", FailureKind::Foreign},
                            {80, "reserved for later", FailureKind::Damaged},
                            {95, "version valid for", FailureKind::Damaged}};
    for (const Field& field : fields) {
        std::string changed = whole;
        changed[field.at] = static_cast<char>(changed[field.at] ^ 2);
        const auto refused = check(changed);
        ASSERT_FALSE(refused) << field.what;
        EXPECT_EQ(refused.error().kind, field.kind) << field.what;
    }
}

TEST_F(Header, TellsWhyAFileIsRefused) {
    EXPECT_EQ(check("").error().sentence, "The file is empty.");
    EXPECT_EQ(check("Dear council,").error().sentence, "This is not a Sightline snapshot.");
    EXPECT_EQ(check(whole.substr(0, 50)).error().sentence, "The file is cut short.");
    EXPECT_EQ(check(whole.substr(0, whole.size() - kSealBytes)).error().sentence,
              "The file has no seal: it was cut short, or it is a database that was not published yet.");
    const std::string cut = check(whole.substr(0, 8192)).error().sentence;
    EXPECT_EQ(cut, "The file has 8192 bytes, but its header speaks of " + std::to_string(whole.size()) +
                       ": it was cut short or damaged.");
    EXPECT_FALSE(check(whole + "x"));
    std::string newer = whole;
    newer[63] = 9;
    EXPECT_EQ(check(newer).error().sentence, "This snapshot is of format 9; this program reads format 3.");
    newer[63] = 1;
    EXPECT_EQ(check(newer).error().sentence,
              "This snapshot is of format 1; this program reads format 3. Make it again from its documents.");
}

} // namespace
} // namespace sightline
