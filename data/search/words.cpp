#include "data/search/words.h"

#include <algorithm>

#include <utf8proc.h>

namespace sightline {
namespace {

/// What one character becomes; U+FDFA, the longest by far, has 18.
using Folded = std::array<utf8proc_int32_t, 24>;

bool isApostrophe(std::int32_t code) { return code == '\'' || code == 0x2019 || code == 0x02BC; }

/// Letters with a stroke or joined from two have no decomposition; people type what they look like. The choice is that
/// of Unicode CLDR's Latin-ASCII transform, for the letters of European languages.
std::string_view plainForm(std::int32_t code) {
    switch (code) {
    case 0x00E6: return "ae";
    case 0x00F0:
    case 0x0111: return "d";
    case 0x00F8: return "o";
    case 0x00FE: return "th";
    case 0x0127: return "h";
    case 0x0131: return "i";
    case 0x0142: return "l";
    case 0x0153: return "oe";
    case 0x0167: return "t";
    default: return {};
    }
}

bool isWordCharacter(std::int32_t code) {
    const auto category = utf8proc_category(code);
    return (category >= UTF8PROC_CATEGORY_LU && category <= UTF8PROC_CATEGORY_LO) ||
           (category >= UTF8PROC_CATEGORY_ND && category <= UTF8PROC_CATEGORY_NO);
}

constexpr char kBreak = 0;

/// The folded form of an ASCII character; kBreak: it ends a word.
char foldAscii(char c) {
    if (c >= 'A' && c <= 'Z') return static_cast<char>(c - 'A' + 'a');
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') ? c : kBreak;
}

/// False: there is no room for it any more.
bool append(FoldedWord& word, std::string_view bytes, std::size_t behind) {
    if (word.size + bytes.size() > kWordBytes) return false;
    for (const char byte : bytes) {
        word.letters[word.size] = byte;
        word.behind[word.size++] = static_cast<std::uint32_t>(behind);
    }
    return true;
}

enum class Took { Letters, Nothing, Break };

/// Folds one character that is not ASCII into the word.
Took take(FoldedWord& word, std::int32_t code, std::size_t behind, bool& full) {
    Folded folded{};
    int boundary = 0;
    constexpr auto kOptions = static_cast<utf8proc_option_t>(UTF8PROC_STABLE | UTF8PROC_DECOMPOSE | UTF8PROC_COMPAT |
                                                             UTF8PROC_CASEFOLD | UTF8PROC_IGNORE | UTF8PROC_STRIPMARK);
    const auto count = utf8proc_decompose_char(code, folded.data(), folded.size(), kOptions, &boundary);
    if (count < 0 || count > static_cast<utf8proc_ssize_t>(folded.size())) return Took::Break;
    Took took = count == 0 ? Took::Nothing : Took::Break;
    for (utf8proc_ssize_t i = 0; i < count; ++i) {
        const std::int32_t part = folded[static_cast<std::size_t>(i)];
        if (!isWordCharacter(part)) continue;
        took = Took::Letters;
        if (const std::string_view plain = plainForm(part); !plain.empty()) {
            full = full || !append(word, plain, behind);
            continue;
        }
        std::array<char, 4> letters{};
        const auto bytes = utf8proc_encode_char(part, reinterpret_cast<utf8proc_uint8_t*>(letters.data()));
        full = full || !append(word, {letters.data(), static_cast<std::size_t>(bytes)}, behind);
    }
    return took;
}

} // namespace

bool WordReader::next(FoldedWord& word) {
    word.size = 0;
    bool started = false;
    bool full = false;
    const auto goOn = [&](std::size_t from) {
        if (!started) word.begin = from;
        started = true;
        word.end = at_;
    };
    while (at_ < text_.size()) {
        const std::size_t here = at_;
        const auto lead = static_cast<unsigned char>(text_[here]);
        if (lead < 0x80) {
            ++at_;
            const char folded = foldAscii(text_[here]);
            if (folded != kBreak) {
                goOn(here);
                full = full || !append(word, {&folded, 1}, at_);
            } else if (started && !isApostrophe(lead)) {
                return true;
            }
            continue;
        }
        std::int32_t code = -1;
        const auto bytes = utf8proc_iterate(reinterpret_cast<const utf8proc_uint8_t*>(text_.data()) + here,
                                            static_cast<utf8proc_ssize_t>(text_.size() - here), &code);
        at_ += bytes > 0 ? static_cast<std::size_t>(bytes) : 1;
        if (bytes > 0 && isApostrophe(code)) continue;
        const Took took = bytes > 0 ? take(word, code, at_, full) : Took::Break;
        if (took == Took::Letters) {
            goOn(here);
        } else if (took == Took::Break && started) {
            return true;
        }
    }
    return started;
}

std::vector<std::string> queryWords(std::string_view query) {
    std::vector<std::string> words;
    FoldedWord word;
    for (WordReader reader(query); reader.next(word);) {
        const std::string_view letters = word.view();
        if (std::ranges::any_of(words, [&](const std::string& other) { return other.starts_with(letters); })) continue;
        std::erase_if(words, [&](const std::string& other) { return letters.starts_with(other); });
        if (words.size() < kQueryWords) words.emplace_back(letters);
    }
    return words;
}

} // namespace sightline
