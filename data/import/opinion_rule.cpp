#include "data/import/opinion_rule.h"

#include <algorithm>
#include <array>

#include "data/import/text.h"

namespace sightline {
namespace {

// What separates an opinion from its reason; a space alone does not: "Limited time" is no opinion.
std::optional<std::string> reasonAfter(std::string_view rest) {
    if (rest.empty()) return std::string();
    static constexpr std::array<std::string_view, 9> kSigns = {":",       ".",       ",",  ";",     " -",
                                                               " \u2013", " \u2014", " (", "\u2013"};
    for (const std::string_view sign : kSigns)
        if (rest.starts_with(sign)) {
            std::string reason = oneLine(rest.substr(sign.size()));
            if (sign == " (" && reason.ends_with(")")) reason.pop_back();
            return reason;
        }
    return std::nullopt;
}

} // namespace

std::optional<OpinionFound> findOpinion(std::string_view text, const std::vector<Opinion>& scale) {
    const std::string line = oneLine(text);
    const std::string lower = lowerCase(line);
    for (const Opinion& opinion : scale) {
        const std::string word = lowerCase(opinion.word);
        for (const std::string& spelling : {word + " assurance", word}) {
            if (!lower.starts_with(spelling)) continue;
            const auto reason = reasonAfter(std::string_view(line).substr(spelling.size()));
            if (reason) return OpinionFound{opinion.colour == ColourRole::None ? 0 : opinion.id, *reason};
        }
    }
    return std::nullopt;
}

} // namespace sightline
