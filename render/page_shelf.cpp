#include "render/page_shelf.h"

#include <algorithm>
#include <utility>

namespace sightline {

namespace {

/// Small pages are not kept by the thousand either: finding one looks through all.
constexpr std::size_t kMostEntries = 64;

} // namespace

PageShelf::Placed PageShelf::put(PageKey key, std::size_t bytes) {
    Placed out;
    if (bytes > budget_) return out;
    for (std::size_t i = 0; i < entries_.size(); ++i)
        if (entries_[i].key == key) forget(i--, out.emptied);
    makeRoom(bytes, out.emptied);
    out.place = freePlace();
    entries_.push_back({key, out.place, {}, bytes, ++clock_});
    bytes_ += bytes;
    return out;
}

std::vector<int> PageShelf::putProblem(PageKey key, std::string problem) {
    Placed placed = put(key, 0);
    entries_.back().place = 0;
    entries_.back().problem = std::move(problem);
    return std::move(placed.emptied);
}

const PageShelf::Entry* PageShelf::find(PageKey key) const {
    const auto found = std::ranges::find(entries_, key, &Entry::key);
    return found == entries_.end() ? nullptr : &*found;
}

void PageShelf::ask(PageKey key) {
    const auto found = std::ranges::find(entries_, key, &Entry::key);
    if (found != entries_.end()) found->asked = ++clock_;
}

std::vector<int> PageShelf::clear() {
    std::vector<int> emptied;
    while (!entries_.empty()) forget(entries_.size() - 1, emptied);
    return emptied;
}

void PageShelf::makeRoom(std::size_t bytes, std::vector<int>& emptied) {
    while (!entries_.empty() && (bytes_ + bytes > budget_ || entries_.size() >= kMostEntries)) {
        const auto oldest = std::ranges::min_element(entries_, {}, &Entry::asked);
        forget(static_cast<std::size_t>(oldest - entries_.begin()), emptied);
    }
}

void PageShelf::forget(std::size_t index, std::vector<int>& emptied) {
    const Entry& entry = entries_[index];
    if (entry.place != 0) emptied.push_back(entry.place);
    bytes_ -= entry.bytes;
    entries_.erase(entries_.begin() + static_cast<std::ptrdiff_t>(index));
}

int PageShelf::freePlace() const {
    int place = 1;
    while (std::ranges::find(entries_, place, &Entry::place) != entries_.end()) ++place;
    return place;
}

} // namespace sightline
