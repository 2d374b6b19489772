#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <vector>

namespace sightline {

/// How far the making of pages has come.
struct PageProgress {
    size_t file = 0;  ///< the one that is worked on, from 1
    size_t files = 0; ///< how many there are
    std::string name; ///< of the file
    int page = 0;     ///< pages of it that are done
    int pages = 0;    ///< pages that it has; 0: not known yet
    double done = 0;  ///< share of all the work, 0 to 1, as far as that can be told
    double made = 0;  ///< the same without what was taken over or left out, which takes no time
    bool operator==(const PageProgress&) const = default;
};

using ProgressListener = std::function<void(const PageProgress&)>;

/// Keeps count of the work: a file counts as many pages as it has, and until that is known as many as its size lets
/// expect.
class PageCounter {
public:
    /// `bytes`: of each file, in order. The listener (may be empty) hears of every change.
    PageCounter(const std::vector<std::uint64_t>& bytes, ProgressListener listener);

    void beginFile(const std::string& name);
    void knowPages(int pages);
    void finishPage();
    /// `made`: its pages were made here.
    void finishFile(bool made);

private:
    void expectRest();
    void tell();

    std::vector<double> sizes;    // bytes, by file
    std::vector<double> expected; // pages, by file
    ProgressListener hear;
    PageProgress progress;
    double total = 0;
    double knownPages = 0;
    double knownBytes = 0;
    double finished = 0; // pages' worth
    double madeHere = 0;
};

} // namespace sightline
