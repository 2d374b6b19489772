#include "data/search/search_results.h"

#include <algorithm>
#include <bit>

#include "data/date.h"
#include "data/rules.h"
#include "data/search/search_text.h"
#include "data/search/words.h"

namespace sightline {
namespace {

constexpr ExcerptStyle kTitle{.lead = 90, .window = 90, .most = 180};
constexpr ExcerptStyle kPoints{.points = true};
constexpr ExcerptStyle kQuotation{};
/// Bytes that may be searched again for showing where the matches are: no query is slow because texts are long.
constexpr std::size_t kExcerptBudget = 400'000;

constexpr std::array<std::string_view, kFoundGroups> kHeadings = {"Evidence", "Current position", "Actions",
                                                                  "Elements"};

/// What is known of an item at a glance: "Oversight · Mar 2026 · element 6".
std::string evidenceFacts(const Checklist& checklist, const Evidence& item, const std::vector<int>& elements) {
    std::string facts = checklist.lines[static_cast<std::size_t>(item.line) - 1].word;
    if (item.lineGuessed) facts += ", guessed";
    facts += " · " + (item.covers.known() ? shortDate(item.covers) : "no date");
    for (std::size_t i = 0; i < elements.size(); ++i)
        facts += (i > 0 ? ", " : elements.size() == 1 ? " · element " : " · elements ") + std::to_string(elements[i]);
    return facts;
}

/// "Director of Commissioning · 30 Sep 2026", as the actions page says it.
std::string actionFacts(const Action& action) {
    return (isOutstanding(action) ? "" : "Done · ") + (action.owner.empty() ? "No owner" : action.owner) + " · " +
           (action.due.known() ? shortDate(action.due) : "no date");
}

class HitWriter {
public:
    HitWriter(const SearchIndex& index, std::span<const std::string> words,
              const std::vector<std::vector<int>>& elementsOf)
        : index_(index), checklist_(index.snapshot().checklist), words_(words), elementsOf_(elementsOf) {}

    Hit write(std::uint32_t number) {
        const SearchEntry entry = index_.entry(number);
        const SearchText text = searchText(checklist_, entry);
        const auto at = static_cast<std::size_t>(entry.index);
        Hit hit;
        hit.kind = entry.kind;
        hit.title = marked(text.name, kTitle);
        std::string facts;
        switch (entry.kind) {
        case FoundKind::Evidence:
            hit.id = checklist_.evidence[at].id;
            facts = evidenceFacts(checklist_, checklist_.evidence[at], elementsOf_[at]);
            break;
        case FoundKind::Page:
            hit.id = checklist_.evidence[at].id;
            hit.page = checklist_.documents[static_cast<std::size_t>(entry.document)]
                           .pages[static_cast<std::size_t>(entry.page)]
                           .number;
            hit.title = unmarked(checklist_.evidence[at].name);
            break;
        case FoundKind::Position:
            hit.id = checklist_.positions[at].id;
            hit.element = checklist_.positions[at].element;
            hit.title = unmarked(titleOf(hit.element));
            break;
        case FoundKind::Action:
            hit.id = checklist_.actions[at].id;
            hit.element = checklist_.actions[at].element;
            facts = actionFacts(checklist_.actions[at]);
            break;
        case FoundKind::Element:
            hit.id = hit.element = checklist_.elements[at].number;
            facts = opinionOf(checklist_, checklist_.elements[at]).word;
            break;
        }
        hit.note = note(text, hit.page != 0 ? kQuotation : kPoints, hit.title.words, std::move(facts));
        if (hit.page != 0) quote(hit.note, hit.page);
        return hit;
    }

private:
    MarkedText marked(std::string_view text, const ExcerptStyle& style) {
        return markMatches(text, words_, style, budget_);
    }

    static MarkedText unmarked(std::string_view text) {
        std::size_t none = 0;
        return markMatches(text, {}, kTitle, none);
    }

    static void precede(MarkedText& line, std::string_view label) {
        line.text.insert(0, label);
        for (Mark& mark : line.marks) mark = {mark.begin + label.size(), mark.end + label.size()};
    }

    /// "page 14: “… each locality now has a family hub …”".
    static void quote(MarkedText& line, int page) {
        precede(line, "page " + std::to_string(page) + ": “");
        line.text += "”";
    }

    std::string_view titleOf(int element) const {
        const auto found = std::ranges::find(checklist_.elements, element, &Element::number);
        return found == checklist_.elements.end() ? std::string_view() : std::string_view(found->title);
    }

    /// The part that holds most of the words that the title does not; where the title holds all, the facts.
    MarkedText note(const SearchText& text, const ExcerptStyle& style, std::uint32_t inTitle, std::string facts) {
        MarkedText best{.text = std::move(facts), .marks = {}, .words = 0};
        int most = 0;
        for (const SearchText::Part& part : text.parts) {
            if (std::popcount(inTitle) + most >= static_cast<int>(words_.size())) break;
            MarkedText line = marked(part.text, style);
            const int gained = std::popcount(line.words & ~inTitle);
            if (gained <= most) continue;
            most = gained;
            best = std::move(line);
            precede(best, part.label);
        }
        return best;
    }

    const SearchIndex& index_;
    const Checklist& checklist_;
    std::span<const std::string> words_;
    const std::vector<std::vector<int>>& elementsOf_;
    std::size_t budget_ = kExcerptBudget;
};

} // namespace

SearchResults searchFor(std::string_view query, const SearchIndex& index,
                        const std::vector<std::vector<int>>& elementsOf) {
    const std::vector<std::string> words = queryWords(query);
    SearchResults results;
    results.asked = !words.empty();
    const SearchMatches matches = index.find(words, kHitsShown);
    results.tooMany = matches.tooMany;
    if (matches.unknown >= 0) results.unknown = words[static_cast<std::size_t>(matches.unknown)];
    HitWriter writer(index, words, elementsOf);
    for (std::size_t i = 0; i < kFoundGroups; ++i) {
        HitGroup& group = results.groups[i];
        group.heading = kHeadings[i];
        group.found = matches.groups[i].found;
        results.found += group.found;
        for (const std::uint32_t entry : matches.groups[i].best) group.hits.push_back(writer.write(entry));
    }
    return results;
}

} // namespace sightline
