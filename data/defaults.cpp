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

const char* defaultElementStatement(int number) {
    static constexpr std::array<const char*, 6> kStatements = {
        "Senior management is arranged so that children\u2019s safety, education and wellbeing get the attention they "
        "need, and so that staff can do what the law asks of the council for children.",
        "It is clear how the council carries out its functions for children, also where others provide them, and who "
        "answers for them politically, professionally, legally and corporately.",
        "Those who hold the roles are senior enough, and their other duties leave them room enough, to do what the "
        "roles "
        "ask, above all where they carry further duties.",
        "Children and young people are heard in what is planned, bought and provided for them.",
        "Child protection is sound: led well, looked at critically, and joined up with the help that families get "
        "early.",
        "The council works well with schools, health, courts, police and other partners, and each knows what it "
        "answers for."};
    return kStatements.at(static_cast<size_t>(number - 1));
}

} // namespace sightline
