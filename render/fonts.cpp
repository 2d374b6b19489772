#include "render/fonts.h"

#include <algorithm>
#include <cmath>
#include <memory>
#include <set>
#include <string_view>

#include <ft2build.h>
#include FT_FREETYPE_H

#include "assets/embedded.h"
#include "data/model.h"
#include "render/utf8.h"
#include "render/view.h"

namespace sightline {
namespace {

/// Height of a capital letter of Inter, as a share of the font size (its OS/2 table says 1490 of 2048).
constexpr float kCapShare = 1490.0F / 2048.0F;
constexpr int kAtlasWidth = 1024;
/// Inter's large sizes want tighter spacing (its designer's dynamic metrics): applied from this drawn size on.
constexpr float kTightFrom = 36;
constexpr float kTightening = -0.018F; // of the font size

enum class Distance : std::uint8_t { Glance, Touch, Arc16, Arc20 };

/// What a style is used for. Typed: what somebody types, who may type letters that no text has.
enum class Letters : std::uint8_t { Text, Digits, Typed, Ascii };

struct StyleRow {
    const char* file;
    float size;
    Distance distance;
    Letters letters;
};

constexpr std::array<StyleRow, kStyleCount> kStyles = {{
    {"Inter-Bold.otf", 44, Distance::Glance, Letters::Text},
    {"Inter-Bold.otf", 40, Distance::Glance, Letters::Text},
    {"Inter-SemiBold.otf", 38, Distance::Glance, Letters::Typed},
    {"Inter-Bold.otf", 72, Distance::Glance, Letters::Digits},
    {"Inter-Bold.otf", 30, Distance::Touch, Letters::Text},
    {"Inter-Bold.otf", 36, Distance::Glance, Letters::Text},
    {"Inter-SemiBold.otf", 27, Distance::Touch, Letters::Text},
    {"Inter-Regular.otf", 26, Distance::Touch, Letters::Text},
    {"Inter-Medium.otf", 24, Distance::Touch, Letters::Text},
    {"Inter-Bold.otf", 24, Distance::Touch, Letters::Text},
    {"Inter-SemiBold.otf", 0, Distance::Arc16, Letters::Ascii},
    {"Inter-SemiBold.otf", 0, Distance::Arc20, Letters::Ascii},
}};

/// What the program itself writes beside ASCII. U+FFFD stands for what Inter cannot draw.
constexpr std::u32string_view kOwn = U"£×·–—‘’“”′…•→←↑↓✓\u00A0\u2212\uFFFD";

class Library {
public:
    Library() { FT_Init_FreeType(&library_); }
    ~Library() { FT_Done_FreeType(library_); }
    Library(const Library&) = delete;
    Library& operator=(const Library&) = delete;

    /// The face stays valid as long as the library.
    [[nodiscard]] FT_Face open(const char* file) const {
        const std::string_view bytes = embeddedFile(file);
        FT_Face face = nullptr;
        FT_New_Memory_Face(library_, reinterpret_cast<const FT_Byte*>(bytes.data()), static_cast<FT_Long>(bytes.size()),
                           0, &face);
        return face;
    }

private:
    FT_Library library_ = nullptr;
};

/// Fills the atlas row by row. Glyphs of a style have similar heights, so rows waste little.
class Shelf {
public:
    explicit Shelf(AtlasPixels& atlas) : atlas_(atlas) { atlas_.width = kAtlasWidth; }

    struct Spot {
        int x, y;
    };

    Spot place(int width, int height) {
        constexpr int kGap = 1;
        if (x_ + width + kGap > atlas_.width) {
            y_ += rowHeight_ + kGap;
            x_ = 0;
            rowHeight_ = 0;
        }
        const Spot spot{x_, y_};
        x_ += width + kGap;
        rowHeight_ = std::max(rowHeight_, height);
        grow(y_ + rowHeight_);
        return spot;
    }

private:
    void grow(int height) {
        if (height <= atlas_.height) return;
        atlas_.height = height;
        atlas_.pixels.resize(static_cast<std::size_t>(atlas_.width) * static_cast<std::size_t>(height));
    }

