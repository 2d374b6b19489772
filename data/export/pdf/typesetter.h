#pragma once

#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "assets/embedded.h"
#include "data/export/pdf/look.h"
#include "data/failure.h"

typedef struct _cairo cairo_t; // NOLINT: cairo's own name for it

namespace sightline::pdf {

/// Sets text in the Inter that travels in the binary, whatever the machine has installed; letters that Inter lacks come
/// from the machine's other fonts. Nothing in a text is ever read as markup. Not shared between threads.
class Typesetter {
public:
    /// `files` hold Inter. Fails where there is no room for the font files while the pack is made.
    static Result<Typesetter> make(std::span<const EmbeddedFile> files);
    ~Typesetter();
    Typesetter(Typesetter&&) noexcept;
    Typesetter& operator=(Typesetter&&) = delete;

    [[nodiscard]] double width(Style style, std::string_view text) const;

    /// Breaks a text into lines of at most `width`: between words, and inside one that is too long. A line feed ends a
    /// line. Always at least one line. A line keeps the space it ends in, so that text read back has its words apart.
    [[nodiscard]] std::vector<std::string> wrap(Style style, double width, std::string_view text) const;

    /// The same, at most `most` lines (1 or more): where there are more, the last ends in "…".
    [[nodiscard]] std::vector<std::string> wrap(Style style, double width, std::string_view text,
                                                std::size_t most) const;

    /// As much of one line as fits `width`; ends in "…" where something is left out.
    [[nodiscard]] std::string fit(Style style, double width, std::string_view text) const;

    /// Draws one line with its upper left corner at (x, top), in the source that `target` has.
    void show(cairo_t* target, Style style, double x, double top, std::string_view line) const;

private:
    struct Parts;
    explicit Typesetter(std::unique_ptr<Parts> made);
    std::unique_ptr<Parts> parts;
};

} // namespace sightline::pdf
