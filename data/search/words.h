#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace sightline {

/// A longer word counts by its beginning only, in bytes once folded.
constexpr std::size_t kWordBytes = 48;

/// A query has no more words; what is typed after them is not looked for.
constexpr std::size_t kQueryWords = 8;

/// A word as the search knows it: small letters and digits without accents, and where it stands in its text.
struct FoldedWord {
    std::array<char, kWordBytes> letters{};         ///< UTF-8
    std::array<std::uint32_t, kWordBytes> behind{}; ///< for each byte, where in the text the character it is of ends
    std::size_t size = 0;                           ///< bytes of `letters` in use
    std::size_t begin = 0;                          ///< in the text, bytes
    std::size_t end = 0;

    [[nodiscard]] std::string_view view() const { return {letters.data(), size}; }
};

/// Takes the words out of a text, one after the other. A word is a run of letters and digits; an apostrophe inside it
/// does not end it, so "children's" is "childrens" in whatever apostrophe. Upper case, accents and ligatures make no
/// difference (Unicode's case folding and compatibility decomposition without marks, by utf8proc), nor do strokes:
/// "Łódź" is "lodz". Allocates nothing. Bytes that are not UTF-8 end a word.
class WordReader {
public:
    explicit WordReader(std::string_view text) : text_(text) {}

    /// False: there are no more words.
    bool next(FoldedWord& word);

private:
    std::string_view text_;
    std::size_t at_ = 0;
};

/// The words to look for: each once, and none that is only the beginning of another, which says more.
std::vector<std::string> queryWords(std::string_view query);

} // namespace sightline
