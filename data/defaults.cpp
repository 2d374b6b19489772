#include "data/defaults.h"

#include <array>

namespace sightline {

std::vector<Opinion> defaultScale() {
    return {
        {1, "Substantial", 1, ColourRole::Good, Shape::DiscTick,
         "Arrangements are sound and working; only minor points remain."},
        {2, "Reasonable", 2, ColourRole::Fair, Shape::HalfDisc,
         "Arrangements are mostly sound; some points need attention."},
        {3, "Limited", 3, ColourRole::Caution, Shape::Triangle,
         "There are gaps that put the purpose of the arrangements at risk."},
        {4, "No assurance", 4, ColourRole::Poor, Shape::OctagonCross,
         "Arrangements are missing or do not work; act at once."},
        {5, "Not assessed", 5, ColourRole::None, Shape::DashedRing, "Nobody has given an opinion yet."},
    };
}

std::vector<AssuranceLine> defaultLines() {
    return {{Line::Management, "Management", 24},
            {Line::Oversight, "Oversight", 24},
            {Line::Independent, "Independent", 24}};
}

const char* defaultElementTitle(int number) {
    static constexpr std::array<const char*, 6> kTitles = {
        "Senior management arrangements",     "Accountability for functions", "Seniority and breadth of roles",
        "Voice of children and young people", "Child protection systems",     "Local partnership arrangements"};
    return kTitles.at(static_cast<size_t>(number - 1));
}

} // namespace sightline
