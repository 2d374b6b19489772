#include "data/import/element_rule.h"

#include <array>

#include "data/defaults.h"
#include "data/import/text.h"

namespace sightline {
namespace {

struct Phrase {
    std::string_view words; // as text.h's words() spells them
    int element;
};

constexpr Phrase kPhrases[] = {
    {"senior management", 1},
    {"discharge its statutory duties", 1},
    {"held accountable", 2},
    {"discharge its childrens services functions", 2},
    {"accountability for", 2},
    {"political professional legal and corporate", 2},
    {"seniority", 3},
    {"breadth of", 3},
    {"individual post holders", 3},
    {"involvement and experiences", 4},
    {"voice of", 4},
    {"experiences of children", 4},
    {"involvement of children", 4},
    {"child protection", 5},
    {"early help", 5},
    {"local partnership", 6},
    {"partnership arrangements", 6},
    {"partnership working", 6},
};

bool isDigit(char c) { return c >= '0' && c <= '9'; }

// The digits at `at`, at most two of them.
std::optional<int> digits(std::string_view text, size_t& at) {
    const size_t begin = at;
    int value = 0;
    while (at < text.size() && isDigit(text[at]) && at - begin < 3) value = value * 10 + (text[at++] - '0');
    if (at == begin || at - begin > 2) return std::nullopt;
    return value;
}

// Past "Element", "No.", "#", "(" at the head of a text.
size_t afterLabel(std::string_view lower) {
    size_t at = 0;
    for (const std::string_view label : {"element", "number", "no", "#", "("})
        if (lower.substr(at).starts_with(label)) {
            at += label.size();
            while (at < lower.size() && (lower[at] == ' ' || lower[at] == '.')) ++at;
        }
    return at;
}

} // namespace

std::optional<int> bareNumber(std::string_view text) {
    const std::string lower = lowerCase(oneLine(text));
    size_t at = afterLabel(lower);
    const auto value = digits(lower, at);
    if (!value || lower.find_first_not_of(".): ", at) != std::string::npos) return std::nullopt;
    return value;
}

NumberedStatement splitNumber(std::string_view text) {
    const std::string line = oneLine(text);
    const std::string lower = lowerCase(line);
    size_t at = afterLabel(lower);
    const bool labelled = at > 0;
    const auto value = digits(lower, at);
    const size_t sign = at;
    for (const std::string_view separator : {".", ")", ":", " ", "-", "\u2013"})
        if (std::string_view(lower).substr(at).starts_with(separator)) at += separator.size();
    if (at < lower.size() && lower[at] == ' ') ++at;
    const bool separated = at > sign && (labelled || lower[sign] != ' ');
    if (!value || !separated || at >= line.size() || isDigit(lower[at])) return {std::nullopt, line};
    return {value, line.substr(at)};
}

int elementByMeaning(std::string_view statement) {
    const std::string line = wordLine(statement);
    std::array<int, 7> hits{};
    for (const Phrase& phrase : kPhrases)
        if (holdsWords(line, phrase.words)) ++hits.at(static_cast<size_t>(phrase.element));
    int best = 0;
    bool tied = false;
    for (int element = 1; element <= 6; ++element) {
        const int count = hits.at(static_cast<size_t>(element));
        const int most = best == 0 ? 0 : hits.at(static_cast<size_t>(best));
        tied = count > 0 && count == most ? true : tied && count <= most;
        if (count > most) best = element;
    }
    return tied ? 0 : best;
}

std::string shortTitle(std::string_view statement) {
    const int element = elementByMeaning(statement);
    return element != 0 ? defaultElementTitle(element) : excerpt(statement, kTitleCharacters);
}

} // namespace sightline
