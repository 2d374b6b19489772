#include "data/export/register_suggestions.h"

#include <algorithm>

namespace sightline {
namespace {

constexpr size_t kMostSuggestions = 900; // what the drop-downs of the register reach

void add(std::vector<std::string>& words, const std::string& word) {
    if (!word.empty() && words.size() < kMostSuggestions && std::ranges::find(words, word) == words.end())
        words.push_back(word);
}

} // namespace

std::vector<std::string> suggestedMarkings(const Checklist& checklist) {
    std::vector<std::string> words = {"OFFICIAL", "OFFICIAL-SENSITIVE"};
    for (const Evidence& item : checklist.evidence) add(words, item.marking);
    std::ranges::sort(words);
    return words;
}

std::vector<std::string> suggestedRoles(const Checklist& checklist) {
    std::vector<std::string> words;
    for (const RoleHolder& holder : checklist.roleHolders) {
        add(words, holder.role);
        add(words, holder.holder);
    }
    add(words, checklist.approvedBy);
    for (const Element& element : checklist.elements) add(words, element.opinionBy);
    for (const Action& action : checklist.actions) add(words, action.owner);
    std::ranges::sort(words);
    return words;
}

} // namespace sightline
