// The picture of a page, as the wall decodes it.
#include "render/page_picture.h"
#include "tests/fuzz/fuzz_target.h"
#include "tests/fuzz/png_bytes.h"
#include "tests/support/example_document.h"

namespace sightline::fuzz {

void takeInput(std::string_view input) {
    constexpr std::size_t kWidthAt = 16;
    DocumentPage page{1, static_cast<int>(numberAt(input, kWidthAt) & 0x7fffffffU),
                      static_cast<int>(numberAt(input, kWidthAt + 4) & 0x7fffffffU), testing_support::digestOf(input),
                      ""};
    // What the rules for rows let through.
    constexpr std::int64_t kMostArea = 100'000; // a page may have 40 million: larger ones only take longer
    if (std::int64_t{page.width} * page.height > kMostArea) return;
    const auto picture = decodePage(input, page);
    if (!picture) return require(!picture.error().sentence.empty(), "what is refused has a sentence");
    require(picture->pixels.size() == textureBytes(picture->width, picture->height, picture->channels),
            "every level is there");
}

std::vector<std::string> seeds() {
    std::vector<std::uint8_t> colours(16 * 12 * 3);
    for (std::size_t i = 0; i < colours.size(); ++i) colours[i] = static_cast<std::uint8_t>(i * 7);
    return {testing_support::greyPng(20, 30, 200), testing_support::pngOf(16, 12, 3, colours),
            testing_support::palettePng(2, 2, {0, 1, 1, 0}, {255, 0, 0, 0, 0, 255})};
}

std::string mutant(const std::string& input, std::size_t most, unsigned seed, const ChangeBytes& anyhow) {
    std::string changed = anyhow(input, most);
    return seed % 16 == 0 ? changed : withChecksums(std::move(changed));
}

} // namespace sightline::fuzz