    AtlasPixels& atlas_;
    int x_ = 0;
    int y_ = 0;
    int rowHeight_ = 0;
};

void copyBitmap(const FT_Bitmap& bitmap, AtlasPixels& atlas, int x, int y) {
    for (unsigned row = 0; row < bitmap.rows; ++row) {
        const unsigned char* from = bitmap.buffer + static_cast<std::ptrdiff_t>(row) * bitmap.pitch;
        std::copy_n(from, bitmap.width,
                    atlas.pixels.begin() + (static_cast<std::ptrdiff_t>(y) + row) * atlas.width + x);
    }
}

BakedGlyph bakeGlyph(FT_Face face, char32_t code, float ascent, AtlasPixels& atlas, Shelf& shelf) {
    FT_Load_Char(face, code, FT_LOAD_NO_HINTING | FT_LOAD_RENDER);
    const FT_GlyphSlot slot = face->glyph;
    BakedGlyph glyph;
    glyph.code = code;
    glyph.advance = static_cast<float>(slot->linearHoriAdvance) / 65536.0F;
    const FT_Bitmap& bitmap = slot->bitmap;
    glyph.w = static_cast<int>(bitmap.width);
    glyph.h = static_cast<int>(bitmap.rows);
    if (glyph.w == 0 || glyph.h == 0) return glyph;
    const auto [x, y] = shelf.place(glyph.w, glyph.h);
    copyBitmap(bitmap, atlas, x, y);
    glyph.u = x;
    glyph.v = y;
    glyph.x0 = static_cast<float>(slot->bitmap_left);
    glyph.y0 = std::round(ascent) - static_cast<float>(slot->bitmap_top);
    glyph.x1 = glyph.x0 + static_cast<float>(glyph.w);
    glyph.y1 = glyph.y0 + static_cast<float>(glyph.h);
    return glyph;
}

bool isWanted(char32_t code, Letters letters) {
    if (code == U'\uFFFD' || code == U' ') return true;
    if (letters == Letters::Digits) return code >= U'0' && code <= U'9';
    return letters != Letters::Ascii || code < 0x7F || code == U'…';
}

BakedFont bakeFont(FT_Face face, float size, const std::u32string& characters, const StyleRow& style,
                   AtlasPixels& atlas, Shelf& shelf) {
    // Whole pixels: a fractional em would put stems of equal letters on different sub-pixels.
    FT_Set_Pixel_Sizes(face, 0, static_cast<FT_UInt>(size));
    BakedFont font;
    font.size = size;
    const float unit = size / static_cast<float>(face->units_per_EM);
    font.ascent = static_cast<float>(face->ascender) * unit;
    font.descent = static_cast<float>(face->descender) * unit;
    font.capHeight = size * kCapShare;
    for (const char32_t code : characters) {
        if (isWanted(code, style.letters) && FT_Get_Char_Index(face, code) != 0)
            font.glyphs.push_back(bakeGlyph(face, code, font.ascent, atlas, shelf));
    }
    if (style.size >= kTightFrom)
        for (BakedGlyph& glyph : font.glyphs) glyph.advance += kTightening * size;
    return font;
}

void collect(std::string_view text, std::set<char32_t>& characters) {
    for (std::size_t at = 0; at < text.size();) {
        const char32_t code = decodeUtf8(text, at);
        if (code >= 0xA0) characters.insert(code);
    }
}

void collect(const Checklist& c, std::set<char32_t>& characters) {
    for (const std::string* text : {&c.title, &c.authority, &c.service, &c.approvedBy}) collect(*text, characters);
    for (const RoleHolder& row : c.roleHolders)
        for (const std::string* text : {&row.role, &row.abbreviation, &row.holder}) collect(*text, characters);
    for (const Statement& row : c.culture) collect(row.text, characters);
    for (const Statement& row : c.background) collect(row.text, characters);
    for (const Opinion& row : c.scale) collect(row.word, characters), collect(row.definition, characters);
    for (const AssuranceLine& row : c.lines) collect(row.word, characters);
    for (const EvidenceKind& row : c.kinds) collect(row.word, characters);
    for (const Element& row : c.elements)
        for (const std::string* text :
             {&row.title, &row.statement, &row.opinionReason, &row.opinionBy, &row.place.where})
            collect(*text, characters);
    for (const Position& row : c.positions) collect(row.text, characters);
    for (const Evidence& row : c.evidence)
        for (const std::string* text :
             {&row.name, &row.detail, &row.organisation, &row.link, &row.marking, &row.file, &row.place.where})
            collect(*text, characters);
    for (const Document& row : c.documents) collect(row.name, characters);
    for (const EvidenceLink& row : c.links) collect(row.place.where, characters);
    for (const Action& row : c.actions) collect(row.text, characters), collect(row.owner, characters);
    for (const SourceDocument& row : c.sources) collect(row.name, characters);
}

void collect(const Comparison& comparison, std::set<char32_t>& characters) {
    for (const std::string* text : {&comparison.title, &comparison.period, &comparison.crosswalk})
        collect(*text, characters);
    for (const ChangeSection& section : comparison.sections)
        for (const ChangeLine& line : section.lines)
            for (const std::string* text : {&line.title, &line.note, &line.tag}) collect(*text, characters);
}

} // namespace

std::array<float, kStyleCount> typeSizes(const Room& room) {
    std::array<float, kStyleCount> sizes{};
    for (std::size_t i = 0; i < kStyleCount; ++i) {
        if (kStyles[i].distance == Distance::Arc16 || kStyles[i].distance == Distance::Arc20) {
            const double minutes = kStyles[i].distance == Distance::Arc16 ? 16 : 20;
            sizes[i] = std::max(1.0F, std::round(room.capHeight(minutes) / kCapShare));
            continue;
        }
        const float cap = kStyles[i].distance == Distance::Glance ? room.glanceCapHeight() : room.touchCapHeight();
        const float size = std::max(std::round(kStyles[i].size * room.scale()), std::ceil(cap / kCapShare));
        sizes[i] = std::round(size * static_cast<float>(room.textScale));
    }
    return sizes;
}

std::u32string charactersFor(const Snapshot* snapshot, const Comparison* comparison) {
    std::set<char32_t> characters(kOwn.begin(), kOwn.end());
    for (char32_t code = U' '; code < 0x7F; ++code) characters.insert(code);
    if (snapshot != nullptr) collect(snapshot->checklist, characters);
    if (comparison != nullptr) collect(*comparison, characters);
    return {characters.begin(), characters.end()};
}

std::u32string charactersOnPages(const Checklist& checklist) {
    std::set<char32_t> characters;
    for (const Document& document : checklist.documents)
        for (const DocumentPage& page : document.pages) collect(page.text, characters);
    return {characters.begin(), characters.end()};
}

BakedFonts bakeFonts(const Room& room, const std::u32string& characters) {
    BakedFonts baked;
    Shelf shelf(baked.atlas);
    const auto [whiteX, whiteY] = shelf.place(3, 3);
    for (int row = 0; row < 3; ++row)
        std::fill_n(baked.atlas.pixels.begin() + (whiteY + row) * static_cast<std::ptrdiff_t>(kAtlasWidth) + whiteX, 3,
                    std::uint8_t{255});
    baked.whiteU = whiteX + 1;
    baked.whiteV = whiteY + 1;

    // Latin-1 and Latin Extended-A: what keyboards of European languages, Welsh among them, type.
    std::u32string keyed;
    for (char32_t code = U'\u00A1'; code <= U'\u017F'; ++code) keyed += code;
    keyed += U'€';
    std::u32string typed;
    std::ranges::set_union(characters, keyed, std::back_inserter(typed));

    const Library library;
    const std::array<float, kStyleCount> sizes = typeSizes(room);
    for (std::size_t i = 0; i < kStyleCount; ++i) {
        FT_Face face = library.open(kStyles[i].file);
        const std::u32string& wanted = kStyles[i].letters == Letters::Typed ? typed : characters;
        baked.fonts[i] = bakeFont(face, sizes[i], wanted, kStyles[i], baked.atlas, shelf);
        FT_Done_Face(face);
    }
    return baked;
}

} // namespace sightline
