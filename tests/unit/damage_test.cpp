#include <random>

#include <gtest/gtest.h>

#include "data/header.h"
#include "data/verify.h"
#include "tests/support/rounds.h"
#include "tests/support/snapshot_files.h"

// A damaged snapshot is refused with a sentence, whatever was damaged: never accepted, never a crash.
namespace sightline {
namespace {

class Damage : public testing::Test {
protected:
    void SetUp() override { whole = readBytes(files.published()); }

    // Whether a file of these bytes is accepted; what is refused has a sentence.
    bool accepts(const std::string& bytes, const VerifyOptions& options = {}) {
        writeBytes(files.path("damaged.db"), bytes);
        const auto taken = takeSnapshot(files.path("damaged.db"), files.state(), options);
        if (taken) {
            discard(*taken);
            return true;
        }
        EXPECT_FALSE(taken.error().sentence.empty());
        EXPECT_EQ(taken.error().sentence.back(), '.');
        EXPECT_EQ(taken.error().place.substr(0, files.path("damaged.db").string().size()),
                  files.path("damaged.db").string());
        return false;
    }

    std::string withOneByteChanged() {
        std::string bytes = whole;
        const size_t at = std::uniform_int_distribution<size_t>(0, bytes.size() - 1)(random);
        const int change = std::uniform_int_distribution(1, 255)(random);
        bytes[at] = static_cast<char>(bytes[at] ^ change);
        return bytes;
    }

    size_t below(size_t bound) { return std::uniform_int_distribution<size_t>(0, bound - 1)(random); }

    static constexpr int kKindsOfChange = 7;
    std::string changed(int kind) {
        std::string bytes = whole;
        const size_t at = below(bytes.size());
        const size_t page = below(bytes.size() / kPageBytes) * kPageBytes;
        const auto set = [&](size_t place) { bytes[place] = static_cast<char>(below(256)); };
        switch (kind) {
        case 0: bytes[at] = static_cast<char>(static_cast<unsigned char>(bytes[at]) ^ (1U << below(8))); break;
        case 1: return withOneByteChanged();
        case 2:
            for (int i = 0; i < 8; ++i) set(below(bytes.size()));
            break;
        case 3: bytes.replace(page, kPageBytes, kPageBytes, '\0'); break;
        case 4: bytes.resize(at); break;
        case 5: {
            const size_t other = below(bytes.size() / kPageBytes) * kPageBytes;
            bytes.replace(page, kPageBytes, whole, other, kPageBytes);
            bytes.replace(other, kPageBytes, whole, page, kPageBytes);
            break;
        }
        default: set(page + below(16)); // where SQLite keeps the kind of a page, its cells and its pointers
        }
        return bytes;
    }

    SnapshotFiles files;
    std::string whole;
    std::mt19937_64 random{20260614};
};

TEST_F(Damage, TheWholeFileIsAccepted) { EXPECT_TRUE(accepts(whole)); }

TEST_F(Damage, TruncationAtEveryPageIsRefused) {
    for (size_t bytes = 0; bytes < whole.size(); bytes += kPageBytes)
        EXPECT_FALSE(accepts(whole.substr(0, bytes))) << bytes;
}

TEST_F(Damage, TruncationAnywhereIsRefused) {
    std::uniform_int_distribution<size_t> anywhere(0, whole.size() - 1);
    for (int i = 0; i < 200; ++i) {
        const size_t bytes = anywhere(random);
        EXPECT_FALSE(accepts(whole.substr(0, bytes))) << bytes;
    }
}

TEST_F(Damage, TruncationIsRefusedWhateverTheHeaderSays) {
    // The page count made to fit the cut, so that only the seal can tell.
    for (size_t pages = 1; pages * kPageBytes < whole.size() - kPageBytes; ++pages) {
        std::string cut = whole.substr(0, (pages + 1) * kPageBytes);
        cut[30] = static_cast<char>(pages >> 8U);
        cut[31] = static_cast<char>(pages & 0xffU);
        EXPECT_FALSE(accepts(cut)) << pages;
    }
}

TEST_F(Damage, ChangesOfSevenKindsAreRefused) {
    const int rounds = testing_support::rounds(100'000);
    int accepted = 0;
    for (int i = 0; i < rounds; ++i) {
        const std::string bytes = changed(i % kKindsOfChange);
        accepted += bytes != whole && accepts(bytes) ? 1 : 0;
    }
    testing_support::sayFigure(std::to_string(rounds) + " damaged files, " + std::to_string(accepted) + " accepted");
    EXPECT_EQ(accepted, 0);
}

TEST_F(Damage, PagesSwappedOrZeroedAreRefused) {
    std::uniform_int_distribution<size_t> anyPage(0, whole.size() / kPageBytes - 1);
    for (int i = 0; i < 200; ++i) {
        const size_t one = anyPage(random) * kPageBytes;
        const size_t other = anyPage(random) * kPageBytes;
        std::string swapped = whole;
        swapped.replace(one, kPageBytes, whole, other, kPageBytes);
        swapped.replace(other, kPageBytes, whole, one, kPageBytes);
        EXPECT_TRUE(swapped == whole || !accepts(swapped));
        std::string zeroed = whole;
        zeroed.replace(one, kPageBytes, kPageBytes, '\0');
        EXPECT_FALSE(accepts(zeroed)) << one;
    }
}

// The control: without the seal most of the same changes pass every check that SQLite and the row rules have. It also
// drives SQLite through damaged files, which must end in a sentence each time.
TEST_F(Damage, WithoutTheSealMostChangedBytesWouldBeAccepted) {
    VerifyOptions noSeal;
    noSeal.checkSeal = false;
    int accepted = 0;
    constexpr int kChanges = 500;
    for (int i = 0; i < kChanges; ++i) accepted += accepts(withOneByteChanged(), noSeal) ? 1 : 0;
    testing_support::sayFigure("control: without the seal " + std::to_string(accepted) + " of " +
                               std::to_string(kChanges) + " changed bytes are accepted");
    EXPECT_GT(accepted, kChanges / 2);
    EXPECT_LT(accepted, kChanges);
}

} // namespace
} // namespace sightline
