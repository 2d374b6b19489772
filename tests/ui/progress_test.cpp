#include <gmock/gmock.h>

#include "app/progress_line.h"
#include "app/progress_text.h"

namespace sightline {
namespace {

using std::chrono::seconds;
using testing::ElementsAre;
using testing::HasSubstr;

PageProgress half() { return {12, 50, "Annual report.pdf", 2, 20, 0.5, 0.5}; }

TEST(ProgressText, SaysWhereItIsAndHowLongItTakes) {
    EXPECT_EQ(progressText(half(), seconds(130), 100),
              "[##########..........] 12 of 50  Annual report.pdf, page 3 of 20  about 2 minutes left");
    EXPECT_EQ(progressText({1, 2, "a.png", 0, 0, 0, 0}, std::nullopt, 100), "[....................] 1 of 2  a.png");
    EXPECT_EQ(progressText({2, 2, "a.png", 1, 1, 1, 1}, std::nullopt, 100),
              "[####################] 2 of 2  a.png, page 1 of 1");
}

TEST(ProgressText, FitsTheTerminal) {
    PageProgress progress = half();
    progress.name = "A very long name of a report about everything that happened in the year.pdf";
    EXPECT_LE(progressText(progress, seconds(130), 90).size(), 92); // an ellipsis is three bytes
    EXPECT_THAT(progressText(progress, seconds(130), 90), HasSubstr("…, page 3 of 20  about 2 minutes left"));
    for (const size_t columns : {20U, 40U, 60U})
        EXPECT_LE(progressText(progress, seconds(130), columns).size(), columns + 2) << columns;
    progress.name = "line\nfeed\x1b[2J";
    EXPECT_THAT(progressText(progress, seconds(130), 90), testing::Not(HasSubstr("\x1b")));
}

TEST(ProgressText, RoundsAsOneWouldSayIt) {
    EXPECT_EQ(timeLeftText(seconds(3)), "a few seconds left");
    EXPECT_EQ(timeLeftText(seconds(21)), "about 25 seconds left");
    EXPECT_EQ(timeLeftText(seconds(70)), "about a minute left");
    EXPECT_EQ(timeLeftText(seconds(1'000)), "about 17 minutes left");
    EXPECT_EQ(timeLeftText(seconds(10'000)), "about 3 hours left");
}

TEST(ProgressText, EstimatesFromWhatWasMade) {
    EXPECT_EQ(timeLeft(half(), seconds(1)), std::nullopt);
    EXPECT_EQ(timeLeft(half(), seconds(30)), seconds(30));
    // Half was taken over, which took no time.
    EXPECT_EQ(timeLeft({12, 50, "a", 0, 0, 0.75, 0.25}, seconds(30)), seconds(30));
    EXPECT_EQ(timeLeft({12, 50, "a", 0, 0, 0.75, 0.001}, seconds(30)), std::nullopt);
}

TEST(PageCounter, ExpectsTheRestToBeLikeWhatIsKnown) {
    PageProgress last;
    PageCounter counter({10'000, 20'000, 10'000}, [&](const PageProgress& progress) {
        EXPECT_GE(progress.done, last.done); // never back
        last = progress;
    });
    counter.beginFile("a");
    counter.knowPages(10); // so 20 and 10 are to come
    for (int page = 0; page < 10; ++page) counter.finishPage();
    EXPECT_DOUBLE_EQ(last.done, 0.25);
    counter.finishFile(true);
    counter.beginFile("b"); // taken over: done, but not made
    counter.finishFile(false);
    EXPECT_DOUBLE_EQ(last.done, 0.75);
    EXPECT_DOUBLE_EQ(last.made, 0.25);
    counter.beginFile("c");
    counter.knowPages(50); // more than expected
    EXPECT_DOUBLE_EQ(last.done, 0.75);
    for (int page = 0; page < 50; ++page) counter.finishPage();
    counter.finishFile(true);
    EXPECT_DOUBLE_EQ(last.done, 1);
}

TEST(ProgressLine, IsWrittenOverOnATerminal) {
    std::string written;
    std::chrono::steady_clock::time_point now{};
    {
        ProgressLine line({[&](const std::string& text) { written += text; }, true, 101}, [&] { return now; });
        line.show(half());
        line.show(half()); // at once: not again
        now += seconds(30);
        line.show(half());
    }
    EXPECT_EQ(written, "\r\x1b[K[##########..........] 12 of 50  Annual report.pdf, page 3 of 20"
                       "\r\x1b[K[##########..........] 12 of 50  Annual report.pdf, page 3 of 20  about 30 seconds left"
                       "\r\x1b[K");
}

TEST(ProgressLine, IsOneLineAFileInALog) {
    std::vector<std::string> written;
    std::chrono::steady_clock::time_point now{};
    {
        ProgressLine line({[&](const std::string& text) { written.push_back(text); }, false, 80}, [&] { return now; });
        line.show(half());
        line.show(half());
        line.show({13, 50, "b.pdf", 0, 0, 0.5, 0.5});
    }
    EXPECT_THAT(written, ElementsAre("12 of 50: Annual report.pdf\n", "13 of 50: b.pdf\n"));
}

} // namespace
} // namespace sightline
