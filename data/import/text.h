#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace sightline {

/// The byte at which `text` stops being UTF-8 (overlong forms, surrogates and values past U+10FFFF included); nothing
/// where all of it is.
std::optional<size_t> invalidUtf8(std::string_view text);

/// Code points of valid UTF-8 text; what is not valid becomes U+FFFD.
std::u32string codePoints(std::string_view text);

/// The UTF-8 bytes of one code point.
std::string utf8(char32_t codePoint);

/// One line of plain text: every run of white space, no-break and other Unicode spaces included, becomes one space,
/// none is left at the ends; no-break hyphens become hyphens; soft hyphens, zero-width and direction marks and control
/// characters go.
std::string oneLine(std::string_view text);

/// Lower case for ASCII and the letters of Latin-1; other letters stay as they are.
std::string lowerCase(std::string_view text);

/// The words of a text in lower case, apostrophes dropped ("children's" is "childrens"), split at everything that is
/// not a letter or a digit.
std::vector<std::string> words(std::string_view text);

/// The words with one space between and one at either end, so that " due " finds the word and not a part of one.
std::string wordLine(std::string_view text);

/// Whether a wordLine holds these words, whole and in this order; they are spelled as words() spells them.
bool holdsWords(std::string_view wordLine, std::string_view phrase);

/// Where holdsWords finds them, in bytes; npos where it does not.
size_t findWords(std::string_view wordLine, std::string_view phrase);

/// At most `characters` of a text; the cut is at a word where there is one, and ends in "…".
std::string excerpt(std::string_view text, size_t characters);

/// A text between typographic quotation marks, shortened to one line of at most `characters`.
std::string inQuotes(std::string_view text, size_t characters = 60);

} // namespace sightline
