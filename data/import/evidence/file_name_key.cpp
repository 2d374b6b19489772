#include "data/import/evidence/file_name_key.h"

#include <algorithm>
#include <array>

#include "data/import/name_match.h"
#include "data/import/text.h"

namespace sightline {
namespace {

constexpr size_t kLongestEnding = 5;

bool isDigit(char c) { return c >= '0' && c <= '9'; }
bool isNumber(const std::string& word) { return !word.empty() && std::ranges::all_of(word, isDigit); }

// A small number; -1 for a word that is none.
int numberOf(const std::string& word) { return isNumber(word) && word.size() <= 4 ? std::stoi(word) : -1; }

bool isYear(const std::string& word) {
    return word.size() == 4 && isNumber(word) && (word.starts_with("19") || word.starts_with("20"));
}

// 1 to 12; 0 for a word that is no month.
int monthOf(const std::string& word) {
    static constexpr std::array<std::string_view, 12> kMonths = {"january",   "february", "march",    "april",
                                                                 "may",       "june",     "july",     "august",
                                                                 "september", "october",  "november", "december"};
    for (size_t i = 0; i < kMonths.size(); ++i)
        if (word == kMonths[i] || word == kMonths[i].substr(0, 3) || (i == 8 && word == "sept"))
            return static_cast<int>(i) + 1;
    return 0;
}

/// The words of a name, and which of them are parts of dates.
class NameWords {
public:
    explicit NameWords(std::string_view name) {
        for (std::string& word : words(name)) addWord(std::move(word));
        isDate.assign(list.size(), false);
        for (size_t i = 0; i < list.size(); ++i) isDate[i] = isYear(list[i]);
        // "May" alone is a word; beside a year or a day it is a month. Twice, from the year outwards.
        for (int round = 0; round < 2; ++round)
            for (size_t i = 0; i < list.size(); ++i) isDate[i] = isDate[i] || isPartBesideDate(i);
        for (size_t i = 0; i + 1 < list.size(); ++i)
            if (const bool dayAndMonth = isDay(list[i]) && monthOf(list[i + 1]) > 0; dayAndMonth)
                isDate[i] = isDate[i + 1] = true;
    }

    // "03", "3 2" in front of the name, unless they are a date.
    void dropNumbering() {
        size_t count = 0;
        while (count < list.size() && isNumber(list[count]) && list[count].size() <= 3 && !isDate[count]) ++count;
        if (count < list.size()) drop(0, count);
    }

    void dropVersion() {
        static constexpr std::array<std::string_view, 4> kMarks = {"final", "signed", "copy", "version"};
        while (list.size() > 1) {
            const std::string& last = list.back();
            const bool version = last.size() >= 2 && last[0] == 'v' && isNumber(last.substr(1));
            if (!version && std::ranges::find(kMarks, last) == kMarks.end()) return;
            drop(list.size() - 1, 1);
        }
    }

    [[nodiscard]] FileNameKey key() const {
        FileNameKey key;
        for (size_t i = 0; i < list.size(); ++i) {
            if (!isDate[i])
                key.core += list[i];
            else
                key.dates.push_back(monthOf(list[i]) > 0 ? monthOf(list[i]) : numberOf(dayWord(list[i])));
        }
        std::ranges::sort(key.dates);
        key.dates.erase(std::unique(key.dates.begin(), key.dates.end()), key.dates.end());
        return key;
    }

private:
    // "20240614" is three words.
    void addWord(std::string word) {
        if (word.size() == 8 && isNumber(word) && isYear(word.substr(0, 4)) && isDay(word.substr(6))) {
            list.push_back(word.substr(0, 4));
            list.push_back(word.substr(4, 2));
            list.push_back(word.substr(6));
        } else {
            list.push_back(std::move(word));
        }
    }

    // "14th" is "14".
    static std::string dayWord(const std::string& word) {
        for (const std::string_view ending : {"st", "nd", "rd", "th"})
            if (word.size() > 2 && word.ends_with(ending) && isNumber(word.substr(0, word.size() - 2)))
                return word.substr(0, word.size() - 2);
        return word;
    }

    static bool isDay(const std::string& word) {
        const int number = numberOf(dayWord(word));
        return dayWord(word).size() <= 2 && number >= 1 && number <= 31;
    }

    [[nodiscard]] bool isPartBesideDate(size_t i) const {
        const bool beside = (i > 0 && isDate[i - 1]) || (i + 1 < list.size() && isDate[i + 1]);
        if (!beside) return false;
        if (monthOf(list[i]) > 0 || isDay(list[i])) return true;
        // The second year of "2023-24".
        return i > 0 && isYear(list[i - 1]) && list[i].size() == 2 && isNumber(list[i]);
    }

    void drop(size_t first, size_t count) {
        const auto at = static_cast<std::ptrdiff_t>(first);
        const auto end = static_cast<std::ptrdiff_t>(first + count);
        list.erase(list.begin() + at, list.begin() + end);
        isDate.erase(isDate.begin() + at, isDate.begin() + end);
    }

    std::vector<std::string> list;
    std::vector<bool> isDate;
};

// "letter (1)" is what a browser calls the second download of "letter".
std::string withoutCopyNumber(std::string name) {
    const bool copy = name.size() > 4 && name.ends_with(')') && isDigit(name[name.size() - 2]) &&
                      name[name.size() - 3] == '(' && name[name.size() - 4] == ' ';
    if (copy) name.resize(name.size() - 4);
    return name;
}

} // namespace

std::string withoutEnding(std::string_view fileName) {
    const size_t dot = fileName.rfind('.');
    if (dot == std::string_view::npos || dot == 0 || fileName.size() - dot - 1 > kLongestEnding ||
        fileName.find_first_of(" )", dot) != std::string_view::npos)
        return std::string(fileName);
    return std::string(fileName.substr(0, dot));
}

FileNameKey fileNameKey(std::string_view fileName) {
    const std::string name = withoutEnding(fileName);
    NameWords nameWords(withoutCopyNumber(name));
    nameWords.dropNumbering();
    nameWords.dropVersion();
    FileNameKey key = nameWords.key();
    key.exact = nameKey(name);
    return key;
}

FileNameKey evidenceNameKey(std::string_view name) {
    FileNameKey key = NameWords(name).key();
    key.exact = nameKey(name);
    return key;
}

bool datesAgree(const FileNameKey& left, const FileNameKey& right) {
    return std::ranges::includes(left.dates, right.dates) || std::ranges::includes(right.dates, left.dates);
}

} // namespace sightline
