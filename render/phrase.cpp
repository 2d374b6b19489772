#include "render/phrase.h"

namespace sightline {
namespace {

Phrase spell(const PartialDate& date, std::size_t letters) {
    Phrase text;
    if (date.day != 0) text.append("{} ", date.day);
    if (date.month != 0) text.append("{} ", monthName(date.month).substr(0, letters));
    if (date.known()) text.append("{}", date.year);
    return text;
}

} // namespace

Phrase counted(int count, std::string_view one, std::string_view many) {
    return phrase("{} {}", count, count == 1 ? one : many);
}

Phrase spelled(const PartialDate& date) { return spell(date, std::string_view::npos); }

Phrase spelled(Day day) {
    return spelled(PartialDate{static_cast<int>(day.year()), static_cast<int>(static_cast<unsigned>(day.month())),
                               static_cast<int>(static_cast<unsigned>(day.day()))});
}

Phrase spelledShort(const PartialDate& date) { return spell(date, 3); }

Phrase spelledNear(const PartialDate& date, Day asOf) {
    if (date.month == 0 || date.year != static_cast<int>(asOf.year())) return spelledShort(date);
    const std::string_view month = monthName(date.month).substr(0, 3);
    return date.day != 0 ? phrase("{} {}", date.day, month) : phrase("{}", month);
}

Phrase ageOf(const PartialDate& date, Day asOf) {
    const Age age = ageOn(date, asOf);
    switch (age.unit) {
    case AgeUnit::Current: break;
    case AgeUnit::Days: return phrase("{} old", counted(age.count, "day", "days").view());
    case AgeUnit::Months: return phrase("{} old", counted(age.count, "month", "months").view());
    case AgeUnit::Years: return phrase("{} years old", age.count);
    }
    return phrase("current");
}

} // namespace sightline
