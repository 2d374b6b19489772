#include "data/text_rules.h"

#include <gtest/gtest.h>

namespace sightline {
namespace {

std::string problem(std::string_view text, size_t most = 10, LineFeeds lineFeeds = LineFeeds::Refused) {
    return textProblem(text, most, lineFeeds).value_or("");
}

TEST(TextRules, CountCharactersNotBytes) {
    EXPECT_EQ(problem("ééééé–‘’😀x"), "");
    EXPECT_EQ(problem("ééééé–‘’😀xy"), "The text has 11 characters; at most 10 are allowed here.");
}

TEST(TextRules, RefuseWhatIsNotUtf8) {
    for (const char* bytes : {"\x80", "\xc3", "\xc0\xaf", "\xe0\x80\x80", "\xed\xa0\x80", "\xf4\x90\x80\x80",
                              "\xf0\x80\x80\x80", "\xff", "a\xe2\x82", "\xc3\x28", "\xf8\x88\x80\x80\x80"})
        EXPECT_EQ(problem(bytes), "The text is not valid UTF-8.") << bytes;
}

TEST(TextRules, RefuseCharactersThatDeceive) {
    EXPECT_EQ(problem("a\tb"), "The text holds a control character (U+0009).");
    EXPECT_EQ(problem(std::string_view("a\0b", 3)), "The text holds a control character (U+0000).");
    EXPECT_EQ(problem("a\x7f"), "The text holds a control character (U+007F).");
    EXPECT_EQ(problem("a\u0085"), "The text holds a control character (U+0085).");
    EXPECT_EQ(problem("a\u2028"), "The text holds a control character (U+2028).");
    for (const char* text : {"\u202a", "\u202e", "\u2066", "\u2069"})
        EXPECT_NE(problem(text).find("turns the direction"), std::string::npos) << text;
    EXPECT_EQ(problem("a\u00a0b\u00ad"), ""); // non-breaking space and soft hyphen are honest
}

TEST(TextRules, AllowLineFeedsOnlyWhereSaid) {
    EXPECT_EQ(problem("a\nb"), "The text holds a line feed, which is not allowed here.");
    EXPECT_EQ(problem("a\nb", 10, LineFeeds::Allowed), "");
    EXPECT_NE(problem("a\r\nb", 10, LineFeeds::Allowed), "");
}

TEST(TextRules, LinksAreWebAddresses) {
    for (const char* link :
         {"http://a", "https://example.org/a?b=c#d", "HTTPS://Example.org/%20", "https://café.example/ü"})
        EXPECT_FALSE(linkProblem(link)) << link;
    for (const char* link :
         {"", "ftp://a", "javascript:alert(1)", "file:///etc/passwd", "//a", "http:/a", "example.org"})
        EXPECT_EQ(linkProblem(link), "Only addresses that begin with http:// or https:// are links.") << link;
    for (const char* link : {"http://", "https:///a", "http://a b", "https://?x", "https://a\"b", "https://a<b>"})
        EXPECT_EQ(linkProblem(link), "This is not a complete web address.") << link;
    EXPECT_TRUE(linkProblem("https://a\n"));
    EXPECT_TRUE(linkProblem("https://" + std::string(2'000, 'a')));
}

TEST(TextRules, ExcerptsAreShortAndPlain) {
    EXPECT_EQ(excerpt("31/12/2024"), "\"31/12/2024\"");
    EXPECT_EQ(excerpt("a\x1b[31m\n\xff"), "\"a?[31m??\"");
    EXPECT_EQ(excerpt(std::string(50, 'x')), "\"" + std::string(40, 'x') + "…\"");
}

} // namespace
} // namespace sightline
