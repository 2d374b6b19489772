#include "data/import/register_rows.h"

#include <algorithm>
#include <functional>

#include "data/defaults.h"
#include "data/import/name_match.h"
#include "data/import/text.h"
#include "data/limits.h"
#include "data/schema.h"

namespace sightline {
namespace {

/// The sheet About: one row a fact, whose column What says which.
class AboutReader {
public:
    AboutReader(RegisterTable& table, RegisterRows& out) : table_(table), out_(out) {}

    void read() {
        for (size_t i = 0; i < table_.size(); ++i) {
            RegisterRow row = table_.row(i);
            what_.push_back(row.choice(column::kWhat, words()));
            if (row.isEmpty(column::kWhat))
                row.refuse(column::kWhat, "The cell is empty; write " + orWords(words()) + ".");
        }
        for (size_t i = 0; i < table_.size(); ++i)
            if (what_[i] && *what_[i] < kFacts) readFact(i);
        for (const auto& [word, read] : lists_) readList(word, read);
        if (out_.use == RegisterUse::Alone) requireFacts();
    }

private:
    static constexpr size_t kFacts = 7;
    static const std::vector<std::string>& words() {
        static const std::vector<std::string> kWords = {
            std::string(fact::kTitle),        std::string(fact::kCouncil),    std::string(fact::kService),
            std::string(fact::kPositionDate), std::string(fact::kReviewDue),  std::string(fact::kApprovedBy),
            std::string(fact::kApprovedOn),   std::string(fact::kRoleHolder), std::string(fact::kCulture),
            std::string(fact::kBackground)};
        return kWords;
    }

    void readFact(size_t i) {
        Checklist& c = out_.checklist;
        RegisterRow row = table_.row(i);
        const std::string& what = words()[*what_[i]];
        const auto [other, isNew] = facts_.emplace(what, row.where());
        if (!isNew) row.refuse(column::kWhat, inQuotes(what) + " stands in " + other->second + " too.");
        const bool needed = out_.use == RegisterUse::Alone && (what == fact::kTitle || what == fact::kCouncil);
        const auto text = [&] {
            return needed ? row.required(column::kValue, limits::kName) : row.text(column::kValue, limits::kName);
        };
        if (what == fact::kTitle) c.title = text();
        if (what == fact::kCouncil) c.authority = text();
        if (what == fact::kService) c.service = text();
        if (what == fact::kApprovedBy) c.approvedBy = text();
        if (what == fact::kPositionDate) c.positionDate = row.date(column::kValue);
        if (what == fact::kReviewDue) c.reviewDue = row.date(column::kValue);
        if (what == fact::kApprovedOn) c.approvedOn = row.date(column::kValue);
        if (what == fact::kTitle) c.place = {out_.source, row.where()};
    }

    void requireFacts() {
        for (const std::string_view what : {fact::kTitle, fact::kCouncil})
            if (!facts_.contains(std::string(what)))
                out_.wrong.add(std::string(sheet::kAbout), "A row with " + inQuotes(what) +
                                                               " in the column What is "
                                                               "expected.");
    }

    void readList(std::string_view word, const std::function<void(RegisterRow&, int)>& read) {
        std::vector<bool> belongs;
        for (const auto& what : what_) belongs.push_back(what && words()[*what] == word);
        const std::vector<int> ids = table_.ids(column::kId, belongs);
        for (size_t i = 0; i < table_.size(); ++i) {
            if (!belongs[i]) continue;
            RegisterRow row = table_.row(i);
            if (row.isEmpty(column::kValue))
                out_.report.unclear.push_back(
                    {row.placeOf(column::kValue), std::string(word), "the cell is empty, so the row was left out", 0});
            else
                read(row, ids[i]);
        }
    }

    [[nodiscard]] Place placeOf(const RegisterRow& row) const { return {out_.source, row.where()}; }

