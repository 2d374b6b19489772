#pragma once

#include "data/export/pdf/book.h"

namespace sightline::pdf {

/// The chapters of the pack. Each is laid out whole, over as many pages as it needs.

Chapter overviewChapter(const Pack& pack, const Typesetter& type);
Chapter mapChapter(const Pack& pack, const Typesetter& type);
Chapter elementChapter(const Pack& pack, const Typesetter& type, std::size_t index); ///< into Checklist::elements
Chapter actionsChapter(const Pack& pack, const Typesetter& type);
Chapter changesChapter(const Pack& pack, const Typesetter& type); ///< needs Pack::changes
Chapter aboutChapter(const Pack& pack, const Typesetter& type);
Chapter legendChapter(const Pack& pack, const Typesetter& type);

/// Where links to an element lead.
inline std::string elementDestination(int number) { return "element-" + std::to_string(number); }

} // namespace sightline::pdf
