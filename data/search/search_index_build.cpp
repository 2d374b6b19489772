#include <algorithm>
#include <numeric>
#include <unordered_map>

#include "data/lists.h"
#include "data/search/search_index.h"
#include "data/search/search_text.h"
#include "data/search/words.h"

namespace sightline {

/// Reads entry after entry, numbering words as they come, and puts them in order at the end.
class SearchIndexBuilder {
public:
    SearchIndexBuilder(std::shared_ptr<const Snapshot> snapshot, const SearchLimits& limits)
        : limits_(limits), index_(new SearchIndex) {
        index_->snapshot_ = std::move(snapshot);
        listEntries();
    }

    /// nullptr: it was told to stop.
    std::shared_ptr<const SearchIndex> build(const std::stop_token& stop) {
        // Pages are by far the most text. Where not all of it may be indexed, they give way.
        for (const bool pages : {false, true})
            for (std::uint32_t number = 0; number < index_->entries_.size(); ++number) {
                if (stop.stop_requested()) return nullptr;
                if (pages == (index_->entries_[number].kind == FoundKind::Page)) read(number);
            }
        sort();
        return std::move(index_);
    }

private:
    struct Hash {
        using is_transparent = void;
        std::size_t operator()(std::string_view text) const { return std::hash<std::string_view>()(text); }
    };
    struct Place {
        std::uint32_t word;  ///< as numbered while reading
        std::uint32_t place; ///< as in SearchIndex::places_
    };

    void listEntries() {
        const Checklist& checklist = index_->snapshot_->checklist;
        const auto list = [this](FoundKind kind, std::size_t count) {
            for (std::size_t i = 0; i < count; ++i)
                index_->entries_.push_back({.kind = kind, .index = static_cast<int>(i)});
        };
        const auto endGroup = [this](FoundGroup group) {
            index_->groupStarts_[static_cast<std::size_t>(group) + 1] =
                static_cast<std::uint32_t>(index_->entries_.size());
        };
        const std::vector<int> newestFirst = evidenceMatching(checklist, {}, Day{});
        for (const int item : newestFirst)
            if (checklist.evidence[static_cast<std::size_t>(item)].shown != Shown::Nothing)
                index_->entries_.push_back({.kind = FoundKind::Evidence, .index = item});
        listPages(newestFirst);
        endGroup(FoundGroup::Evidence);
        list(FoundKind::Position, checklist.positions.size());
        endGroup(FoundGroup::Positions);
        list(FoundKind::Action, checklist.actions.size());
        endGroup(FoundGroup::Actions);
        list(FoundKind::Element, checklist.elements.size());
        endGroup(FoundGroup::Elements);
    }

    /// In the order of the items they are of. A document that several items share is listed once.
    void listPages(const std::vector<int>& items) {
        const Checklist& checklist = index_->snapshot_->checklist;
        std::unordered_map<int, int> byId;
        for (std::size_t i = 0; i < checklist.documents.size(); ++i)
            byId.emplace(checklist.documents[i].id, static_cast<int>(i));
        for (const int item : items) {
            const auto found = byId.find(checklist.evidence[static_cast<std::size_t>(item)].document);
            if (found == byId.end()) continue;
            const int document = found->second;
            byId.erase(found);
            const auto pages = static_cast<int>(checklist.documents[static_cast<std::size_t>(document)].pages.size());
            for (int page = 0; page < pages; ++page)
                index_->entries_.push_back({FoundKind::Page, item, document, page});
        }
    }

    void read(std::uint32_t number) {
        const SearchText text = searchText(index_->snapshot_->checklist, index_->entries_[number]);
        here_.clear();
        read(text.name, true);
        for (const SearchText::Part& part : text.parts) read(part.text, false);
        if (places_.size() + here_.size() > limits_.places) {
            index_->complete_ = false;
            return;
        }
        // Each word once, in the name where it is there too.
        std::ranges::sort(here_, std::ranges::greater{});
        std::uint32_t last = 0;
        for (const std::uint32_t found : here_) {
            if (found / 2 + 1 == last) continue;
            last = found / 2 + 1;
            places_.push_back({found / 2, number * 2 + found % 2});
        }
    }

    void read(std::string_view text, bool inName) {
        FoldedWord word;
        for (WordReader reader(text); reader.next(word);) {
            auto known = numbers_.find(word.view());
            if (known == numbers_.end() && numbers_.size() >= limits_.words) {
                index_->complete_ = false;
                continue;
            }
            if (known == numbers_.end())
                known = numbers_.emplace(std::string(word.view()), static_cast<std::uint32_t>(numbers_.size())).first;
            here_.push_back(known->second * 2 + (inName ? 1 : 0));
        }
    }

    void sort() {
        std::vector<std::pair<std::string_view, std::uint32_t>> inOrder(numbers_.begin(), numbers_.end());
        std::ranges::sort(inOrder);
        std::vector<std::uint32_t> rankOf(inOrder.size());
        index_->wordEnds_.reserve(inOrder.size());
        for (std::uint32_t rank = 0; rank < inOrder.size(); ++rank) {
            rankOf[inOrder[rank].second] = rank;
            index_->letters_ += inOrder[rank].first;
            index_->wordEnds_.push_back(static_cast<std::uint32_t>(index_->letters_.size()));
        }
        index_->letters_.shrink_to_fit();
        index_->entries_.shrink_to_fit();
        // Counting sort: how many places each word has, where they begin, then each in its place.
        auto& ends = index_->placeEnds_;
        std::vector<std::uint32_t> next(inOrder.size() + 1);
        for (const Place& place : places_) ++next[rankOf[place.word] + std::size_t{1}];
        std::partial_sum(next.begin(), next.end(), next.begin());
        ends.assign(next.begin() + 1, next.end());
        index_->places_.resize(places_.size());
        for (const Place& place : places_) index_->places_[next[rankOf[place.word]]++] = place.place;
    }

    SearchLimits limits_;
    std::shared_ptr<SearchIndex> index_;
    std::unordered_map<std::string, std::uint32_t, Hash, std::equal_to<>> numbers_;
    std::vector<std::uint32_t> here_; ///< of the entry being read: twice the word, and 1 where it is in the name
    std::vector<Place> places_;
};

std::shared_ptr<const SearchIndex> SearchIndex::build(std::shared_ptr<const Snapshot> snapshot,
                                                      const std::stop_token& stop, const SearchLimits& limits) {
    return SearchIndexBuilder(std::move(snapshot), limits).build(stop);
}

} // namespace sightline
