#include "app/page_decoder.h"

#include <gtest/gtest.h>
#include <semaphore>

#include "tests/support/example_document.h"

namespace sightline {
namespace {

using testing_support::digestOf;
using testing_support::greyPng;

constexpr int kPages = 9;

std::string pictureOf(int page) { return greyPng(4, 4, page); }

std::shared_ptr<const Document> document() {
    auto made = std::make_shared<Document>();
    made->name = "report.pdf";
    for (int page = 1; page <= kPages; ++page) made->pages.push_back({page, 4, 4, digestOf(pictureOf(page)), ""});
    return made;
}

/// A decoder whose pictures wait until the test lets each of them go.
class PageDecoderTest : public testing::Test {
protected:
    PictureSource pictures() {
        return [this](const Document&, const DocumentPage& page) -> Result<std::string> {
            asked.push_back(page.number);
            begun.release();
            let.acquire();
            return pictureOf(page.number);
        };
    }
    void want(std::deque<int> pages) { decoder->want({shown, pictures(), std::move(pages)}); }
    /// The next page, waited for.
    DecodedPage next() {
        woken.acquire();
        return std::move(*decoder->take());
    }
    ~PageDecoderTest() override {
        let.release(100);
        decoder.reset();
    }

    std::shared_ptr<const Document> shown = document();
    std::vector<int> asked; ///< by the decoder's thread; read it after `begun`
    std::counting_semaphore<200> begun{0};
    std::counting_semaphore<200> let{0};
    std::counting_semaphore<200> woken{0};
    std::optional<PageDecoder> decoder{std::in_place, [this] { woken.release(); }};
};

TEST_F(PageDecoderTest, DecodesThePagesInTheOrderTheyAreWanted) {
    let.release(3);
    want({5, 6, 4});
    for (const int page : {5, 6, 4}) {
        const DecodedPage decoded = next();
        EXPECT_EQ(decoded.page, page);
        EXPECT_EQ(decoded.document, shown);
        ASSERT_TRUE(decoded.picture) << decoded.picture.error().message();
        EXPECT_EQ(decoded.picture->pixels.front(), page);
    }
    EXPECT_FALSE(decoder->take());
}

TEST_F(PageDecoderTest, DropsWhatIsNoLongerWantedAndKeepsWhatStillIs) {
    want({1, 2, 3});
    begun.acquire(); // page 1 is on its way
    want({7, 8});    // nobody waits for it any more, nor for 2 and 3
    let.release(3);
    EXPECT_EQ(next().page, 7);
    EXPECT_EQ(next().page, 8);
    EXPECT_FALSE(decoder->take());
    EXPECT_EQ(asked, (std::vector{1, 7, 8}));
}

TEST_F(PageDecoderTest, DoesNotBeginAgainWhatIsOnItsWay) {
    want({1, 2});
    begun.acquire();
    let.release();
    begun.acquire(); // page 1 is ready, 2 on its way
    want({2, 1, 3});
    let.release(2);
    EXPECT_EQ(next().page, 1);
    EXPECT_EQ(next().page, 2);
    EXPECT_EQ(next().page, 3);
    EXPECT_EQ(asked, (std::vector{1, 2, 3}));
}

TEST_F(PageDecoderTest, AnotherDocumentEndsWhatWasWantedOfTheFirst) {
    want({1});
    begun.acquire();
    shown = document();
    want({1});
    let.release(2);
    EXPECT_EQ(next().document, shown);
    EXPECT_FALSE(decoder->take());
    want({});
    EXPECT_FALSE(decoder->take());
}

TEST_F(PageDecoderTest, SaysWhatIsWrong) {
    const auto failing = [](const Document& of, const DocumentPage&) -> Result<std::string> {
        return fail(FailureKind::Missing, of.name, "The page is not in the snapshot.");
    };
    decoder->want({shown, failing, {2}});
    EXPECT_EQ(next().picture.error().sentence, "The page is not in the snapshot.");
    const auto wrong = [](const Document&, const DocumentPage&) -> Result<std::string> { return pictureOf(77); };
    decoder->want({shown, wrong, {2, 99}});
    EXPECT_EQ(next().picture.error().sentence, "The picture does not have the digest of its row.");
    EXPECT_EQ(next().picture.error().sentence, "There is no such page.");
}

TEST_F(PageDecoderTest, EndsWhileItIsBusy) {
    want({1, 2, 3});
    begun.acquire();
    let.release(100);
    decoder.reset(); // or else this test does not end
}

} // namespace
} // namespace sightline
