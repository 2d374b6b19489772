#include <array>
#include <cstdio>
#include <filesystem>
#include <gtest/gtest.h>
#include <string>

#include "data/sample.h"
#include "render/offscreen.h"
#include "render/png_file.h"
#include "tests/support/pages.h"
#include "tests/support/temp_folder.h"

namespace sightline {
namespace {

namespace fs = std::filesystem;

/// What a command prints.
std::string outputOf(const std::string& command) {
    std::string out;
    std::FILE* pipe = popen(command.c_str(), "r"); // NOLINT(cert-env33-c): a test runs the programs it needs
    if (pipe == nullptr) return out;
    std::array<char, 4096> part{};
    while (const std::size_t count = std::fread(part.data(), 1, part.size(), pipe)) out.append(part.data(), count);
    pclose(pipe);
    return out;
}

bool installed(const std::string& program) { return !outputOf("command -v " + program).empty(); }

struct Panel {
    const char* name;
    Room room;
};

/// The page of an item with a link, as a picture file.
fs::path drawn(const fs::path& folder, const std::string& link, const Room& room, ThemeName theme) {
    Snapshot snapshot = *sampleSnapshot("northmoor");
    Evidence& item = snapshot.checklist.evidence.front();
    item.link = link;
    auto context = OffscreenContext::create(room.width, room.height);
    if (!context) return {};
    testing_support::PageBuilder pages(snapshot, room, theme);
    (*context)->target().setAtlas(pages.frame().takeAtlas());
    testing_support::Scene scene{"item", {}};
    scene.state.here = {Page::EvidenceItem, item.id};
    // A long list of facts may have to be scrolled to its end, where the code is.
    scene.state.scroll[static_cast<std::size_t>(ListId::ItemFacts)] = 1e6F;
    pages.build(scene);
    (*context)->target().paint(pages.frame().drawData(), room.width, room.height, lookOf(theme).ground.rgb);
    const fs::path file = folder / "page.png";
    return writePng((*context)->read(), file) ? file : fs::path();
}

/// What zbar reads, in the picture as it is and in what a phone's preview sees of it: 1920 pixels for 70° (a lens of
/// 26 mm in terms of 35 mm film), so 1.08 mm of the panel a pixel from 1.5 m away, a little out of focus.
struct ReadBack {
    std::string close;
    std::string fromThere;
};
ReadBack readBack(const fs::path& file, const Room& room) {
    const auto read = [](const std::string& picture) {
        return outputOf("zbarimg --quiet --raw -Sdisable -Sqrcode.enable " + picture + " 2>/dev/null");
    };
    const double distance = std::min(1.5, room.distanceM * 1.5 / 4);
    const double mmPerCameraPixel = 1.08 * distance / 1.5;
    const double share = 100 / static_cast<double>(room.px(1)) / mmPerCameraPixel;
    const std::string small = file.string() + "-small.png";
    outputOf("convert " + file.string() + " -resize " + std::to_string(share) + "% -blur 0x0.6 " + small);
    return {read(file.string()), read(small)};
}

class LinkCode : public testing::TestWithParam<Panel> {};

TEST_P(LinkCode, IsReadByAPhoneFromWherePeopleStand) {
    for (const char* program : {"zbarimg", "convert"})
        if (!installed(program)) GTEST_SKIP() << program << " is not installed";
    const TempFolder folder;
    for (const ThemeName theme : {ThemeName::Light, ThemeName::Dark})
        for (const std::size_t length : {48U, 200U}) {
            std::string link = "https://northmoor.example/";
            while (link.size() < length) link += static_cast<char>('a' + link.size() * 7 % 26);
            const fs::path file = drawn(folder.path(), link, GetParam().room, theme);
            ASSERT_FALSE(file.empty());
            const ReadBack read = readBack(file, GetParam().room);
            EXPECT_EQ(read.close, link + "\n") << length;
            EXPECT_EQ(read.fromThere, link + "\n") << length;
        }
}

INSTANTIATE_TEST_SUITE_P(Panels, LinkCode,
                         testing::Values(Panel{"FullHd", {1920, 1080, 65, 4}}, Panel{"UltraHd", {3840, 2160, 65, 4}},
                                         Panel{"Portrait", {1080, 1920, 65, 4}}, Panel{"Small", {1280, 800, 65, 4}},
                                         Panel{"DeskScreen", {1920, 1080, 27, 2}}),
                         [](const auto& test) { return std::string(test.param.name); });

} // namespace
} // namespace sightline
