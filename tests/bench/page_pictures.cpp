// How long a page of a document keeps the decoder's thread busy, and how long handing it to OpenGL keeps the wall's
// own: pages of 1,697 by 2,400 pixels (A4 at 205 dots an inch), grey and in colours, and the largest that a snapshot
// may hold.
//
//     build/release/tests/bench/page_pictures
//
// The bar: decoding at most 500 ms, handing over at most one frame of 16 ms with Mesa's software renderer.
#include <algorithm>
#include <chrono>
#include <cstdio>
#include <vector>

#include "render/offscreen.h"
#include "tests/support/example_document.h"

namespace {

using namespace sightline;

double milliseconds(std::chrono::steady_clock::duration time) {
    return std::chrono::duration<double, std::milli>(time).count();
}

/// Something like print: short dark strokes in rows.
std::string printed(int width, int height, int channels) {
    std::vector<std::uint8_t> pixels;
    for (int y = 0; y < height; ++y)
        for (int x = 0; x < width; ++x)
            for (int channel = 0; channel < channels; ++channel) {
                const bool stroke = y % 40 < 24 && (x * 7 + y / 40 * 13) % 23 < 6;
                pixels.push_back(static_cast<std::uint8_t>(stroke ? 20 + channel * 60 + x % 9 : 250));
            }
    return testing_support::pngOf(width, height, channels, pixels);
}

void measure(GlTarget& target, const char* name, int width, int height, int channels) {
    const std::string png = printed(width, height, channels);
    const DocumentPage page{1, width, height, testing_support::digestOf(png), ""};
    std::vector<double> decoding;
    std::vector<double> handing;
    for (int run = 0; run < 9; ++run) {
        const auto begun = std::chrono::steady_clock::now();
        const auto picture = decodePage(png, page);
        const auto decoded = std::chrono::steady_clock::now();
        if (!picture) return;
        target.setPicture(1, *picture);
        decoding.push_back(milliseconds(decoded - begun));
        handing.push_back(milliseconds(std::chrono::steady_clock::now() - decoded));
    }
    std::ranges::sort(decoding);
    std::ranges::sort(handing);
    std::printf("%-22s decode %6.1f ms   hand over %5.1f ms (median of 9; slowest %.1f)\n", name, decoding[4],
                handing[4], handing.back());
}

} // namespace

int main() {
    auto context = OffscreenContext::create(64, 64);
    if (!context) return 1;
    GlTarget& target = (*context)->target();
    std::printf("%s\n", target.rendererName());
    measure(target, "1697x2400 grey", 1697, 2400, 1);
    measure(target, "1697x2400 in colours", 1697, 2400, 3);
    measure(target, "8192x4882 grey", 8192, 4882, 1);
    measure(target, "8192x4882 in colours", 8192, 4882, 3);
    return 0;
}
