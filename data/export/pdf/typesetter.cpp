#include "data/export/pdf/typesetter.h"

#include <array>
#include <cerrno>
#include <cmath>
#include <fcntl.h>

#include <fontconfig/fontconfig.h>
#include <pango/pangocairo.h>
#include <pango/pangofc-fontmap.h>

#include "data/file.h"

namespace sightline::pdf {
namespace {

template <class T>
struct Unref {
    void operator()(T* object) const { g_object_unref(object); }
};
template <class T>
using Owned = std::unique_ptr<T, Unref<T>>;

struct DestroyConfig {
    void operator()(FcConfig* config) const { FcConfigDestroy(config); }
};
struct FreeIterator {
    void operator()(PangoLayoutIter* iterator) const { pango_layout_iter_free(iterator); }
};
struct FreeDescription {
    void operator()(PangoFontDescription* description) const { pango_font_description_free(description); }
};

Result<void> writeFont(const std::filesystem::path& file, std::string_view bytes) {
    OpenFile out(::open(file.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0600));
    if (!out.isOpen()) return systemFailure(FailureKind::CannotWrite, file.string(), errno);
    if (auto written = writeAll(out, bytes, file.string()); !written) return written;
    if (!out.close()) return systemFailure(FailureKind::CannotWrite, file.string(), errno);
    return {};
}

double points(int pangoUnits) { return static_cast<double>(pangoUnits) / PANGO_SCALE; }

void trimRight(std::string& text) {
    while (!text.empty() && text.back() == ' ') text.pop_back();
}

} // namespace

struct Typesetter::Parts {
    TemporaryFolder folder; ///< holds the font files for as long as anything is drawn with them
    std::unique_ptr<FcConfig, DestroyConfig> config;
    Owned<PangoFontMap> fonts;
    Owned<PangoContext> context;

    [[nodiscard]] Owned<PangoLayout> layout(Style style, std::string_view text) const {
        const StyleLook look = lookOf(style);
        const std::unique_ptr<PangoFontDescription, FreeDescription> font(pango_font_description_new());
        pango_font_description_set_family_static(font.get(), "Inter");
        pango_font_description_set_weight(font.get(), static_cast<PangoWeight>(look.weight));
        pango_font_description_set_absolute_size(font.get(), look.size * PANGO_SCALE);
        Owned<PangoLayout> made(pango_layout_new(context.get()));
        pango_layout_set_font_description(made.get(), font.get());
        pango_layout_set_wrap(made.get(), PANGO_WRAP_WORD_CHAR);
        pango_layout_set_text(made.get(), text.data(), static_cast<int>(text.size())); // never markup
        return made;
    }
};

Result<Typesetter> Typesetter::make(std::span<const EmbeddedFile> files) {
    auto folder = TemporaryFolder::make();
    if (!folder) return tl::unexpected(folder.error());
    std::unique_ptr<Parts> parts(new Parts{std::move(*folder), nullptr, nullptr, nullptr});
    // A configuration of our own: nothing else in this process sees the fonts.
    parts->config.reset(FcInitLoadConfigAndFonts());
    if (parts->config == nullptr)
        return fail(FailureKind::Internal, "", "The fonts of this machine could not be read.");
    for (const EmbeddedFile& font : files) {
        if (!font.name.starts_with("Inter-")) continue;
        const std::filesystem::path file = parts->folder.path() / font.name;
        if (auto written = writeFont(file, font.bytes); !written) return tl::unexpected(written.error());
        // Where a font is refused, the machine's own take its place.
        FcConfigAppFontAddFile(parts->config.get(), reinterpret_cast<const FcChar8*>(file.c_str()));
    }
    parts->fonts.reset(pango_cairo_font_map_new_for_font_type(CAIRO_FONT_TYPE_FT));
    if (parts->fonts == nullptr) return fail(FailureKind::Internal, "", "The fonts of this machine could not be read.");
    pango_fc_font_map_set_config(PANGO_FC_FONT_MAP(parts->fonts.get()), parts->config.get());
    parts->context.reset(pango_font_map_create_context(parts->fonts.get()));
    pango_context_set_language(parts->context.get(), pango_language_from_string("en-gb"));
    pango_context_set_round_glyph_positions(parts->context.get(), FALSE);
    cairo_font_options_t* options = cairo_font_options_create(); // print has no pixels to align to
    cairo_font_options_set_hint_style(options, CAIRO_HINT_STYLE_NONE);
    cairo_font_options_set_hint_metrics(options, CAIRO_HINT_METRICS_OFF);
    pango_cairo_context_set_font_options(parts->context.get(), options);
    cairo_font_options_destroy(options);
    return Typesetter(std::move(parts));
}

Typesetter::Typesetter(std::unique_ptr<Parts> made) : parts(std::move(made)) {}
Typesetter::~Typesetter() = default;
Typesetter::Typesetter(Typesetter&&) noexcept = default;

double Typesetter::width(Style style, std::string_view text) const {
    const auto layout = parts->layout(style, text);
    PangoRectangle logical;
    pango_layout_get_extents(layout.get(), nullptr, &logical);
    return points(logical.width);
}

std::vector<std::string> Typesetter::wrap(Style style, double width, std::string_view text) const {
    const auto layout = parts->layout(style, text);
    pango_layout_set_width(layout.get(), static_cast<int>(std::floor(std::max(width, 1.0) * PANGO_SCALE)));
    std::vector<std::string> lines;
    const std::unique_ptr<PangoLayoutIter, FreeIterator> at(pango_layout_get_iter(layout.get()));
    do {
        const PangoLayoutLine* line = pango_layout_iter_get_line_readonly(at.get());
        lines.emplace_back(text.substr(static_cast<size_t>(line->start_index), static_cast<size_t>(line->length)));
    } while (pango_layout_iter_next_line(at.get()) != FALSE);
    trimRight(lines.back());
    return lines;
}

std::vector<std::string> Typesetter::wrap(Style style, double width, std::string_view text, std::size_t most) const {
    std::vector<std::string> lines = wrap(style, width, text);
    if (lines.size() <= most) return lines;
    std::string& last = lines[most - 1];
    last = fit(style, width, last + lines[most] + "…");
    lines.resize(most);
    return lines;
}

std::string Typesetter::fit(Style style, double room, std::string_view text) const {
    if (width(style, text) <= room) return std::string(text);
    std::string shown = wrap(style, room - width(style, "…"), text).front();
    trimRight(shown);
    return shown + "…";
}

void Typesetter::show(cairo_t* target, Style style, double x, double top, std::string_view line) const {
    const auto layout = parts->layout(style, line);
    // Lines stand where the style says, also where a letter from another font is taller.
    cairo_move_to(target, x, top + baselineOf(style));
    pango_cairo_show_layout_line(target, pango_layout_get_line_readonly(layout.get(), 0));
}

} // namespace sightline::pdf
