#include "data/import/evidence/page_progress.h"

#include <algorithm>
#include <utility>

namespace sightline {
namespace {

constexpr double kBytesOfAPage = 50'000; // of a report with some charts
constexpr double kMostExpected = 100;    // large files hold photographs rather than many pages

} // namespace

PageCounter::PageCounter(const std::vector<std::uint64_t>& bytes, ProgressListener listener)
    : hear(std::move(listener)) {
    for (const std::uint64_t size : bytes)
        expected.push_back(std::clamp(static_cast<double>(size) / kBytesOfAPage, 1.0, kMostExpected));
    for (const double pages : expected) total += pages;
    progress.files = bytes.size();
}

void PageCounter::beginFile(const std::string& name) {
    ++progress.file;
    progress.name = name;
    progress.page = 0;
    progress.pages = 0;
    tell();
}

void PageCounter::knowPages(int pages) {
    double& now = expected[progress.file - 1];
    total += pages - now;
    now = pages;
    progress.pages = pages;
    tell();
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
    progress.done = total > 0 ? std::min(1.0, (finished + progress.page) / total) : 1;
    progress.made = total > 0 ? std::min(1.0, (madeHere + progress.page) / total) : 0;
    hear(progress);
}

} // namespace sightline
