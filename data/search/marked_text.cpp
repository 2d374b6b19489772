#include "data/search/marked_text.h"

#include <algorithm>
#include <bit>

#include "data/search/words.h"

namespace sightline {
namespace {

/// A word of the text that one of the query's words begins.
struct Match {
    std::size_t begin;
    std::size_t end;     ///< of the part that was looked for
    std::size_t wordEnd; ///< of the whole word
    std::uint32_t words; ///< which of the query's words, as bits
};

/// More matches than that in one text tell nobody anything.
constexpr std::size_t kMostMatches = 400;

std::vector<Match> matchesIn(std::string_view text, std::span<const std::string> words) {
    std::vector<Match> matches;
    FoldedWord word;
    for (WordReader reader(text); matches.size() < kMostMatches && reader.next(word);) {
        Match match{word.begin, 0, word.end, 0};
        for (std::size_t i = 0; i < words.size(); ++i) {
            if (!word.view().starts_with(words[i])) continue;
            match.words |= 1U << i;
            match.end = std::max<std::size_t>(match.end, word.behind[words[i].size() - 1]);
        }
        if (match.words != 0) matches.push_back(match);
    }
    return matches;
}

bool continues(char byte) { return (static_cast<unsigned char>(byte) & 0xC0U) == 0x80U; }

/// `count` characters before or after a place, as far as there are any.
std::size_t back(std::string_view text, std::size_t at, std::size_t count) {
    for (; count > 0 && at > 0; --count) do
            --at;
        while (at > 0 && continues(text[at]));
    return at;
}
std::size_t ahead(std::string_view text, std::size_t at, std::size_t count) {
    for (; count > 0 && at < text.size(); --count) do
            ++at;
        while (at < text.size() && continues(text[at]));
    return at;
}

/// The match from which on the window holds matches of most words; the first of several.
std::size_t bestStart(std::string_view text, std::span<const Match> matches, std::size_t window) {
    std::size_t best = 0;
    int most = 0;
    for (std::size_t i = 0; i < matches.size(); ++i) {
        const std::size_t end = ahead(text, matches[i].begin, window);
        std::uint32_t seen = 0;
        for (std::size_t j = i; j < matches.size() && matches[j].end <= end; ++j) seen |= matches[j].words;
        if (std::popcount(seen) > most) {
            most = std::popcount(seen);
            best = matches[i].begin;
        }
    }
    return best;
}

bool isSpace(char c) { return c == ' ' || c == '\n' || c == '\t' || c == '\r'; }

/// Where the excerpt begins: at the text's beginning, or at the first word of what leads to the match.
std::size_t beginOf(std::string_view text, std::size_t match, std::size_t lead) {
    if (back(text, match, lead) == 0) return 0;
    std::size_t at = back(text, match, lead * 2 / 3);
    for (std::size_t i = at; i < match; ++i)
        if (isSpace(text[i])) {
            at = i + 1;
            break;
        }
    return at;
}

void appendOnOneLine(std::string& line, std::string_view text, bool points) {
    for (const char c : text) {
        if (!isSpace(c))
            line += c;
        else if (c == '\n' && points && !line.empty())
            line += line.back() == ' ' ? "· " : " · ";
        else if (!line.empty() && line.back() != ' ')
            line += ' ';
    }
}

/// Neighbours are one mark: nothing but a space or hyphen stands between them, and the first is a whole word.
bool joins(std::string_view text, const Match& left, const Match& right) {
    if (left.end != left.wordEnd || right.begin != left.end + 1) return false;
    return isSpace(text[left.end]) || text[left.end] == '-';
}

} // namespace

MarkedText markMatches(std::string_view text, std::span<const std::string> words, const ExcerptStyle& style,
                       std::size_t& budget) {
    const std::string_view searched = text.substr(0, budget);
    budget -= searched.size();
    const std::vector<Match> matches = matchesIn(searched, words);
    MarkedText line;
    for (const Match& match : matches) line.words |= match.words;

    const std::size_t begin = matches.empty() ? 0 : beginOf(text, bestStart(text, matches, style.window), style.lead);
    const std::size_t end = ahead(text, begin, style.most);
    if (begin > 0) line.text = "… ";
    std::size_t at = begin;
    for (std::size_t i = 0; i < matches.size(); ++i) {
        const Match& match = matches[i];
        if (match.begin < begin || match.end > end) continue;
        const bool joined = i > 0 && !line.marks.empty() && joins(text, matches[i - 1], match);
        appendOnOneLine(line.text, text.substr(at, match.begin - at), style.points);
        const std::size_t from = line.text.size();
        line.text += text.substr(match.begin, match.end - match.begin);
        if (joined)
            line.marks.back().end = line.text.size();
        else
            line.marks.push_back({from, line.text.size()});
        at = match.end;
    }
    appendOnOneLine(line.text, text.substr(at, end - at), style.points);
    while (!line.text.empty() && line.text.back() == ' ') line.text.pop_back();
    if (end < text.size()) line.text += "…";
    return line;
}

} // namespace sightline
