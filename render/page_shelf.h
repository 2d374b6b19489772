#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "render/page_picture.h"

namespace sightline {

/// A page of a document of the snapshot that is shown.
struct PageKey {
    int document = 0; ///< Document::id
    int page = 0;     ///< DocumentPage::number
    bool operator==(const PageKey&) const = default;
};

/// Which pages there are pictures of, and in which of the painter's places (GlTarget::setPicture). Holds the budget:
/// what was not asked for the longest gives way. Knows no OpenGL: whoever owns the painter carries out what it says.
class PageShelf {
public:
    explicit PageShelf(std::size_t budget = kPageTextureBytes) : budget_(budget) {}

    struct Entry {
        PageKey key;
        int place = 0;         ///< of the painter, from 1; 0: there is no picture …
        std::string problem;   ///< … and why not, one sentence
        std::size_t bytes = 0; ///< of all levels
        std::uint64_t asked = 0;
    };
    struct Placed {
        int place = 0;            ///< where the new picture goes; 0: it is larger than the whole budget
        std::vector<int> emptied; ///< places whose pictures are to be dropped first
    };

    /// Finds room for a picture.
    Placed put(PageKey key, std::size_t bytes);
    /// Remembers why a page cannot be shown.
    std::vector<int> putProblem(PageKey key, std::string problem);
    /// What is known of a page; nullptr: nothing yet.
    [[nodiscard]] const Entry* find(PageKey key) const;
    /// A page is on the wall, or next to it: it gives way last.
    void ask(PageKey key);
    /// Forgets everything. Returns the places to empty.
    std::vector<int> clear();
    /// What all pictures hold together, never more than the budget.
    [[nodiscard]] std::size_t bytes() const { return bytes_; }

private:
    void makeRoom(std::size_t bytes, std::vector<int>& emptied);
    void forget(std::size_t index, std::vector<int>& emptied);
    [[nodiscard]] int freePlace() const;

    std::size_t budget_;
    std::size_t bytes_ = 0;
    std::uint64_t clock_ = 0;
    std::vector<Entry> entries_;
};

} // namespace sightline
