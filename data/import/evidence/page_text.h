#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace sightline {

/// The text of one page as the search wants it and a snapshot may hold it.
struct PageText {
    std::string text;
    bool cut = false; ///< it was longer than limits::kText
};

/// Makes text that a program took out of a page fit for a snapshot: one line for each line that says something, single
/// spaces, no control or direction characters, words that a hyphen divides at the end of a line whole again, at most
/// limits::kText characters.
PageText cleanPageText(std::string_view raw);

/// The same for the pages of a document, which a form feed ends. Exactly `pages` of them: empty where there are fewer.
std::vector<PageText> cleanPageTexts(std::string_view raw, size_t pages);

} // namespace sightline
