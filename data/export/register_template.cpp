#include "data/defaults.h"
#include "data/export/register.h"

namespace sightline {

Checklist templateChecklist() {
    Checklist list;
    list.title = "Test of Assurance";
    list.service = "Children\u2019s Services";
    list.roleHolders = {{1, "Director of Children\u2019s Services", "DCS", "", {}},
                        {2, "Lead Member for Children\u2019s Services", "LMCS", "", {}}};
    list.scale = defaultScale();
    list.lines = defaultLines();
    for (const char* word : {"Inspection", "Audit", "Review", "Report", "Minutes", "Plan", "Policy", "Data", "Survey"})
        list.kinds.push_back({static_cast<int>(list.kinds.size()) + 1, word});
    for (int number = 1; number <= 6; ++number) {
        Element element;
        element.number = number;
        element.title = defaultElementTitle(number);
        element.statement = defaultElementStatement(number);
        list.elements.push_back(std::move(element));
    }
    return list;
}

} // namespace sightline
