#include "data/stale_setting.h"

namespace sightline {

void applyStaleSetting(Checklist& checklist, const StaleSetting& setting) {
    for (AssuranceLine& line : checklist.lines) {
        const auto months = setting.at(static_cast<std::size_t>(line.id) - 1);
        if (!months || *months == line.staleAfterMonths) continue;
        line.staleInSnapshot = line.staleAfterMonths;
        line.staleAfterMonths = *months;
    }
}

} // namespace sightline
