#include "data/import/csv.h"

#include <gtest/gtest.h>

namespace sightline {
namespace {

using Cells = std::vector<std::string>;

TEST(Csv, ReadsWhatRfc4180Describes) {
    const auto records = parseCsv("\xEF\xBB\xBF"
                                  "a,b\r\n\"x, y\",\"say \"\"so\"\"\"\r\n\r\n\"two\r\nlines\",é\n,last",
                                  "f.csv");
    ASSERT_TRUE(records) << records.error().message();
    ASSERT_EQ(records->size(), 4U);
    EXPECT_EQ((*records)[0].cells, (Cells{"a", "b"}));
    EXPECT_EQ((*records)[1].cells, (Cells{"x, y", "say \"so\""}));
    EXPECT_EQ((*records)[2].cells, (Cells{"two\nlines", "é"}));
    EXPECT_EQ((*records)[3].cells, (Cells{"", "last"}));
    EXPECT_EQ((*records)[2].line, 4);
    EXPECT_EQ((*records)[3].line, 6);
}

TEST(Csv, LeavesOutRecordsWithoutText) {
    const auto records = parseCsv("a,b\n,\n\n1,2\n", "f.csv");
    ASSERT_TRUE(records);
    EXPECT_EQ(records->size(), 2U);
    EXPECT_TRUE(parseCsv("", "f.csv")->empty());
}

struct BadCsv {
    const char* what;
    std::string bytes;
    const char* place;
    const char* sentence;
};

class CsvRefuses : public testing::TestWithParam<BadCsv> {};

TEST_P(CsvRefuses, NamesFileLineAndColumn) {
    const auto records = parseCsv(GetParam().bytes, "f.csv");
    ASSERT_FALSE(records);
    EXPECT_EQ(records.error().place, GetParam().place);
    EXPECT_NE(records.error().sentence.find(GetParam().sentence), std::string::npos) << records.error().sentence;
}

INSTANTIATE_TEST_SUITE_P(
    All, CsvRefuses,
    testing::Values(BadCsv{"NeverClosed", "a\nbé,\"open\nmore\n", "f.csv, line 2, column 4", "never closed"},
                    BadCsv{"QuoteInside", "a\nx \"y\"\n", "f.csv, line 2, column 3", "quotation mark stands inside"},
                    BadCsv{"TextAfterQuote", "a\n\"x\" y\n", "f.csv, line 2, column 4", "must follow"},
                    BadCsv{"NotUtf8", "a\nb\nCaf\xE9\n", "f.csv, line 3, column 4", "not UTF-8"},
                    BadCsv{"Overlong", "\xC0\xAF", "f.csv, line 1, column 1", "not UTF-8"},
                    BadCsv{"Surrogate", "\xED\xA0\x80", "f.csv, line 1, column 1", "not UTF-8"},
                    BadCsv{"Nul", std::string("a\n\0b", 4), "f.csv, line 2, column 1", "control character"},
                    BadCsv{"LoneReturn", "a\rb", "f.csv, line 1, column 2", "control character"},
                    BadCsv{"TooManyColumns", std::string(70, ','), "f.csv, line 1, column 65", "more than 64 columns"}),
    [](const auto& test) { return std::string(test.param.what); });

TEST(Csv, RefusesMoreThanAMillionCells) {
    std::string bytes;
    for (int i = 0; i < 20'000; ++i) bytes += std::string(59, ',') + "\n";
    const auto records = parseCsv(bytes, "f.csv");
    ASSERT_FALSE(records);
    EXPECT_EQ(records.error().kind, FailureKind::TooLarge);
}

} // namespace
} // namespace sightline
