// What stands in the cells of a row: the part of DocxRows that reads positions, evidence, next steps and opinions.
#include <algorithm>

#include "data/import/date_rule.h"
#include "data/import/docx_rows.h"
#include "data/import/name_match.h"
#include "data/import/opinion_rule.h"
#include "data/import/text.h"

namespace sightline {
namespace {

using Role = ColumnRole;

// Paragraphs of one merged cell that many rows share; with more, each row would look at all of them.
constexpr size_t kMostShared = 64;

bool isWeb(const std::string& address) {
    const std::string lower = lowerCase(address);
    return lower.starts_with("https://") || lower.starts_with("http://");
}

// "files.ofsted.gov.uk" of "https://files.ofsted.gov.uk/v1/file"
std::string hostOf(const std::string& address) {
    const size_t begin = address.find("://") + 3;
    return lowerCase(address.substr(begin, address.find_first_of("/?#:", begin) - begin));
}

// Words at the end of a name that only say where the link leads: "50172438 (ofsted.gov.uk)", "https://...".
bool isAddressLabel(const DocxLink& link) {
    const std::string lower = lowerCase(link.text);
    if (lower.starts_with("http://") || lower.starts_with("https://") || lower.starts_with("www.")) return true;
    const std::string host = isWeb(link.address) ? hostOf(link.address) : std::string();
    size_t begin = 0;
    while (begin < lower.size()) {
        const size_t end = std::min(lower.find_first_of(" ()[],", begin), lower.size());
        const std::string token = lower.substr(begin, end - begin);
        if (token.find('.') != std::string::npos && token.size() > 3 && host.ends_with(token)) return true;
        begin = end + 1;
    }
    return false;
}

std::string withoutLabel(const std::string& name, const DocxLink& link) {
    if (link.text.empty() || !name.ends_with(link.text) || !isAddressLabel(link)) return name;
    return oneLine(name.substr(0, name.size() - link.text.size()));
}

bool coversSeveral(const DocxCell& cell, const DocxColumns& columns) {
    std::set<ColumnRole> roles;
    for (int column = cell.column; column < cell.column + cell.span; ++column)
        if (columns.roles[static_cast<size_t>(column)] != Role::None)
            roles.insert(columns.roles[static_cast<size_t>(column)]);
    return roles.size() > 1;
}

} // namespace

// The cell to read for a cell of the grid: none for the element's own, and for a merged one that has been read for this
// element. A cell merged over the rows of several elements speaks of each of them.
DocxCell* DocxRows::readable(size_t index, DocxCell& cell, ColumnRole role) {
    if (role == Role::Number || role == Role::Element || role == Role::Owner || role == Role::Due) return nullptr;
    const std::string where = "table " + std::to_string(table_->number) + ", row " + std::to_string(index + 1) + ", " +
                              columns_->nameOf(cell);
    if (cell.nested)
        remark(draft_.report.recognised, where, "", "a table inside the cell was read paragraph by paragraph");
    if (!cell.empty() && coversSeveral(cell, *columns_))
        remark(draft_.report.unclear, where, cell.text(),
               std::string("stands across several columns; taken as ") + roleInWords(role));
    const bool first = merged_.insert({table_->number, cell.origin, cell.column, current_}).second;
    if (cell.origin == index) return &cell;
    for (DocxParagraph& paragraph : cell.paragraphs) paragraph.why = "hidden by the merged cell above it";
    DocxCell* seen = table_->seen(index, cell.column);
    if (!first || seen == nullptr || seen->empty()) return nullptr;
    remark(draft_.report.recognised, where, "",
           "the merged cell of row " + std::to_string(cell.origin + 1) + " also counts for element " +
               std::to_string(current_));
    return seen;
}

bool DocxRows::nothing(const DocxPoint& point) {
    if (!saysNothing(point.head->text) || !point.subpoints.empty()) return false;
    if (point.head->fate != Fate::Reported) report(draft_.report.skipped, *point.head, "says that there is nothing");
    return true;
}

void DocxRows::positions(DocxCell& cell) {
    for (const DocxPoint& point : pointsOf(cell)) {
        if (nothing(point)) continue;
        draft_.addPosition(current_, point.text(), placeOf(*point.head));
        point.mark(Fate::InRow);
        for (const DocxLink& link : point.links())
            remark(draft_.report.skipped, point.head->where, link.address, "a link; only evidence keeps its link");
    }
}

// The first web address of a point; what else it links to is reported.
std::string DocxRows::webLink(const DocxPoint& point) {
    std::string first;
    for (const DocxLink& link : point.links()) {
        if (!isWeb(link.address))
            remark(draft_.report.skipped, point.head->where, link.address,
                   "not a web address, so not kept as the link");
        else if (first.empty())
            first = link.address;
        else if (link.address != first)
            remark(draft_.report.unclear, point.head->where, link.address,
                   "a second link; the first one, " + inQuotes(first) + ", was kept");
    }
    return first;
}

void DocxRows::evidence(DocxCell& cell) {
    for (const DocxPoint& point : pointsOf(cell)) {
        if (nothing(point)) continue;
        std::string name = point.head->text;
        if (!point.head->links.empty()) {
            const DocxLink& link = point.head->links.back();
            const std::string shorter = withoutLabel(name, link);
            if (shorter != name && !nameKey(shorter).empty()) {
                remark(draft_.report.recognised, point.head->where, link.text,
                       "only says where the link leads; left out of the name");
                name = shorter;
            }
        }
        draft_.addEvidence({current_, name, point.detail(), webLink(point), placeOf(*point.head)});
        point.mark(Fate::InRow);
    }
}

void DocxRows::actions(size_t index, std::vector<DocxPoint>& steps) {
    std::erase_if(steps, [&](const DocxPoint& point) { return nothing(point); });
    const std::vector<std::string> owners = beside(index, Role::Owner, steps.size());
    const std::vector<std::string> dues = beside(index, Role::Due, steps.size());
    for (size_t i = 0; i < steps.size(); ++i) {
        const DocxPoint& point = steps[i];
        const PartialDate due = dueFrom(dues[i], point.head->where);
        draft_.addAction(current_, point.text(), owners[i], due, placeOf(*point.head));
        point.mark(Fate::InRow);
        for (const DocxLink& link : point.links())
            remark(draft_.report.skipped, point.head->where, link.address, "a link; only evidence keeps its link");
    }
}

// Owners or dates for the steps of a row: one for each, or one for all; anything else is for a person to sort out.
std::vector<std::string> DocxRows::beside(size_t index, ColumnRole role, size_t steps) {
    std::vector<std::string> result(steps);
    std::vector<DocxParagraph*> found;
    for (DocxCell& cell : table_->rows[index].cells)
        if (columns_->roleOf(cell) == role) {
            DocxCell* seen = table_->seen(index, cell.column);
            if (seen == nullptr || (seen != &cell && seen->paragraphs.size() > kMostShared)) continue;
            for (DocxParagraph& paragraph : seen->paragraphs)
                if (!paragraph.text.empty()) found.push_back(&paragraph);
        }
    const bool pairs = found.size() == steps;
    if (steps == 0 || (!pairs && found.size() != 1)) {
        const std::string why = steps == 0 ? "no next step stands beside it"
                                           : std::to_string(found.size()) + " for " + std::to_string(steps) +
                                                 " next steps; which belongs to which is not clear, so none was taken";
        for (DocxParagraph* paragraph : found)
            if (paragraph->fate == Fate::Unread) report(draft_.report.unclear, *paragraph, why);
        return result;
    }
    for (size_t i = 0; i < steps; ++i) {
        DocxParagraph& paragraph = *found[pairs ? i : 0];
        if (saysNothing(paragraph.text)) {
            if (paragraph.fate == Fate::Unread) report(draft_.report.skipped, paragraph, "says that there is nothing");
            continue;
        }
        if (paragraph.fate == Fate::Reported) continue;
        if (role == Role::Due && !dueFrom(paragraph.text, "").known()) {
            report(draft_.report.unclear, paragraph, "names no certain date; the next step has no due date");
            continue;
        }
        paragraph.fate = Fate::InRow;
        result[i] = paragraph.text;
    }
    return result;
}

PartialDate DocxRows::dueFrom(const std::string& text, const std::string& where) {
    if (text.empty()) return {};
    if (const auto whole = wholeDate(text)) return *whole;
    const DatesInText dates = datesIn(text);
    if (dates.found.size() != 1 || !dates.unclear.empty()) return {};
    if (!where.empty()) remark(draft_.report.recognised, where, text, "due " + longDate(dates.found.front().date));
    return dates.found.front().date;
}

void DocxRows::opinion(DocxCell& cell) {
    Element& element = *draft_.element(current_);
    const auto first = std::ranges::find_if(cell.paragraphs, [](const DocxParagraph& p) { return !p.text.empty(); });
    if (first == cell.paragraphs.end()) return;
    const auto found = findOpinion(first->text, draft_.checklist.scale);
    if (!found || element.opinion != 0) {
        const char* why = found ? "the element has an opinion already"
                                : "not a word of the opinion scale, so the element stays Not assessed";
        for (DocxParagraph& paragraph : cell.paragraphs)
            if (!paragraph.text.empty() && paragraph.fate == Fate::Unread)
                report(draft_.report.unclear, paragraph, why);
        return;
    }
    element.opinion = found->id;
    element.opinionReason = found->reason;
    for (auto it = first; it != cell.paragraphs.end(); ++it) {
        if (it != first && !it->text.empty())
            element.opinionReason += (element.opinionReason.empty() ? "" : " ") + it->text;
        it->fate = Fate::InRow;
    }
}

} // namespace sightline
