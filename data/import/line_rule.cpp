#include "data/import/line_rule.h"

#include <array>
#include <span>

#include "data/import/text.h"

namespace sightline {
namespace {

// As text.h's words() spells them. A plural in -s is found too.
constexpr std::array<std::string_view, 18> kIndependent = {"ofsted",
                                                           "cqc",
                                                           "hmi",
                                                           "hmip",
                                                           "hmicfrs",
                                                           "inspectorate",
                                                           "inspection",
                                                           "inspector",
                                                           "audit",
                                                           "auditor",
                                                           "peer review",
                                                           "peer challenge",
                                                           "university",
                                                           "external scrutiny",
                                                           "external review",
                                                           "external evaluation",
                                                           "independent review",
                                                           "ombudsman"};
constexpr std::array<std::string_view, 5> kOversight = {"board", "committee", "partnership", "scrutiny", "governance"};

std::string firstIn(const std::string& line, std::span<const std::string_view> keywords) {
    for (const std::string_view keyword : keywords)
        if (holdsWords(line, keyword) || holdsWords(line, std::string(keyword) + "s")) return std::string(keyword);
    return {};
}

} // namespace

LineGuess guessLine(std::string_view name) {
    const std::string line = wordLine(name);
    if (auto word = firstIn(line, kIndependent); !word.empty()) return {Line::Independent, std::move(word)};
    if (auto word = firstIn(line, kOversight); !word.empty()) return {Line::Oversight, std::move(word)};
    return {};
}

std::string lineGuessInWords(const LineGuess& guess) {
    const char* line = guess.line == Line::Independent ? "independent"
                       : guess.line == Line::Oversight ? "oversight"
                                                       : "management";
    const std::string why =
        guess.keyword.empty() ? "no keyword found" : "by the word \u201C" + guess.keyword + "\u201D";
    return std::string("guessed ") + line + ", " + why;
}

} // namespace sightline
