#include "data/import/evidence/page_progress.h"

#include <algorithm>
#include <numeric>
#include <utility>

namespace sightline {
namespace {

constexpr double kBytesOfAPage = 50'000; // of a report with some charts
constexpr double kMostExpected = 100;    // large files hold photographs rather than many pages

} // namespace

PageCounter::PageCounter(const std::vector<std::uint64_t>& bytes, ProgressListener listener)
    : hear(std::move(listener)) {
    for (const std::uint64_t size : bytes) sizes.push_back(static_cast<double>(size));
    expected.resize(sizes.size());
    progress.files = sizes.size();
    expectRest();
}

void PageCounter::beginFile(const std::string& name) {
    ++progress.file;
    progress.name = name;
    progress.page = 0;
    progress.pages = 0;
    tell();
}

void PageCounter::knowPages(int pages) {
    expected[progress.file - 1] = pages;
    progress.pages = pages;
    knownPages += pages;
    knownBytes += sizes[progress.file - 1];
    expectRest();
    tell();
}

// Files of one folder are alike: those to come have as many pages for their size as those that are known.
void PageCounter::expectRest() {
    const double bytesOfAPage = knownPages > 0 ? knownBytes / knownPages : kBytesOfAPage;
    for (size_t i = progress.file; i < expected.size(); ++i)
        expected[i] = std::clamp(sizes[i] / bytesOfAPage, 1.0, kMostExpected);
    total = std::accumulate(expected.begin(), expected.end(), 0.0);
}

void PageCounter::finishPage() {
    ++progress.page;
    tell();
}

void PageCounter::finishFile(bool made) {
    const double now = expected[progress.file - 1];
    finished += now;
    if (made) madeHere += now;
    progress.page = 0;
    tell();
}

void PageCounter::tell() {
    if (!hear) return;
    if (total > 0) {
        // What is to come may turn out to be more than expected; a bar that goes back helps nobody.
        progress.done = std::clamp((finished + progress.page) / total, progress.done, 1.0);
        progress.made = std::min(progress.done, (madeHere + progress.page) / total);
    }
    hear(progress);
}

} // namespace sightline
