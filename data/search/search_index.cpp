#include "data/search/search_index.h"

#include <algorithm>

namespace sightline {
namespace {

// Points of one word; those of all words are added up. A word in the name outweighs any gain elsewhere, for as many
// words as a query may have.
constexpr std::uint8_t kNameWhole = 10;
constexpr std::uint8_t kNameBeginning = 9;
constexpr std::uint8_t kElsewhereWhole = 2;
constexpr std::uint8_t kElsewhereBeginning = 1;

constexpr std::ptrdiff_t kPagesOfOne = 3;

template <class T>
std::size_t bytesOf(const std::vector<T>& values) {
    return values.capacity() * sizeof(T);
}

/// The first number that a property does not hold for; up to there it holds for all.
template <class Property>
std::uint32_t firstWithout(std::uint32_t first, std::uint32_t last, Property&& holds) {
    while (first < last) {
        const std::uint32_t middle = first + (last - first) / 2;
        if (holds(middle))
            first = middle + 1;
        else
            last = middle;
    }
    return first;
}

} // namespace

std::string_view SearchIndex::word(std::size_t number) const {
    const std::size_t begin = number == 0 ? 0 : wordEnds_[number - 1];
    return std::string_view(letters_).substr(begin, wordEnds_[number] - begin);
}

SearchIndex::Range SearchIndex::beginningWith(std::string_view letters) const {
    const auto count = static_cast<std::uint32_t>(words());
    const std::uint32_t first = firstWithout(0, count, [&](std::uint32_t i) { return word(i) < letters; });
    const std::uint32_t last =
        firstWithout(first, count, [&](std::uint32_t i) { return word(i).starts_with(letters); });
    return {first, last, first != last && word(first) == letters};
}

std::span<const std::uint32_t> SearchIndex::placesOf(std::uint32_t first, std::uint32_t last) const {
    const auto before = [&](std::uint32_t number) { return number == 0 ? 0 : placeEnds_[number - 1]; };
    return std::span(places_).subspan(before(first), before(last) - before(first));
}

/// Gives every entry that one of the words stands in what the best of its places is worth.
void SearchIndex::award(const Range& range, std::vector<std::uint8_t>& points) const {
    const auto give = [&](std::span<const std::uint32_t> places, std::uint8_t inName, std::uint8_t elsewhere) {
        for (const std::uint32_t place : places) {
            std::uint8_t& now = points[place / 2];
            now = std::max(now, place % 2 != 0 ? inName : elsewhere);
        }
    };
    const std::uint32_t begun = range.exact ? range.first + 1 : range.first;
    give(placesOf(range.first, begun), kNameWhole, kElsewhereWhole);
    give(placesOf(begun, range.last), kNameBeginning, kElsewhereBeginning);
}

SearchMatches SearchIndex::find(std::span<const std::string> words, std::size_t most) const {
    SearchMatches matches;
    std::vector<Range> ranges;
    std::size_t toRead = 0;
    for (const std::string& letters : words) {
        ranges.push_back(beginningWith(letters));
        const auto places = placesOf(ranges.back().first, ranges.back().last).size();
        if (places == 0) {
            matches.unknown = static_cast<int>(ranges.size()) - 1;
            return matches;
        }
        toRead += places;
    }
    matches.tooMany = toRead > kMostRead;
    if (ranges.empty() || matches.tooMany) return matches;

    std::vector<std::uint8_t> total(entries_.size());
    award(ranges.front(), total);
    std::vector<std::uint8_t> points(entries_.size());
    for (const Range& range : std::span(ranges).subspan(1)) {
        std::ranges::fill(points, std::uint8_t{0});
        award(range, points);
        for (std::size_t i = 0; i < total.size(); ++i)
            total[i] = total[i] != 0 && points[i] != 0 ? static_cast<std::uint8_t>(total[i] + points[i]) : 0;
    }
    for (std::size_t i = 0; i < kFoundGroups; ++i) matches.groups[i] = bestOf(static_cast<FoundGroup>(i), total, most);
    return matches;
}

/// One pass: entries stand in the order that decides between equals, so each number of points needs to keep only the
/// first that have it.
GroupMatches SearchIndex::bestOf(FoundGroup group, const std::vector<std::uint8_t>& points, std::size_t most) const {
    GroupMatches matches;
    const auto enough = [&](const std::vector<std::uint32_t>& chosen, std::uint32_t entry) {
        const SearchEntry& page = entries_[entry];
        return chosen.size() >= most ||
               (page.kind == FoundKind::Page && kPagesOfOne <= std::ranges::count_if(chosen, [&](std::uint32_t other) {
                                                    return entries_[other].kind == FoundKind::Page &&
                                                           entries_[other].document == page.document;
                                                }));
    };
    std::vector<std::vector<std::uint32_t>> firsts; // by points
    const auto at = static_cast<std::size_t>(group);
    for (std::uint32_t entry = groupStarts_[at]; entry < groupStarts_[at + 1]; ++entry) {
        const std::uint8_t worth = points[entry];
        if (worth == 0) continue;
        ++matches.found;
        if (firsts.size() <= worth) firsts.resize(worth + std::size_t{1});
        if (!enough(firsts[worth], entry)) firsts[worth].push_back(entry);
    }
    for (std::size_t worth = firsts.size(); worth-- > 0;)
        for (const std::uint32_t entry : firsts[worth])
            if (!enough(matches.best, entry)) matches.best.push_back(entry);
    return matches;
}

std::size_t SearchIndex::memory() const {
    return sizeof(*this) + bytesOf(entries_) + letters_.capacity() + bytesOf(wordEnds_) + bytesOf(placeEnds_) +
           bytesOf(places_);
}

} // namespace sightline
