#include "data/import/merge.h"

#include <algorithm>
#include <map>
#include <set>

#include "data/change_match.h"
#include "data/import/merge_report.h"
#include "data/import/name_match.h"
#include "data/import/new_id.h"
#include "data/import/text.h"

namespace sightline {
namespace {

std::vector<MatchRow> matchRowsOf(const std::vector<Evidence>& rows) {
    std::vector<MatchRow> out;
    out.reserve(rows.size());
    for (const Evidence& row : rows) out.push_back({row.id, 0, row.name, IdOrigin::ReadingOrder});
    return out;
}

template <class Rows>
std::vector<MatchRow> matchRowsOf(const Rows& rows) {
    std::vector<MatchRow> out;
    out.reserve(rows.size());
    for (const auto& row : rows) out.push_back({row.id, row.element, row.text, IdOrigin::ReadingOrder});
    return out;
}

const std::string& wordsOf(const Evidence& item) { return item.name; }
template <class Row>
const std::string& wordsOf(const Row& row) {
    return row.text;
}

class Merger {
public:
    Merger(Imported documents, Imported known) : word_(std::move(documents)), known_(std::move(known)) {}

    Imported run() {
        const int source = static_cast<int>(word_.checklist.sources.size()) + 1;
        moveSources(source);
        out_.checklist.sources = word_.checklist.sources;
        out_.checklist.sources.push_back(known_.checklist.sources.front());
        out_.checklist.sources.back().id = source;
        out_.checklist.scale = known_.checklist.scale;
        out_.checklist.lines = known_.checklist.lines;
        out_.checklist.kinds = known_.checklist.kinds;
        mergeFacts();
        mergeElements();
        mergePositions();
        mergeEvidence();
        mergeLinks();
        mergeActions();
        append(out_.report, std::move(word_.report));
        append(out_.report, std::move(known_.report));
        return std::move(out_);
    }

private:
    // The register comes after the documents.
    void moveSources(int source) {
        Checklist& c = known_.checklist;
        c.place.source = c.place.source == 0 ? 0 : source;
        const auto move = [source](auto& rows) {
            for (auto& row : rows) row.place.source = source;
        };
        move(c.roleHolders);
        move(c.culture);
        move(c.background);
        move(c.elements);
        move(c.positions);
        move(c.evidence);
        move(c.links);
        move(c.actions);
        known_.checklist.sources.front().id = source;
    }

    [[nodiscard]] std::string wordPlace(const Place& place) const { return placeInWords(word_.checklist, place); }
    [[nodiscard]] std::string knownPlace(const Place& place) const { return placeInWords(known_.checklist, place); }
    template <class Row>
    MergeChoice choice(const Row& known) {
        return {out_.report, knownPlace(known.place), wordsOf(known)};
    }

    void mergeFacts() {
        const Checklist& w = word_.checklist;
        const Checklist& k = known_.checklist;
        Checklist& c = out_.checklist;
        MergeChoice choose(out_.report, k.sources.front().name + ", About", "");
        c.title = choose.text("title", w.title, k.title);
        c.authority = choose.text("council", w.authority, k.authority);
        c.service = choose.text("service", w.service, k.service);
        c.positionDate = choose.later("position date", w.positionDate, k.positionDate);
        c.reviewDue = choose.date("review due", w.reviewDue, k.reviewDue);
        c.approvedBy = choose.text("approved by", w.approvedBy, k.approvedBy);
        c.approvedOn = choose.date("approved on", w.approvedOn, k.approvedOn);
        c.place = w.title.empty() ? k.place : w.place;
        c.roleHolders = k.roleHolders.empty() ? w.roleHolders : k.roleHolders;
        c.culture = statements(w.culture, k.culture, "culture");
        c.background = statements(w.background, k.background, "background");
    }

    // Narrative: Word's, where it has any.
    std::vector<Statement> statements(const std::vector<Statement>& word, const std::vector<Statement>& known,
                                      const char* what) {
        if (word.empty()) return known;
        std::set<std::string> keys;
        for (const Statement& statement : word) keys.insert(nameKey(statement.text));
        for (const Statement& statement : known)
            if (!keys.contains(nameKey(statement.text)))
                out_.report.skipped.push_back({knownPlace(statement.place), statement.text,
                                               std::string("only in the register; the ") + what + " comes from Word",
                                               0});
        return word;
    }

