#include <gtest/gtest.h>

#include "data/sample.h"
#include "render/offscreen.h"
#include "tests/support/pages.h"

namespace sightline {
namespace {

using testing_support::PageBuilder;
using testing_support::Scene;

/// A picture of one colour in all its levels.
PagePicture plain(std::vector<std::uint8_t> pixel) {
    const auto channels = static_cast<int>(pixel.size());
    PagePicture picture{100, 141, channels, {}};
    for (std::size_t bytes = textureBytes(100, 141, channels); bytes > 0; bytes -= pixel.size())
        picture.pixels.insert(picture.pixels.end(), pixel.begin(), pixel.end());
    return picture;
}

/// The document of the sample with another picture in the place of its first page; what is seen in the middle of it.
class PagePictures : public testing::Test {
protected:
    PagePictures() : context(*OffscreenContext::create(room.width, room.height)), pages(snapshot, room) {
        context->target().setAtlas(pages.frame().takeAtlas());
        scene.state.here = {Page::EvidenceItem, itemWithDocument()};
    }
    int itemWithDocument() const {
        for (const Evidence& item : snapshot.checklist.evidence)
            if (item.document != 0) return item.id;
        return 0;
    }
    std::vector<int> seen() {
        const Targets& targets = pages.build(scene);
        context->target().paint(pages.frame().drawData(), room.width, room.height, 0);
        const Picture picture = context->read();
        const Point middle = targets.document()->viewport.centre();
        const auto at = (static_cast<std::size_t>(middle.y) * static_cast<std::size_t>(room.width) +
                         static_cast<std::size_t>(middle.x)) *
                        3;
        return {picture.rgb[at], picture.rgb[at + 1], picture.rgb[at + 2]};
    }

    Room room{640, 360, 65, 2};
    const Snapshot snapshot = *sampleSnapshot("northmoor");
    std::unique_ptr<OffscreenContext> context;
    PageBuilder pages;
    Scene scene{"document", {}};
};

TEST_F(PagePictures, AreDrawnInTheirColoursWhetherSmallOrEnlarged) {
    const int place = pages.shelf.find({1, 1})->place;
    for (const int zoom : {0, kReadingZoom}) {
        scene.state.zoom = zoom;
        context->target().setPicture(place, plain({200}));
        EXPECT_EQ(seen(), (std::vector{200, 200, 200}));
        context->target().setPicture(place, plain({10, 120, 230, 0}));
        EXPECT_EQ(seen(), (std::vector{10, 120, 230}));
    }
}

TEST_F(PagePictures, StayInTheirPlacesWhileOthersComeAndGo) {
    const int place = pages.shelf.find({1, 1})->place;
    GlTarget& target = context->target();
    target.setPicture(place, plain({200}));
    target.setPicture(place + 1, plain({50}));
    target.setPicture(place + 7, plain({60}));
    target.dropPicture(place + 1);
    target.dropPicture(place + 1);
    target.dropPicture(500);
    EXPECT_EQ(seen(), (std::vector{200, 200, 200}));
}

} // namespace
} // namespace sightline
