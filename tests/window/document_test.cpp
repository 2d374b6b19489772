#include <cstdlib>

#include "data/publish.h"
#include "data/sample.h"
#include "tests/window/wall_fixture.h"

namespace sightline::window_tests {
namespace {

/// Through a document with a finger and with keys.
class DocumentWalk : public WallFixture {
protected:
    /// Opens the evidence that has a document.
    void openDocument() {
        tap("tile:5");
        awaitPage("element:5");
        tap(item);
        awaitPage(item);
    }
    /// The middle of the page of the document: between the controls and the header.
    [[nodiscard]] Event pageMiddle() const {
        const auto next = target("page:next")["rect"];
        return {{"x", size.width * 0.69}, {"y", next["y"].get<double>() / 2 + size.height * 0.06}};
    }
    void doubleTap(int x, int y) {
        pointer({"mousemove", std::to_string(x), std::to_string(y), "click", "--repeat", "2", "--delay", "60", "1"});
        await("frame", "why", "input");
        awaitSettled();
    }
    /// Pixels of the panel that differ between two pictures.
    [[nodiscard]] static double difference(const std::filesystem::path& a, const std::filesystem::path& b) {
        const Ran compared = runProgram({"compare", "-metric", "AE", "-fuzz", "2%", a, b, "null:"});
        return std::atof(compared.output.c_str());
    }

    std::string item = "evidence:9";
};

TEST_F(DocumentWalk, TurnsEnlargesMovesAndJumps) {
    if (!panel({1920, 1080})) return;
    source = {"--sample", "northmoor"};
    show({});
    openDocument();
    expectPictureOf(item);
    tap("page:next");
    awaitPage(item + ":2");
    expectPictureOf(item + ":2");

    const Event middle = pageMiddle();
    const int x = middle["x"];
    const int y = middle["y"];
    const auto whole = screenshot("document-whole");
    doubleTap(x, y);
    const auto enlarged = screenshot("document-enlarged");
    EXPECT_GT(difference(whole, enlarged), 5000) << "it did not grow";
    pointer({"mousemove", std::to_string(x), std::to_string(y), "mousedown", "1"});
    pointer({"mousemove", std::to_string(x), std::to_string(y - 30)}); // tells the drag from a tap
    for (const int part : {1, 2, 3}) {
        pointer({"mousemove", std::to_string(x), std::to_string(y - 30 - 60 * part)});
        EXPECT_EQ(await("frame", "why", "scroll")["event"], "frame");
    }
    pointer({"mouseup", "1"});
    awaitSettled();
    const auto moved = screenshot("document-moved");
    EXPECT_GT(difference(enlarged, moved), 5000) << "it did not follow the finger";
    doubleTap(x, y);
    EXPECT_LT(difference(whole, screenshot("document-whole-again")), 100);

    tap("page:ask");
    awaitSettled();
    screenshot("document-number-pad");
    for (int i = 0; i < 3; ++i) key("Tab"); // the keys of the pad that lead anywhere: 1, 2, 3, 4
    key("Return");
    await("tap", "id", "pad:3");
    awaitSettled();
    key("Tab"); // from the first that is left, which takes it back, to Go
    key("Return");
    await("tap", "id", "pad:go");
    awaitPage(item + ":3");
    screenshot("document-jumped"); // with the focus of the keyboard round something

    key("Next"); // PageDown
    awaitPage(item + ":4");
    key("Next");
    key("plus");
    await("frame", "why", "input");
    awaitSettled();
    screenshot("document-enlarged-by-key");
    key("Escape");
    awaitPage("element:5");
}

TEST_F(DocumentWalk, PagesStayThereWhenAnotherSnapshotComesAndTheSourceGoes) {
    if (!panel({1920, 1080})) return;
    const auto snapshot = folder / "wall.db";
    source = {snapshot};
    Checklist checklist = sampleSnapshot("northmoor")->checklist;
    const auto publishNow = [&] {
        const auto published =
            publish(checklist, snapshot, {.now = std::chrono::system_clock::now()}, samplePictures("northmoor"));
        ASSERT_TRUE(published) << published.error().message();
    };
    publishNow();
    show({});
    openDocument();
    tap("page:next");
    awaitPage(item + ":2");
    expectPictureOf(item + ":2");
    checklist.evidence[8].organisation = "University of the Southern Dales";
    publishNow();
    await("snapshot", "sequence", 2);
    awaitSettled();
    expectPictureOf(item + ":2");
    tap("page:next");
    awaitPage(item + ":3");
    expectPictureOf(item + ":3");
    std::filesystem::remove(snapshot);
    await("refused");
    awaitSettled();
    key("Next"); // PageDown: the page lies in the wall's own copy
    awaitPage(item + ":4");
    screenshot("document-without-source");
    EXPECT_TRUE(trace->during(1).empty()) << "nothing more is drawn";
}

} // namespace
} // namespace sightline::window_tests
