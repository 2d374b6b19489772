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

// "Clarity about ... (continued)" is the statement of the row before it.
std::string withoutContinued(std::string text) {
    const std::string lower = lowerCase(text);
    for (const char* mark : {"(continued)", "(cont.)", "(cont)", "(cont'd)", "continued", "cont.", "cont'd"})
        if (lower.ends_with(mark)) return oneLine(text.substr(0, text.size() - std::string_view(mark).size()));
    return text;
}

bool saysTheSame(const std::string& statement, const std::string& known) {
    const std::string key = nameKey(statement);
    return !key.empty() && nameKey(known).starts_with(key);
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
            const bool names = !cell.empty() && columns_->nameOf(cell) == cell.text();
            const bool covered = !names && index + 1 < columns_->firstRow && cell.span > 1 && role != Role::None;
            if (!names && !covered) {
                for (DocxParagraph& paragraph : cell.paragraphs) paragraph.why = "stands above the header row";
                continue;
            }
            markAll(cell, Fate::Structure);
            roles += (roles.empty() ? "" : "; ") + inQuotes(cell.text()) + " = " + roleInWords(role);
        }
    if (!roles.empty())
        register_.report.recognised.push_back(
            {register_.at({source_, "table " + std::to_string(table.number)}), "", "header row: " + roles, 0});
}

void DocxRows::row(size_t index) {
    DocxRow& row = table_->rows[index];
    if (repeatsHeader(row, *columns_)) {
        for (DocxCell& cell : row.cells) markAll(cell, Fate::Structure);
        return remark(register_.report.recognised,
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

void DocxRows::elementOf(size_t index) {
    DocxCell* numberCell = nullptr;
    DocxCell* elementCell = nullptr;
    for (DocxCell& cell : table_->rows[index].cells) {
        const ColumnRole role = columns_->roleOf(cell);
        if (cell.origin != index || (role != Role::Number && role != Role::Element)) continue;
        (role == Role::Number ? numberCell : elementCell) = &cell;
    }
    const auto ordered = [](const DocxCell* cell) {
        return cell != nullptr &&
               std::ranges::any_of(cell->paragraphs, [](const DocxParagraph& p) { return p.format.ordered; });
    };
    std::string statement = elementCell != nullptr ? withoutContinued(elementCell->text()) : std::string();
    std::optional<int> number = numberCell != nullptr ? bareNumber(withoutContinued(numberCell->text())) : std::nullopt;
    if (!number && !statement.empty()) {
        NumberedStatement split = splitNumber(statement);
        number = split.number;
        statement = std::move(split.statement);
    }
    const bool automatic = ordered(numberCell) || (numberCell == nullptr && ordered(elementCell));
    if (!number && statement.empty() && !automatic) return; // the row goes on with the element above
    const DocxParagraph* first = elementCell != nullptr ? firstText(*elementCell) : nullptr;
    if (first == nullptr && numberCell != nullptr) first = firstText(*numberCell);
    const Place place{source_, first != nullptr ? first->where : "table " + std::to_string(table_->number)};
    const bool counted = number.has_value();
    if (!number && automatic && !(current_ != 0 && saysTheSame(statement, register_.element(current_)->statement)))
        number = nextInOrder();
    if (!number && isContinuation(statement)) {
        if (elementCell != nullptr) goOn(statement, elementCell);
        return;
    }
    if (!number)
        for (const Element& known : register_.checklist.elements)
            if (saysTheSame(statement, known.statement) || nameKey(statement) == nameKey(known.title))
                number = known.number;
    if (!number) {
        number = nextInOrder();
        register_.report.recognised.push_back(
            {register_.at(place), statement,
             "has no number; taken as element " + std::to_string(*number) + " by its place", 0});
    }
    if (*number < 1 || *number > kElements) {
        current_ = 0;
        refusal_ = "numbered " + std::to_string(*number) + ", but the Test of Assurance has six elements";
        return;
    }
    if (numberCell != nullptr)
        markAll(*numberCell, register_.element(*number) == nullptr ? Fate::InRow : Fate::Structure);
    if (register_.element(*number) != nullptr) {
        const bool same = counted && *number == current_;
        current_ = *number;
        last_ = *number;
        if (elementCell == nullptr || statement.empty()) return;
        if (saysTheSame(statement, register_.element(current_)->statement) || same) return goOn(statement, elementCell);
        for (DocxParagraph& paragraph : elementCell->paragraphs)
            if (!paragraph.text.empty())
                report(register_.report.skipped, paragraph,
                       "element " + std::to_string(current_) + " has its statement already");
        return;
    }
    startElement(*number, std::move(statement), place);
    if (elementCell != nullptr) markAll(*elementCell, Fate::InRow);
}

void DocxRows::startElement(int number, std::string statement, const Place& place) {
    Element element;
    element.number = number;
    element.place = place;
    element.title = statement.empty() ? defaultElementTitle(number) : shortTitle(statement);
    const auto taken = [&](const Element& other) { return other.title == element.title; };
    if (std::ranges::any_of(register_.checklist.elements, taken)) element.title = excerpt(statement, kTitleCharacters);
    if (statement.empty())
        register_.report.unclear.push_back(
            {register_.at(place), "",
             "element " + std::to_string(number) + " has a number but no statement; its short title was used", 0});
    element.statement = statement.empty() ? element.title : std::move(statement);
    register_.addElement(std::move(element));
    current_ = number;
    last_ = number;
}

// More words in the element's cell of a row that goes on: the statement again, or the rest of it.
void DocxRows::goOn(const std::string& statement, DocxCell* cell) {
    Element& element = *register_.element(current_);
    if (saysTheSame(statement, element.statement)) return markAll(*cell, Fate::Structure);
    element.statement += ' ' + statement;
    markAll(*cell, Fate::InRow);
    const DocxParagraph* first = firstText(*cell);
    remark(register_.report.unclear, first->where, statement,
           "taken as the rest of the statement of element " + std::to_string(current_));
}

int DocxRows::nextInOrder() {
    int number = last_ + 1;
    while (register_.element(number) != nullptr) ++number;
    return number;
}

bool DocxRows::isContinuation(const std::string& statement) const {
    Element* element = current_ != 0 ? register_.element(current_) : nullptr;
    if (element == nullptr || statement.empty()) return false;
    if (saysTheSame(statement, element->statement) || startsInLowerCase(statement)) return true;
    // Where elements are numbered in a column of their own, a row without a number begins none, unless it plainly does.
    const int meaning = elementByMeaning(statement);
    return columns_->has(Role::Number) && (meaning == 0 || meaning == elementByMeaning(element->statement));
}

void DocxRows::remark(std::vector<ReportEntry>& list, const std::string& where, std::string text, std::string why) {
    list.push_back({register_.at({source_, where}), std::move(text), std::move(why), 0});
}

void DocxRows::report(std::vector<ReportEntry>& list, DocxParagraph& paragraph, std::string why) {
    list.push_back({register_.at(placeOf(paragraph)), paragraph.text, std::move(why), 1});
    paragraph.fate = Fate::Reported;
}

} // namespace sightline
