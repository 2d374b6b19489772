#include "data/import/date_rule.h"

#include <algorithm>
#include <array>
#include <cstdlib>

#include "data/import/text.h"

namespace sightline {
namespace {

constexpr std::array<std::string_view, 12> kMonths = {"january",   "february", "march",    "april",
                                                      "may",       "june",     "july",     "august",
                                                      "september", "october",  "november", "december"};

// A year after one of these is the year of the thing named, not of a law or a plan it mentions.
constexpr std::array<std::string_view, 23> kDatedThings = {
    "inspection",   "inspections", "report", "review", "audit",  "survey",    "evaluation", "assessment",
    "conversation", "challenge",   "census", "return", "visit",  "published", "updated",    "dated",
    "reviewed",     "spring",      "summer", "autumn", "winter", "refreshed", "refresh"};

enum class Kind { Word, Number, Sign };

struct Token {
    Kind kind = Kind::Sign;
    std::string text; // a word in lower case, digits, or one sign (every dash as '-')
    size_t begin = 0; // bytes of the original
    size_t end = 0;
    int value = 0;
};

bool isDigit(char32_t c) { return c >= '0' && c <= '9'; }
bool isLetter(char32_t c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c >= 0xC0; }
bool isDash(char32_t c) { return c == '-' || (c >= 0x2010 && c <= 0x2015); }

Kind kindOf(char32_t c) {
    if (isDash(c)) return Kind::Sign;
    if (isDigit(c)) return Kind::Number;
    return isLetter(c) && !(c >= 0x2000 && c <= 0x206F) ? Kind::Word : Kind::Sign;
}

std::vector<Token> tokens(std::string_view text) {
    std::vector<Token> out;
    size_t at = 0;
    bool joined = false;
    for (const char32_t c : codePoints(text)) {
        const size_t length = utf8(c).size();
        const Kind kind = kindOf(c);
        if (c == ' ' || c == '\n') {
            joined = false;
        } else if (joined && kind != Kind::Sign && out.back().kind == kind) {
            out.back().text += lowerCase(utf8(c));
            out.back().end = at + length;
        } else {
            out.push_back({kind, isDash(c) ? "-" : lowerCase(utf8(c)), at, at + length, 0});
            joined = true;
        }
        at += length;
    }
    for (Token& token : out)
        if (token.kind == Kind::Number) token.value = token.text.size() <= 4 ? std::atoi(token.text.c_str()) : -1;
    return out;
}

int monthOf(const Token& token) {
    if (token.kind != Kind::Word || token.text.size() < 3) return 0;
    if (token.text == "sept") return 9;
    for (size_t i = 0; i < kMonths.size(); ++i)
        if (token.text == kMonths[i] || token.text == kMonths[i].substr(0, 3)) return static_cast<int>(i) + 1;
    return 0;
}

class Finder {
public:
    explicit Finder(std::string_view text) : text_(text), tokens_(tokens(text)) {}

    DatesInText run() {
        while (at_ < tokens_.size())
            if (!numeric() && !dayFirst() && !monthFirst() && !yearOnly()) ++at_;
        return std::move(result_);
    }

private:
    [[nodiscard]] const Token& token(size_t i) const {
        static const Token kNone;
        return i < tokens_.size() ? tokens_[i] : kNone;
    }
    [[nodiscard]] bool isSign(size_t i, std::string_view sign) const {
        return token(i).kind == Kind::Sign && token(i).text == sign;
    }
    [[nodiscard]] bool isNumber(size_t i, size_t fewest, size_t most) const {
        const Token& t = token(i);
        return t.kind == Kind::Number && t.text.size() >= fewest && t.text.size() <= most;
    }
    [[nodiscard]] bool isYear(size_t i) const {
        return isNumber(i, 4, 4) && token(i).value >= 1900 && token(i).value <= 2199;
    }
    [[nodiscard]] bool touching(size_t i) const { return i > 0 && token(i).begin == token(i - 1).end; }

    // Past "14", "14th", "14 of": the index of what follows the day.
    [[nodiscard]] size_t afterDay(size_t i) const {
        ++i;
        const std::string& word = token(i).text;
        if (token(i).kind == Kind::Word && touching(i) &&
            (word == "st" || word == "nd" || word == "rd" || word == "th"))
            ++i;
        if (token(i).text == "of") ++i;
        return i;
    }
    [[nodiscard]] size_t skipSigns(size_t i) const { return isSign(i, ",") || isSign(i, ".") ? i + 1 : i; }

    bool take(PartialDate date, size_t end) {
        const std::string words = wordsTo(end);
        if (parseIsoDate(isoDate(date)))
            result_.found.push_back({date, words});
        else
            result_.unclear.push_back(words);
        at_ = end;
        return true;
    }
    bool doubt(size_t end) {
        result_.unclear.push_back(wordsTo(end));
        at_ = end;
        return true;
    }
    [[nodiscard]] std::string wordsTo(size_t end) const {
        return std::string(text_.substr(tokens_[at_].begin, tokens_[end - 1].end - tokens_[at_].begin));
    }