    void mergeElements() {
        for (Element element : word_.checklist.elements) {
            const auto known = std::ranges::find(known_.checklist.elements, element.number, &Element::number);
            if (known == known_.checklist.elements.end()) {
                out_.report.onlyInDocuments.push_back(
                    {wordPlace(element.place), element.statement, "an element that the register does not have", 0});
            } else {
                out_.report.matched.push_back(
                    {wordPlace(element.place), element.statement, "by its number with " + knownPlace(known->place), 0});
                takeKnown(element, *known);
            }
            out_.checklist.elements.push_back(std::move(element));
        }
        for (const Element& known : known_.checklist.elements) {
            if (hasElement(word_.checklist, known.number)) continue;
            onlyInRegister(known.place, known.title, "no document has this element; it is kept as it is");
            out_.checklist.elements.push_back(known);
        }
        std::ranges::sort(out_.checklist.elements, {}, &Element::number);
    }

    static bool hasElement(const Checklist& checklist, int number) {
        return std::ranges::count(checklist.elements, number, &Element::number) > 0;
    }

    [[nodiscard]] std::string opinionWord(int id) const {
        const auto opinion = std::ranges::find(known_.checklist.scale, id, &Opinion::id);
        return opinion == known_.checklist.scale.end() ? std::string() : inQuotes(opinion->word);
    }

    void takeKnown(Element& element, const Element& known) {
        element.title = known.title;
        if (element.statement.empty()) element.statement = known.statement;
        if (known.opinion != 0) {
            if (element.opinion != 0 && element.opinion != known.opinion)
                MergeChoice(out_.report, knownPlace(known.place), known.title)
                    .differ("opinion", opinionWord(element.opinion), opinionWord(known.opinion),
                            "the register's was taken");
            const bool same = element.opinion == known.opinion;
            if (!same || !known.opinionReason.empty()) element.opinionReason = known.opinionReason;
            element.opinion = known.opinion;
        } else if (!known.opinionReason.empty() && element.opinion == 0) {
            element.opinionReason = known.opinionReason;
        }
        if (known.opinionDate.known()) element.opinionDate = known.opinionDate;
        if (!known.opinionBy.empty()) element.opinionBy = known.opinionBy;
    }

    void onlyInRegister(const Place& place, const std::string& text, const std::string& why) {
        out_.report.onlyInRegister.push_back({knownPlace(place), text, why, 0});
    }

    // Which row of the register each row of the documents is, or -1; says how it was told.
    template <class Row>
    std::vector<int> match(const std::vector<Row>& word, const std::vector<Row>& known, Rewording rewording) {
        std::vector<int> found = matchRows(matchRowsOf(known), matchRowsOf(word), rewording);
        for (size_t i = 0; i < word.size(); ++i) {
            if (found[i] < 0) continue;
            const Row& row = known[static_cast<size_t>(found[i])];
            const bool sameName = nameKey(wordsOf(row)) == nameKey(wordsOf(word[i]));
            auto& list = sameName ? out_.report.matched : out_.report.reworded;
            list.push_back(
                {wordPlace(word[i].place), wordsOf(word[i]),
                 sameName ? "by its words with " + knownPlace(row.place)
                          : "most words are those of " + knownPlace(row.place) + ", " + inQuotes(wordsOf(row), 90),
                 0});
        }
        return found;
    }

    template <class Row>
    static std::vector<const Row*> unmatched(const std::vector<Row>& known, const std::vector<int>& found) {
        std::vector<const Row*> out;
        for (size_t i = 0; i < known.size(); ++i)
            if (std::ranges::find(found, static_cast<int>(i)) == found.end()) out.push_back(&known[i]);
        return out;
    }

    template <class Row>
    void isNew(const Row& row, const char* why) {
        out_.report.onlyInDocuments.push_back({wordPlace(row.place), wordsOf(row), why, 0});
    }

