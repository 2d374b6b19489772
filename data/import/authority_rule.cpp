#include "data/import/authority_rule.h"

#include <algorithm>
#include <array>
#include <map>
#include <span>

#include "data/import/text.h"

namespace sightline {
namespace {

// A council of these is a body of young people or a kind of council, and not the name of one.
constexpr std::array<std::string_view, 16> kNotNames = {
    "youth",    "leavers", "care", "school", "student", "student's", "our",      "the",
    "children", "full",    "in",   "county", "borough", "city",      "district", "this"};
constexpr std::array<std::string_view, 6> kJoining = {"of", "and", "upon", "on", "with", "&"};

constexpr size_t kMostNameWords = 8;
constexpr size_t kLongestNameWord = 40;

struct Word {
    std::string text;  // without punctuation at its ends and without a possessive 's
    bool ends = false; // a comma, full stop or the like follows: names do not go on past it
};

bool isOneOf(const std::string& word, std::span<const std::string_view> list) {
    return std::ranges::find(list, lowerCase(word)) != list.end();
}

bool isCapital(const std::string& word) { return !word.empty() && word.front() >= 'A' && word.front() <= 'Z'; }

bool isShouted(const std::string& word) {
    return word.size() > 2 && std::ranges::none_of(word, [](char c) { return c >= 'a' && c <= 'z'; });
}

std::vector<Word> wordsOf(std::string_view text) {
    std::vector<Word> out;
    size_t begin = 0;
    while (begin < text.size()) {
        const size_t end = std::min(text.find(' ', begin), text.size());
        std::string word(text.substr(begin, end - begin));
        begin = end + 1;
        word.erase(0, std::min(word.find_first_not_of("(\"'"), word.size()));
        bool ends = false;
        while (!word.empty() && std::string_view(".,;:)!?\"'").find(word.back()) != std::string_view::npos) {
            word.pop_back();
            ends = true;
        }
        for (const std::string_view possessive : {"'s", "\u2019s"})
            if (word.ends_with(possessive)) {
                word.resize(word.size() - possessive.size());
                ends = true;
            }
        if (word.size() > kLongestNameWord) word.assign("-"); // no part of a name, but it stands between two
        if (!word.empty()) out.push_back({std::move(word), ends});
    }
    return out;
}

std::string joined(const std::vector<Word>& words, size_t begin, size_t end) {
    std::string out;
    for (size_t i = begin; i < end; ++i) {
        std::string word = words[i].text;
        if (isShouted(word)) word = word.substr(0, 1) + lowerCase(word.substr(1));
        if (i > begin && isOneOf(word, kJoining)) word = lowerCase(word);
        out += (i > begin ? " " : "") + word;
    }
    return out;
}

// "Dorset and Northmoor County Council": backwards over capitals and what joins them.
std::string nameBefore(const std::vector<Word>& words, size_t council) {
    size_t begin = council;
    while (begin > 0 && council - begin < kMostNameWords && !words[begin - 1].ends &&
           (isCapital(words[begin - 1].text) || isOneOf(words[begin - 1].text, kJoining)))
        --begin;
    while (begin < council && (!isCapital(words[begin].text) || isOneOf(words[begin].text, kNotNames))) ++begin;
    if (begin == council || isOneOf(words[council - 1].text, kJoining) || isOneOf(words[begin].text, kNotNames))
        return {};
    if (lowerCase(words[council - 1].text) == "youth" || lowerCase(words[council - 1].text) == "leavers") return {};
    return joined(words, begin, council + 1);
}

// "London Borough of Northmoor", forwards from "Borough of".
std::string nameAfter(const std::vector<Word>& words, size_t borough) {
    if (borough + 2 >= words.size() || lowerCase(words[borough + 1].text) != "of" ||
        !isCapital(words[borough + 2].text))
        return {};
    size_t end = borough + 3;
    while (!words[end - 1].ends && end < words.size() && lowerCase(words[end].text) != "council" &&
           (isCapital(words[end].text) ||
            (isOneOf(words[end].text, kJoining) && end + 1 < words.size() && isCapital(words[end + 1].text))) &&
           end < borough + 6)
        ++end;
    const size_t begin =
        borough > 0 && isCapital(words[borough - 1].text) && !words[borough - 1].ends ? borough - 1 : borough;
    return joined(words, begin, end);
}

std::string firstWord(const std::string& text) { return text.substr(0, text.find(' ')); }

struct Candidate {
    std::string name;
    int count = 0;
};

} // namespace

std::string authorityIn(const std::vector<std::string>& texts, std::string_view title) {
    std::vector<Candidate> found;
    std::map<std::string, size_t> places; // in `found`, by name in lower case
    for (const std::string& text : texts) {
        const std::vector<Word> line = wordsOf(text);
        for (size_t i = 0; i < line.size(); ++i) {
            const std::string lower = lowerCase(line[i].text);
            std::string name;
            if (lower == "council" && isCapital(line[i].text)) name = nameBefore(line, i);
            if (lower == "borough") name = nameAfter(line, i);
            if (name.empty()) continue;
            const auto [known, isNew] = places.try_emplace(lowerCase(name), found.size());
            if (isNew)
                found.push_back({std::move(name), 1});
            else
                ++found[known->second].count;
        }
    }
    const std::string titleWords = wordLine(title);
    const auto inTitle = [&](const Candidate& c) {
        return titleWords.find(wordLine(firstWord(c.name))) != std::string::npos;
    };
    const auto best = std::ranges::max_element(found, [&](const Candidate& a, const Candidate& b) {
        return std::pair(inTitle(a), a.count) < std::pair(inTitle(b), b.count);
    });
    return best == found.end() ? std::string() : best->name;
}

std::string serviceIn(const std::vector<std::string>& texts) {
    for (const std::string& text : texts)
        for (const std::string_view service : {"Children's Services", "Children\u2019s Services"})
            if (text.find(service) != std::string::npos) return std::string(service);
    return {};
}

} // namespace sightline
