#include "data/export/pdf_words.h"

#include <array>

#include "data/export/pack_words.h"

namespace sightline::pdf {

std::string headWords(const Pack& pack) {
    const std::string position = positionWords(pack);
    const bool saysDay = pack.snapshot->sample && positionDay(pack.checklist()) == pack.asOf;
    return saysDay ? position : position + " · " + asOfWords(pack);
}

std::string overdueWords(int outstanding, int overdue, int undated) {
    if (overdue > 0) return std::to_string(overdue) + " overdue";
    return outstanding > 0 && undated == outstanding ? "none dated" : "none overdue";
}

std::string_view strengthWords(Strength strength) {
    switch (strength) {
    case Strength::Independent: return "independent";
    case Strength::Oversight: return "oversight";
    case Strength::ManagementOnly: return "management only";
    case Strength::None: break;
    }
    return "no evidence";
}

std::string dueWords(const Action& action, Day asOf) {
    switch (dueGroup(action, asOf)) {
    case DueGroup::Done: return action.completed.known() ? "Done " + shortDate(action.completed) : "Done";
    case DueGroup::Overdue: return "Overdue " + countOf(daysLate(action, asOf), "day", "days");
    case DueGroup::NoDate: return "No date set";
    case DueGroup::Within30Days:
    case DueGroup::Later: break;
    }
    const int days = daysBetween(asOf, action.due.last());
    if (days == 0) return "Due today";
    if (days < 14) return "Due in " + countOf(days, "day", "days");
    if (days < 63) return "Due in " + std::to_string(days / 7) + " weeks";
    return "Due in " + std::to_string(monthsBetween(asOf, action.due.last())) + " months";
}

std::string lineWords(const Checklist& checklist, const Evidence& item) {
    return lineWord(checklist, item.line) + (item.lineGuessed ? ", guessed" : "");
}

std::string_view lineOrdinal(Line line) {
    static constexpr std::array<std::string_view, 3> kOrdinals = {"First line", "Second line", "Third line"};
    return kOrdinals[static_cast<std::size_t>(line) - 1];
}

std::string evidenceCountWords(const Checklist& checklist, const ElementSummary& counts) {
    std::string words;
    for (const AssuranceLine& line : checklist.lines)
        words += std::to_string(counts.line(line.id).count) + " " + line.word + ", ";
    return words + std::to_string(counts.stale) + " stale";
}

std::string actionCountWords(const ElementSummary& counts) {
    return std::to_string(counts.outstanding) + " outstanding · " +
           overdueWords(counts.outstanding, counts.overdue, counts.undated);
}

} // namespace sightline::pdf