    // 14/06/2024, 14.6.2024, 14-06-2024, 2024-06-14, 2024-06, 2023/24, 2022-2025
    bool numeric() {
        const bool separated = (isSign(at_ + 1, "/") || isSign(at_ + 1, "-") || isSign(at_ + 1, ".")) &&
                               token(at_ + 2).kind == Kind::Number && token(at_).kind == Kind::Number;
        if (!separated || (touching(at_ + 1) != touching(at_ + 2))) return false;
        const bool again =
            token(at_ + 3).text == token(at_ + 1).text && token(at_ + 4).kind == Kind::Number && touching(at_ + 4);
        if (again && isNumber(at_, 1, 2) && isNumber(at_ + 2, 1, 2) && isYear(at_ + 4))
            return take({token(at_ + 4).value, token(at_ + 2).value, token(at_).value}, at_ + 5);
        if (again && isNumber(at_, 1, 2) && isNumber(at_ + 2, 1, 2) && isNumber(at_ + 4, 2, 2)) return doubt(at_ + 5);
        if (again && isYear(at_) && isNumber(at_ + 2, 2, 2) && isNumber(at_ + 4, 2, 2) && isSign(at_ + 1, "-"))
            return take({token(at_).value, token(at_ + 2).value, token(at_ + 4).value}, at_ + 5);
        if (isYear(at_) && (isNumber(at_ + 2, 2, 2) || isYear(at_ + 2))) return doubt(at_ + 3);
        return false;
    }

    bool dayFirst() {
        if (!isNumber(at_, 1, 2)) return false;
        const size_t month = afterDay(at_);
        const size_t year = skipSigns(month + 1);
        if (monthOf(token(month)) == 0 || !isYear(year)) return false;
        return take({token(year).value, monthOf(token(month)), token(at_).value}, year + 1);
    }

    bool monthFirst() {
        const int month = monthOf(token(at_));
        if (month == 0) return false;
        size_t next = skipSigns(at_ + 1);
        if (isSign(next, "-")) ++next;
        if (isYear(next)) return take({token(next).value, month, 0}, next + 1);
        if (!isNumber(next, 1, 2)) return false;
        const size_t year = skipSigns(afterDay(next));
        if (isYear(year)) return take({token(year).value, month, token(next).value}, year + 1);
        // "Nov 23": the day or the year? "may 23" in prose is neither, but is worth a look.
        return isNumber(next, 2, 2) ? doubt(next + 1) : false;
    }

    bool yearOnly() {
        const Token& first = token(at_);
        if (first.text == "q" && isNumber(at_ + 1, 1, 1) && isYear(at_ + 2)) return doubt(at_ + 3);
        if (!isYear(at_) || first.value < 1990) return false;
        const Token& before = at_ > 0 ? token(at_ - 1) : token(tokens_.size());
        const bool bracketed = before.text == "(" && isSign(at_ + 1, ")");
        const bool named =
            before.kind == Kind::Word && std::ranges::find(kDatedThings, before.text) != kDatedThings.end();
        return bracketed || named ? take({first.value, 0, 0}, at_ + 1) : doubt(at_ + 1);
    }

    std::string_view text_;
    std::vector<Token> tokens_;
    size_t at_ = 0;
    DatesInText result_;
};

bool later(const FoundDate& a, const FoundDate& b) {
    const bool fullA = a.date.month != 0;
    const bool fullB = b.date.month != 0;
    if (fullA != fullB) return fullA;
    return std::chrono::sys_days{a.date.last()} > std::chrono::sys_days{b.date.last()};
}

} // namespace

DatesInText datesIn(std::string_view text) { return Finder(text).run(); }

std::optional<PartialDate> wholeDate(std::string_view text) {
    const std::string line = oneLine(text);
    if (const auto iso = parseIsoDate(line)) return iso;
    const DatesInText dates = datesIn(line);
    if (dates.found.size() != 1 || !dates.unclear.empty() || dates.found.front().words != line) return std::nullopt;
    return dates.found.front().date;
}

DateCovered dateCovered(std::string_view text, const PartialDate& positionDate) {
    const DatesInText dates = datesIn(text);
    DateCovered result;
    if (dates.found.empty()) {
        if (!dates.unclear.empty())
            result.unclear =
                inQuotes(dates.unclear.front()) + " names a time but no certain date; no date covered was taken";
        return result;
    }
    const FoundDate& latest = *std::ranges::min_element(dates.found, later);
    const auto isPlan = [&](const FoundDate& found) {
        return positionDate.known() &&
               std::chrono::sys_days{found.date.first()} > std::chrono::sys_days{positionDate.last()};
    };
    const auto plan = std::ranges::find_if(dates.found, isPlan);
    if (plan != dates.found.end()) {
        result.unclear = inQuotes(plan->words) + " is later than the date of the checklist; no date covered was taken";
        return result;
    }
    result.date = latest.date;
    result.words = latest.words;
    return result;
}

} // namespace sightline
