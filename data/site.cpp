#include "data/site.h"

#include <algorithm>

namespace sightline {
namespace {

constexpr size_t kLongest = 64;

bool isLetterOrDigit(char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9'); }

} // namespace

bool isSiteName(std::string_view word) {
    return !word.empty() && word.size() <= kLongest &&
           std::ranges::all_of(word, [](char c) { return isLetterOrDigit(c) || c == '-'; });
}

std::string siteFor(std::string_view authority) {
    std::string name;
    for (char c : authority) {
        if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
        if (isLetterOrDigit(c))
            name += c;
        else if (c == ' ' || c == '-')
            if (!name.empty() && name.back() != '-') name += '-';
        if (name.size() == kLongest) break;
    }
    while (name.ends_with('-')) name.pop_back();
    return name.empty() ? "council" : name;
}

} // namespace sightline
