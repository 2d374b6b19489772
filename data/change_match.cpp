#include "data/change_match.h"

#include <algorithm>
#include <cstddef>
#include <map>
#include <unordered_map>

#include "data/import/name_match.h"
#include "data/import/text.h"

namespace sightline {
namespace {

// Of both rows' words together, how many have to be shared, in fifths.
constexpr size_t kSharedFifths = 3;
// Below this a row has too few words to be told by them.
constexpr size_t kFewestWords = 4;
// Comparing each with each is for what people edited, not for two files that have nothing in common.
constexpr size_t kMostPairs = 400'000;

class Matcher {
public:
    Matcher(const std::vector<MatchRow>& beforeRows, const std::vector<MatchRow>& afterRows)
        : before(beforeRows), after(afterRows), match(after.size(), -1), taken(before.size(), false) {}

    void byDatabaseId() {
        std::unordered_map<int, size_t> ids;
        for (size_t i = 0; i < before.size(); ++i)
            if (before[i].origin == IdOrigin::Database) ids.emplace(before[i].id, i);
        for (size_t i = 0; i < after.size(); ++i)
            if (const auto found = ids.find(after[i].id); after[i].origin == IdOrigin::Database && found != ids.end())
                pair(found->second, i);
    }

    void byName(bool withinElement) {
        const auto keyOf = [withinElement](const MatchRow& row) {
            return std::pair{withinElement ? row.element : 0, nameKey(row.text)};
        };
        std::map<std::pair<int, std::string>, std::vector<size_t>> names;
        for (size_t i = before.size(); i-- > 0;)
            if (!taken[i]) names[keyOf(before[i])].push_back(i); // backwards: the first stands last, and goes first
        for (size_t i = 0; i < after.size(); ++i) {
            if (match[i] >= 0) continue;
            const auto found = names.find(keyOf(after[i]));
            if (found == names.end() || found->second.empty() || found->first.second.empty()) continue;
            pair(found->second.back(), i);
            found->second.pop_back();
        }
    }

    void byWords() {
        struct Likeness {
            size_t shared, total, before, after;
        };
        std::vector<Likeness> likely;
        const auto left = wordsOf(before, [this](size_t i) { return !taken[i]; });
        const auto right = wordsOf(after, [this](size_t i) { return match[i] < 0; });
        if (left.size() * right.size() > kMostPairs) return;
        for (const auto& [a, now] : right)
            for (const auto& [b, then] : left) {
                // A lasting id that found no partner says that the row is another one.
                if (before[b].element != after[a].element ||
                    (before[b].origin == IdOrigin::Database && after[a].origin == IdOrigin::Database))
                    continue;
                const size_t total = now.size() + then.size();
                const size_t both = 2 * shared(now, then);
                if (both * 5 >= total * kSharedFifths) likely.push_back({both, total, b, a});
            }
        std::ranges::stable_sort(likely, [](const Likeness& one, const Likeness& other) {
            return one.shared * other.total > other.shared * one.total;
        });
        for (const Likeness& pairOf : likely)
            if (!taken[pairOf.before] && match[pairOf.after] < 0) pair(pairOf.before, pairOf.after);
    }

    void byRegisterId() {
        int highest = 0; // of the rows that stayed
        for (size_t i = 0; i < after.size(); ++i)
            if (match[i] >= 0 && before[static_cast<size_t>(match[i])].id == after[i].id)
                highest = std::max(highest, after[i].id);
        std::map<int, size_t> ids;
        for (size_t i = 0; i < before.size(); ++i)
            if (!taken[i] && before[i].origin == IdOrigin::Register) ids.emplace(before[i].id, i);
        for (size_t i = 0; i < after.size(); ++i) {
            if (match[i] >= 0 || after[i].origin != IdOrigin::Register || after[i].id >= highest) continue;
            const auto found = ids.find(after[i].id);
            if (found != ids.end() && before[found->second].element == after[i].element) pair(found->second, i);
        }
    }

    std::vector<int> take() { return std::move(match); }

private:
    using Words = std::vector<std::string>;

    void pair(size_t b, size_t a) {
        if (taken[b]) return;
        taken[b] = true;
        match[a] = static_cast<int>(b);
    }

    template <class Free>
    static std::vector<std::pair<size_t, Words>> wordsOf(const std::vector<MatchRow>& rows, Free isFree) {
        std::vector<std::pair<size_t, Words>> out;
        for (size_t i = 0; i < rows.size(); ++i) {
            if (!isFree(i)) continue;
            Words sorted = words(rows[i].text);
            std::ranges::sort(sorted);
            if (sorted.size() >= kFewestWords) out.emplace_back(i, std::move(sorted));
        }
        return out;
    }

    static size_t shared(const Words& left, const Words& right) {
        Words both;
        std::ranges::set_intersection(left, right, std::back_inserter(both));
        return both.size();
    }

    const std::vector<MatchRow>& before;
    const std::vector<MatchRow>& after;
    std::vector<int> match;
    std::vector<bool> taken;
};

} // namespace

std::vector<int> matchRows(const std::vector<MatchRow>& before, const std::vector<MatchRow>& after,
                           Rewording rewording) {
    Matcher matcher(before, after);
    matcher.byDatabaseId();
    matcher.byName(true);
    matcher.byName(false);
    if (rewording == Rewording::Yes) matcher.byWords();
    matcher.byRegisterId();
    return matcher.take();
}

} // namespace sightline
