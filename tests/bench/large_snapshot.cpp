// Makes a snapshot of a size: the example with a document of as many pages as that takes. Their pictures are noise,
// which does not pack.
//     build/release/tests/bench/large_snapshot MEGABYTES FILE
#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <random>

#include "data/publish.h"
#include "tests/support/example_document.h"

namespace {

constexpr int kSide = 1000; // a page takes a megabyte

std::string noise(int page) {
    std::mt19937 random(static_cast<unsigned>(page));
    std::vector<std::uint8_t> pixels(std::size_t{kSide} * kSide);
    std::ranges::generate(pixels, [&random] { return static_cast<std::uint8_t>(random()); });
    return sightline::testing_support::pngOf(kSide, kSide, 1, pixels);
}

} // namespace

int main(int argc, char** argv) {
    if (argc != 3) return 2;
    sightline::Checklist list = sightline::testing_support::exampleWithDocument();
    auto& pages = list.documents.front().pages;
    pages.clear();
    for (int number = 1; number <= std::atoi(argv[1]); ++number)
        pages.push_back({number, kSide, kSide, sightline::testing_support::digestOf(noise(number)), ""});
    const auto made = sightline::publish(
        list, argv[2], {.now = std::chrono::system_clock::now()},
        [](const sightline::Document&, const sightline::DocumentPage& page) -> sightline::Result<std::string> {
            return noise(page.number);
        });
    if (!made) std::fprintf(stderr, "%s\n", made.error().message().c_str());
    return made ? 0 : 1;
}