    void mergePositions() {
        const auto& known = known_.checklist.positions;
        const auto& word = word_.checklist.positions;
        const std::vector<int> found = match(word, known, Rewording::Yes);
        auto& out = out_.checklist.positions;
        out = word;
        for (size_t i = 0; i < word.size(); ++i)
            if (found[i] < 0) isNew(word[i], "a current position that the register does not have");
        for (const Position* position : unmatched(known, found)) {
            if (hasElement(word_.checklist, position->element))
                out_.report.skipped.push_back({knownPlace(position->place), position->text,
                                               "only in the register; current positions come from Word", 0});
            else
                out.push_back(*position);
        }
        for (size_t i = 0; i < out.size(); ++i) out[i].id = static_cast<int>(i) + 1;
    }

    // Matched rows keep the register's ids, new ones get ids above.
    template <class Row>
    static std::vector<int> idsOf(const std::vector<int>& found, const std::vector<Row>& known) {
        NewIds fresh(known);
        std::vector<int> ids;
        ids.reserve(found.size());
        for (const int index : found) ids.push_back(index >= 0 ? known[static_cast<size_t>(index)].id : fresh.next());
        return ids;
    }

    void mergeEvidence() {
        const auto& known = known_.checklist.evidence;
        const auto& word = word_.checklist.evidence;
        auto& out = out_.checklist.evidence;
        const std::vector<int> found = match(word, known, Rewording::No);
        const std::vector<int> ids = idsOf(found, known);
        keepGuesses(found);
        forgetSettledDates(found);
        for (size_t i = 0; i < word.size(); ++i) {
            Evidence item = word[i];
            item.id = ids[i];
            idOfWord_[word[i].id] = ids[i];
            if (found[i] >= 0)
                takeKnown(item, known[static_cast<size_t>(found[i])]);
            else
                isNew(item, "evidence that the register does not have");
            out.push_back(std::move(item));
        }
        for (const Evidence* item : unmatched(known, found)) {
            onlyInRegister(item->place, item->name, "no document names this evidence; it is kept");
            out.push_back(*item);
        }
        std::ranges::sort(out, {}, &Evidence::id);
        suggest(found);
    }

    void takeKnown(Evidence& item, const Evidence& known) {
        MergeChoice choose = choice(known);
        if (item.detail.empty()) item.detail = known.detail;
        item.line = known.line;
        item.lineGuessed = known.lineGuessed;
        item.kind = known.kind;
        item.organisation = choose.text("organisation", item.organisation, known.organisation);
        item.covers = choose.date("date covered", item.covers, known.covers);
        item.reviewDue = choose.date("review due", item.reviewDue, known.reviewDue);
        item.link = choose.text("link", item.link, known.link);
        item.marking = known.marking;
        item.file = known.file;
    }

    // A draft says once for each piece of evidence, in their order, how its line was guessed; what the register has
    // confirmed needs no such remark.
    void keepGuesses(const std::vector<int>& found) {
        auto& guessed = word_.report.guessed;
        if (guessed.size() != found.size()) return;
        std::vector<ReportEntry> kept;
        for (size_t i = 0; i < found.size(); ++i)
            if (found[i] < 0 || known_.checklist.evidence[static_cast<size_t>(found[i])].lineGuessed)
                kept.push_back(std::move(guessed[i]));
        guessed = std::move(kept);
    }

    // Nor does a date covered that the register knows need the remark that the document's is not certain.
    void forgetSettledDates(const std::vector<int>& found) {
        for (size_t i = 0; i < found.size(); ++i) {
            if (found[i] < 0 || !known_.checklist.evidence[static_cast<size_t>(found[i])].covers.known()) continue;
            const Evidence& item = word_.checklist.evidence[i];
            std::erase_if(word_.report.unclear, [&](const ReportEntry& entry) {
                return entry.paragraphs == 0 && entry.text == item.name && entry.place == wordPlace(item.place);
            });
        }
    }

