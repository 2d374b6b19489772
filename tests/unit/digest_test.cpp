#include "data/digest.h"

#include <gtest/gtest.h>

namespace sightline {
namespace {

TEST(Digest, IsTheBlake2bOfTheStandard) {
    Blake2b<64> hash; // RFC 7693, appendix A
    hash.add("abc");
    EXPECT_EQ(hexadecimal(hash.finish()), "ba80a53f981c4d0d6a2797b69f12f6e94c212f14685ac4b74b12bb6fdbffa2d1"
                                          "7d87c5392aab792dc252d5de4533cc9518d38aa8dbf1925ab92386edd4009923");
    EXPECT_EQ(hexadecimal(Blake2b<32>().finish()), "0e5751c026e543b2e8ab2eb06099daa1d1e5df47778f7787faab45cdf12fe3a8");
}

TEST(Digest, DoesNotDependOnHowTheBytesCome) {
    const std::string text(100'000, 'x');
    Blake2b<64> whole;
    whole.add(text);
    Blake2b<64> pieces;
    for (size_t at = 0; at < text.size(); at += 777) pieces.add(std::string_view(text).substr(at, 777));
    EXPECT_EQ(whole.finish(), pieces.finish());
}

} // namespace
} // namespace sightline
