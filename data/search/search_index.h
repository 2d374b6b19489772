#pragma once

#include <array>
#include <cstdint>
#include <memory>
#include <span>
#include <stop_token>
#include <string>
#include <string_view>
#include <vector>

#include "data/model.h"

namespace sightline {

/// What can be found. Page: of a document that is evidence.
enum class FoundKind : std::uint8_t { Evidence, Page, Position, Action, Element };

/// The groups results are shown in. Pages belong to the evidence, and follow items that are worth as much.
enum class FoundGroup : std::uint8_t { Evidence, Positions, Actions, Elements, Count };
constexpr std::size_t kFoundGroups = static_cast<std::size_t>(FoundGroup::Count);

/// Something that can be found, by indices into the checklist.
struct SearchEntry {
    FoundKind kind = FoundKind::Evidence;
    int index = 0;    ///< in the rows of that kind; of a page, the first item of evidence that it is of
    int document = 0; ///< Page: in Checklist::documents
    int page = 0;     ///< Page: in Document::pages
};

/// What a query finds in one group: how much, and the best of it.
struct GroupMatches {
    int found = 0;
    std::vector<std::uint32_t> best; ///< SearchIndex::entry numbers, best first
};

struct SearchMatches {
    std::array<GroupMatches, kFoundGroups> groups; ///< by FoundGroup
    bool tooMany = false;                          ///< more than a query may read: nothing was looked for
    int unknown = -1;                              ///< the first word that nothing begins with; -1: there is none
};

/// How much an index may hold, however much a snapshot does: far more than any council writes, and little enough for
/// the memory of a wall.
struct SearchLimits {
    std::size_t words = 1'000'000;   ///< different ones
    std::size_t places = 20'000'000; ///< words of each entry, each once
};

/// The words of a snapshot's evidence, pages, positions, actions and elements, and where they stand. Made from the
/// verified rows; immutable, so that one thread makes it and another asks it.
class SearchIndex {
public:
    /// nullptr: it was told to stop. Takes a fifth of a second for a million words, so it is for the loader's thread.
    static std::shared_ptr<const SearchIndex> build(std::shared_ptr<const Snapshot> snapshot,
                                                    const std::stop_token& stop = {}, const SearchLimits& limits = {});

    /// What holds every one of the words (as queryWords gives them) or words that begin with them. Ranked: where they
    /// are in the name before where they are elsewhere, then whole words before beginnings of words, then evidence by
    /// the newest date covered and all else in reading order. All are counted, `most` of each group are named, but of
    /// the pages of one document only the best three: they would hide the others.
    ///
    /// Whatever the words are, at most kMostRead places are read: an answer is there well within a frame.
    [[nodiscard]] SearchMatches find(std::span<const std::string> words, std::size_t most) const;
    static constexpr std::size_t kMostRead = 2'500'000;

    [[nodiscard]] const Snapshot& snapshot() const { return *snapshot_; }
    /// False: the snapshot holds more than may be indexed. Pages are left out first.
    [[nodiscard]] bool complete() const { return complete_; }
    [[nodiscard]] SearchEntry entry(std::uint32_t number) const { return entries_[number]; }
    [[nodiscard]] std::size_t entries() const { return entries_.size(); }
    [[nodiscard]] std::size_t words() const { return wordEnds_.size(); }
    [[nodiscard]] std::size_t places() const { return places_.size(); }
    /// Bytes it takes, the snapshot not counted.
    [[nodiscard]] std::size_t memory() const;

private:
    friend class SearchIndexBuilder;
    SearchIndex() = default;

    /// The words that begin with what is looked for, by number: from `first` to before `last`.
    struct Range {
        std::uint32_t first = 0;
        std::uint32_t last = 0;
        bool exact = false; ///< `first` is the very word
    };
    [[nodiscard]] Range beginningWith(std::string_view letters) const;
    [[nodiscard]] std::string_view word(std::size_t number) const;
    [[nodiscard]] std::span<const std::uint32_t> placesOf(std::uint32_t first, std::uint32_t last) const;
    void award(const Range& range, std::vector<std::uint8_t>& points) const;
    [[nodiscard]] GroupMatches bestOf(FoundGroup group, const std::vector<std::uint8_t>& points,
                                      std::size_t most) const;

    std::shared_ptr<const Snapshot> snapshot_;
    bool complete_ = true;
    std::vector<SearchEntry> entries_;                          ///< one group after the other
    std::array<std::uint32_t, kFoundGroups + 1> groupStarts_{}; ///< the last one is the number of entries
    std::string letters_;                                       ///< all words in order, nothing between them
    std::vector<std::uint32_t> wordEnds_;                       ///< where each ends in `letters_`
    std::vector<std::uint32_t> placeEnds_;                      ///< where the places of each end in `places_`
    std::vector<std::uint32_t> places_; ///< twice the entry, and 1 where the word is in its name
};

} // namespace sightline
