#include "data/import/docx_rows.h"

#include <algorithm>

#include "data/defaults.h"
#include "data/import/element_rule.h"
#include "data/import/name_match.h"
#include "data/import/text.h"

namespace sightline {
namespace {

using Role = ColumnRole;

constexpr int kElements = 6;
constexpr int kNoNumber = -1;

// "Clarity about ... (continued)" is the statement of the row before it.
std::string withoutContinued(std::string text) {
    const std::string lower = lowerCase(text);
    for (const char* mark : {"(continued)", "(cont.)", "(cont)", "(cont'd)", "continued", "cont.", "cont'd"})
        if (lower.ends_with(mark)) return oneLine(text.substr(0, text.size() - std::string_view(mark).size()));
    return text;
}

bool startsInLowerCase(const std::string& text) { return !text.empty() && text.front() >= 'a' && text.front() <= 'z'; }

void markAll(DocxCell& cell, Fate fate) {
    for (DocxParagraph& paragraph : cell.paragraphs) paragraph.fate = fate;
}

void explain(DocxRow& row, const std::string& why) {
    for (DocxCell& cell : row.cells)
        for (DocxParagraph& paragraph : cell.paragraphs) paragraph.why = why;
}

const DocxParagraph* firstText(const DocxCell& cell) {
    const auto it = std::ranges::find_if(cell.paragraphs, [](const DocxParagraph& p) { return !p.text.empty(); });
    return it == cell.paragraphs.end() ? nullptr : &*it;
}

bool isOrdered(const DocxCell& cell) {
    return std::ranges::any_of(cell.paragraphs, [](const DocxParagraph& p) { return p.format.ordered; });
}

// A row of one cell that crosses from the elements into what is said of them: a heading between the rows.
bool isBand(const DocxRow& row, const DocxColumns& columns) {
    return std::ranges::any_of(row.cells, [&](const DocxCell& cell) {
        bool element = false;
        bool content = false;
        for (int column = cell.column; column < cell.column + cell.span; ++column) {
            const ColumnRole role = columns.roles[static_cast<size_t>(column)];
            element = element || role == Role::Element || role == Role::Number;
            content = content || (role != Role::Element && role != Role::Number && role != Role::None);
        }
        return element && content && !cell.empty();
    });
}

} // namespace

DocxRows::DocxRows(Draft& rows, int source) : draft_(rows), source_(source) {
    for (const Element& element : rows.checklist.elements) know(element);
}

void DocxRows::know(const Element& element) {
    known_[element.number] = {nameKey(element.statement), nameKey(element.title), elementByMeaning(element.statement)};
}

// The whole statement, or its first words.
bool DocxRows::saysTheSame(const std::string& statement, int element) const {
    const std::string key = nameKey(statement);
    const auto known = known_.find(element);
    return !key.empty() && known != known_.end() && known->second.key.starts_with(key);
}

void DocxRows::read(DocxTable& table, const DocxColumns& columns) {
    table_ = &table;
    columns_ = &columns;
    current_ = columns.firstRow == 0 ? current_ : 0; // a table that goes on may begin within an element
    refusal_.clear();
    header(table);
    for (size_t index = columns.firstRow; index < table.rows.size(); ++index) row(index);
}

void DocxRows::header(DocxTable& table) {
    std::string roles;
    for (size_t index = 0; index < columns_->firstRow; ++index)
        for (DocxCell& cell : table.rows[index].cells) {
            const ColumnRole role = columns_->roleOf(cell);
            const bool names = !cell.empty() && columns_->nameOf(cell) == excerpt(cell.text(), kLongestHeader);
            const bool covered = !names && index + 1 < columns_->firstRow && cell.span > 1 && role != Role::None;
            if (!names && !covered) {
                for (DocxParagraph& paragraph : cell.paragraphs) paragraph.why = "stands above the header row";
                continue;
            }
            markAll(cell, Fate::Structure);
            roles += (roles.empty() ? "" : "; ") + inQuotes(cell.text()) + " = " + roleInWords(role);
        }
    if (!roles.empty())
        draft_.report.recognised.push_back(
            {draft_.at({source_, "table " + std::to_string(table.number)}), "", "header row: " + roles, 0});
}

void DocxRows::row(size_t index) {
    DocxRow& row = table_->rows[index];
    if (repeatsHeader(row, *columns_)) {
        for (DocxCell& cell : row.cells) markAll(cell, Fate::Structure);
        return remark(draft_.report.recognised,
                      "table " + std::to_string(table_->number) + ", row " + std::to_string(index + 1), "",
                      "the header row once more");
    }
    if (isBand(row, *columns_)) return explain(row, "a row across the table, between the elements");
    elementOf(index);
    if (current_ == 0) return explain(row, refusal_.empty() ? "no element stands beside it" : refusal_);
    std::vector<DocxPoint> steps;
    for (DocxCell& cell : row.cells) {
        const ColumnRole role = columns_->roleOf(cell);
        if (role == Role::None) {
            const std::string why =
                "in the column " + inQuotes(columns_->nameOf(cell)) + ", which is not one of the checklist's";
            for (DocxParagraph& paragraph : cell.paragraphs) paragraph.why = why;
        } else if (DocxCell* seen = readable(index, cell, role)) {
            if (role == Role::Position) positions(*seen);
            if (role == Role::Evidence) evidence(*seen);
            if (role == Role::Opinion) opinion(*seen);
            if (role == Role::Action) std::ranges::move(pointsOf(*seen), std::back_inserter(steps));
        }
    }
    actions(index, steps);
}

DocxRows::ElementCells DocxRows::elementCells(size_t index) {
    ElementCells out;
    for (DocxCell& cell : table_->rows[index].cells) {
        const ColumnRole role = columns_->roleOf(cell);
        if (cell.origin == index && role == Role::Number) out.numberCell = &cell;
        if (cell.origin == index && role == Role::Element) out.statementCell = &cell;
    }
    const DocxParagraph* first = nullptr;
    if (out.statementCell != nullptr) {
        NumberedStatement split = splitNumber(withoutContinued(out.statementCell->text()));
        out.number = split.number.value_or(kNoNumber);
        out.statement = std::move(split.statement);
        out.automatic = out.numberCell == nullptr && isOrdered(*out.statementCell);
        first = firstText(*out.statementCell);
    }
    if (out.numberCell != nullptr) {
        out.number = bareNumber(withoutContinued(out.numberCell->text())).value_or(out.number);
        out.automatic = isOrdered(*out.numberCell);
        if (first == nullptr) first = firstText(*out.numberCell);
    }
    out.place = {source_, first != nullptr ? first->where : "table " + std::to_string(table_->number)};
    return out;
}

// Which element a row speaks of. Only a row that names none goes on with the one above.
void DocxRows::elementOf(size_t index) {
    ElementCells cells = elementCells(index);
    if (cells.number == kNoNumber && cells.statement.empty() && !cells.automatic) return;
    const bool given = cells.number != kNoNumber;
    if (!given && isContinuation(cells)) {
        if (cells.statementCell != nullptr) goOn(cells.statement, *cells.statementCell);
        return;
    }
    if (!given) cells.number = numberFor(cells);
    if (cells.number < 1 || cells.number > kElements) {
        current_ = 0;
        refusal_ = "numbered " + std::to_string(cells.number) + ", but the Test of Assurance has six elements";
        return;
    }
    const bool known = draft_.element(cells.number) != nullptr;
    if (cells.numberCell != nullptr) markAll(*cells.numberCell, known ? Fate::Structure : Fate::InRow);
    if (known) return returnTo(cells);
    startElement(cells);
}

// The number of an element that has none of its own: that of an element with the same words, or the next in order.
int DocxRows::numberFor(const ElementCells& cells) {
    if (!cells.automatic)
        for (const auto& [number, known] : known_)
            if (saysTheSame(cells.statement, number) || nameKey(cells.statement) == known.title) return number;
    const int number = nextInOrder();
    if (!cells.automatic)
        remark(draft_.report.recognised, cells.place.where, cells.statement,
               "has no number; taken as element " + std::to_string(number) + " by its place");
    return number;
}

// A row for an element that has been started before.
void DocxRows::returnTo(const ElementCells& cells) {
    const bool same = cells.number == current_;
    current_ = cells.number;
    last_ = cells.number;
    if (cells.statementCell == nullptr || cells.statement.empty()) return;
    if (same || saysTheSame(cells.statement, current_)) return goOn(cells.statement, *cells.statementCell);
    for (DocxParagraph& paragraph : cells.statementCell->paragraphs)
        if (!paragraph.text.empty())
            report(draft_.report.skipped, paragraph,
                   "element " + std::to_string(current_) + " has its statement already");
}

void DocxRows::startElement(const ElementCells& cells) {
    const bool stated = !cells.statement.empty();
    Element element;
    element.number = cells.number;
    element.place = cells.place;
    element.title = stated ? shortTitle(cells.statement) : defaultElementTitle(cells.number);
    const auto taken = [&](const Element& other) { return other.title == element.title; };
    if (stated && std::ranges::any_of(draft_.checklist.elements, taken))
        element.title = excerpt(cells.statement, kTitleCharacters);
    element.statement = stated ? cells.statement : element.title;
    if (!stated)
        remark(draft_.report.unclear, cells.place.where, "",
               "element " + std::to_string(cells.number) + " has a number but no statement; its short title was used");
    know(element);
    draft_.addElement(std::move(element));
    current_ = cells.number;
    last_ = cells.number;
    if (cells.statementCell != nullptr) markAll(*cells.statementCell, Fate::InRow);
}

// More words in the element's cell of a row that goes on: the statement again, or the rest of it.
void DocxRows::goOn(const std::string& statement, DocxCell& cell) {
    Element& element = *draft_.element(current_);
    if (saysTheSame(statement, current_)) return markAll(cell, Fate::Structure);
    element.statement.append(" ").append(statement);
    known_[current_].key += nameKey(statement);
    markAll(cell, Fate::InRow);
    const DocxParagraph* first = firstText(cell);
    remark(draft_.report.unclear, first->where, statement,
           "taken as the rest of the statement of element " + std::to_string(current_));
}

int DocxRows::nextInOrder() {
    int number = last_ + 1;
    while (draft_.element(number) != nullptr) ++number;
    return number;
}

bool DocxRows::isContinuation(const ElementCells& cells) const {
    const std::string& statement = cells.statement;
    if (current_ == 0 || statement.empty()) return false;
    if (saysTheSame(statement, current_)) return true;
    if (cells.automatic) return false;
    if (startsInLowerCase(statement)) return true;
    // Where elements are numbered in a column of their own, a row without a number begins none, unless it plainly does.
    const int meaning = elementByMeaning(statement);
    return columns_->has(Role::Number) && (meaning == 0 || meaning == known_.at(current_).meaning);
}

void DocxRows::remark(std::vector<ReportEntry>& list, const std::string& where, std::string text, std::string why) {
    list.push_back({draft_.at({source_, where}), std::move(text), std::move(why), 0});
}

void DocxRows::report(std::vector<ReportEntry>& list, DocxParagraph& paragraph, std::string why) {
    list.push_back({draft_.at(placeOf(paragraph)), paragraph.text, std::move(why), 1});
    paragraph.fate = Fate::Reported;
}

} // namespace sightline