    RegisterTable& table_;
    RegisterRows& out_;
    std::vector<std::optional<size_t>> what_;
    std::map<std::string, std::string> facts_; // what, and where it stands
    const std::vector<std::pair<std::string_view, std::function<void(RegisterRow&, int)>>> lists_ = {
        {fact::kRoleHolder,
         [this](RegisterRow& row, int id) {
             out_.checklist.roleHolders.push_back({id, row.required(column::kRole, limits::kName),
                                                   row.text(column::kAbbreviation, limits::kWord),
                                                   row.required(column::kValue, limits::kName), placeOf(row)});
         }},
        {fact::kCulture,
         [this](RegisterRow& row, int id) {
             out_.checklist.culture.push_back({id, row.lines(column::kValue, limits::kText), placeOf(row)});
         }},
        {fact::kBackground, [this](RegisterRow& row, int id) {
             out_.checklist.background.push_back({id, row.lines(column::kValue, limits::kText), placeOf(row)});
         }}};
};

int opinionOf(RegisterRow& row, const std::vector<Opinion>& scale) {
    std::vector<std::string> words;
    words.reserve(scale.size());
    for (const Opinion& opinion : scale) words.push_back(opinion.word);
    const auto choice = row.choice(column::kOpinion, words);
    if (!choice || scale[*choice].colour == ColourRole::None) return 0;
    return scale[*choice].id;
}

} // namespace

void readAbout(RegisterTable& table, RegisterRows& out) { AboutReader(table, out).read(); }

void readElements(RegisterTable& table, RegisterRows& out) {
    auto& elements = out.checklist.elements;
    const bool alone = out.use == RegisterUse::Alone;
    for (size_t i = 0; i < table.size(); ++i) {
        RegisterRow row = table.row(i);
        Element element;
        element.number = row.number(column::kElement, 1, 6);
        element.title = row.text(column::kTitle, limits::kName);
        if (element.title.empty()) element.title = defaultElementTitle(element.number);
        element.statement =
            alone ? row.requiredLines(column::kStatement, limits::kText) : row.lines(column::kStatement, limits::kText);
        element.opinion = opinionOf(row, out.checklist.scale);
        element.opinionReason = row.lines(column::kReason, limits::kText);
        element.opinionDate = row.date(column::kOpinionDate);
        element.opinionBy = row.text(column::kOpinionBy, limits::kName);
        element.place = {out.source, row.where()};
        if (std::ranges::count(elements, element.number, &Element::number) > 0)
            row.refuse(column::kElement, "Element " + std::to_string(element.number) + " is there twice.");
        elements.push_back(std::move(element));
    }
    if (alone && elements.empty())
        out.wrong.add(std::string(sheet::kElements), "There is no row; at least one element is expected.");
}

int elementOf(RegisterRow& row, RegisterRows& out) {
    const int number = row.number(column::kElement, 1, 6, 0);
    if (row.isEmpty(column::kElement))
        row.refuse(column::kElement, "The cell is empty; the number of the element, 1 to 6, is expected.");
    else if (number != 0 && std::ranges::count(out.checklist.elements, number, &Element::number) == 0)
        row.refuse(column::kElement, "There is no element " + std::to_string(number) + " on the sheet Elements.");
    return number;
}

void readPositions(RegisterTable& table, RegisterRows& out) {
    const std::vector<int> ids = table.ids(column::kId, std::vector<bool>(table.size(), true));
    for (size_t i = 0; i < table.size(); ++i) {
        RegisterRow row = table.row(i);
        Position position;
        position.id = ids[i];
        position.element = elementOf(row, out);
        position.text = row.requiredLines(column::kText, limits::kText);
        position.place = {out.source, row.where()};
        out.checklist.positions.push_back(std::move(position));
    }
}

void readActions(RegisterTable& table, RegisterRows& out) {
    static const std::vector<std::string> kWords(kStatuses.begin(), kStatuses.end());
    const std::vector<int> ids = table.ids(column::kId, std::vector<bool>(table.size(), true));
    for (size_t i = 0; i < table.size(); ++i) {
        RegisterRow row = table.row(i);
        Action action;
        action.id = ids[i];
        action.element = elementOf(row, out);
        action.text = row.requiredLines(column::kText, limits::kText);
        action.owner = row.text(column::kOwner, limits::kName);
        action.due = row.date(column::kDue);
        action.status = static_cast<ActionStatus>(row.choice(column::kStatus, kWords).value_or(0));
        action.completed = row.date(column::kCompleted);
        action.place = {out.source, row.where()};
        out.checklist.actions.push_back(std::move(action));
    }
}

} // namespace sightline
