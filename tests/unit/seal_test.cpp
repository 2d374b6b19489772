#include "data/seal.h"

#include <gtest/gtest.h>

namespace sightline {
namespace {

Digest512 digestOf(std::string_view bytes) {
    Blake2b<64> hash;
    hash.add(bytes);
    return hash.finish();
}

TEST(Seal, FitsWhatItWasMadeFor) {
    const std::string page = makeSeal(digestOf("content"));
    EXPECT_EQ(page.size(), kSealBytes);
    EXPECT_TRUE(looksLikeSeal(page));
    EXPECT_TRUE(checkSeal(page, digestOf("content"), "a.db"));
}

TEST(Seal, RefusesOtherContent) {
    const auto refused = checkSeal(makeSeal(digestOf("content")), digestOf("Content"), "a.db");
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().kind, FailureKind::Damaged);
    EXPECT_EQ(refused.error().message(),
              "a.db: The content does not match the seal: the file was changed or damaged after it was published.");
}

TEST(Seal, RefusesEveryChangedByteOfItself) {
    const Digest512 digest = digestOf("content");
    for (size_t at = 0; at < kSealBytes; ++at) {
        std::string page = makeSeal(digest);
        page[at] = static_cast<char>(page[at] ^ 1);
        EXPECT_FALSE(checkSeal(page, digest, "a.db")) << at;
    }
}

TEST(Seal, RefusesPagesThatAreNone) {
    const Digest512 digest = digestOf("content");
    for (const std::string& page : {std::string(), std::string(kSealBytes, '\0'), makeSeal(digest) + "x"})
        EXPECT_EQ(checkSeal(page, digest, "a.db").error().sentence,
                  "The seal at the end of the file is missing or damaged.");
}

TEST(Seal, NamesAFormatItDoesNotKnow) {
    std::string page = makeSeal(digestOf("content"));
    page[19] = 2;
    EXPECT_EQ(checkSeal(page, digestOf("content"), "a.db").error().kind, FailureKind::WrongVersion);
}

} // namespace
} // namespace sightline