    // A name that was changed makes two items of one; a person has to say whether it did.
    void suggest(const std::vector<int>& found) {
        std::vector<Evidence> news;
        std::vector<Evidence> olds;
        for (size_t i = 0; i < found.size(); ++i)
            if (found[i] < 0) news.push_back(word_.checklist.evidence[i]);
        for (const Evidence* item : unmatched(known_.checklist.evidence, found)) olds.push_back(*item);
        const std::vector<int> alike = matchRows(matchRowsOf(olds), matchRowsOf(news), Rewording::Yes);
        for (size_t i = 0; i < news.size(); ++i) {
            if (alike[i] < 0) continue;
            const Evidence& old = olds[static_cast<size_t>(alike[i])];
            out_.report.unclear.push_back({wordPlace(news[i].place), news[i].name,
                                           "looks like " + inQuotes(old.name, 90) + " (" + knownPlace(old.place) +
                                               "), but is named otherwise, so both are there; give them one name if "
                                               "they are one",
                                           0});
        }
    }

    // In each element first what Word names, in its order, then what only the register ticks.
    void mergeLinks() {
        auto& out = out_.checklist.links;
        std::set<std::pair<int, int>> there;
        std::map<int, int> last;
        std::set<int> knownIds;
        std::set<std::pair<int, int>> ticked;
        for (const Evidence& item : known_.checklist.evidence) knownIds.insert(item.id);
        for (const EvidenceLink& link : known_.checklist.links) ticked.emplace(link.evidence, link.element);
        for (EvidenceLink link : word_.checklist.links) {
            link.evidence = idOfWord_.at(link.evidence);
            there.emplace(link.evidence, link.element);
            last[link.element] = std::max(last[link.element], link.seat);
            if (knownIds.contains(link.evidence) && !ticked.contains({link.evidence, link.element}))
                out_.report.onlyInDocuments.push_back(
                    {wordPlace(link.place), nameOf(link.evidence),
                     "named for element " + std::to_string(link.element) + ", which the register does not tick", 0});
            out.push_back(link);
        }
        for (EvidenceLink link : known_.checklist.links) {
            if (there.contains({link.evidence, link.element})) continue;
            if (isMatched(link.evidence))
                onlyInRegister(link.place, nameOf(link.evidence),
                               "ticked for element " + std::to_string(link.element) +
                                   ", where no document names it; the tick is kept");
            link.seat = ++last[link.element];
            out.push_back(link);
        }
        std::ranges::stable_sort(out, {}, [](const EvidenceLink& l) { return std::pair(l.element, l.seat); });
    }

    [[nodiscard]] bool isMatched(int id) const {
        return std::ranges::any_of(idOfWord_, [id](const auto& pair) { return pair.second == id; });
    }
    [[nodiscard]] std::string nameOf(int id) const {
        const auto item = std::ranges::find(out_.checklist.evidence, id, &Evidence::id);
        return item == out_.checklist.evidence.end() ? std::string() : item->name;
    }

    void mergeActions() {
        const auto& known = known_.checklist.actions;
        const auto& word = word_.checklist.actions;
        auto& out = out_.checklist.actions;
        const std::vector<int> found = match(word, known, Rewording::Yes);
        const std::vector<int> ids = idsOf(found, known);
        for (size_t i = 0; i < word.size(); ++i) {
            Action action = word[i];
            action.id = ids[i];
            if (found[i] >= 0)
                takeKnown(action, known[static_cast<size_t>(found[i])]);
            else
                isNew(action, "a next step that the register does not have");
            out.push_back(std::move(action));
        }
        for (const Action* action : unmatched(known, found)) {
            onlyInRegister(action->place, action->text, "no document has this next step; it is kept");
            out.push_back(*action);
        }
        std::ranges::sort(out, {}, &Action::id);
    }

    void takeKnown(Action& action, const Action& known) {
        MergeChoice choose = choice(known);
        action.owner = choose.text("owner", action.owner, known.owner);
        action.due = choose.date("due", action.due, known.due);
        action.status = known.status;
        action.completed = known.completed;
    }

    Imported word_;
    Imported known_;
    Imported out_;
    std::map<int, int> idOfWord_; // evidence: its id in the documents → its id in the end
};

} // namespace

Imported mergeRegister(Imported documents, Imported known) {
    return Merger(std::move(documents), std::move(known)).run();
}

} // namespace sightline
