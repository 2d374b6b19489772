#pragma once

#include <string_view>
#include <vector>

#include "data/export/pdf/block.h"

namespace sightline::pdf {

enum class PointLook { Plain, Bullet };

/// A text of the checklist, inset so far: its first line, and below it the sub-points that line feeds start.
void addPointText(Block& block, std::string_view text, double left, Style style, double right = 0);

/// The same as a block of its own, plain or behind a bullet.
void addPoint(std::vector<Block>& blocks, const Typesetter& type, double width, const char* tag, std::string_view text,
              PointLook look);

/// What to say where a list is empty.
void addNothing(std::vector<Block>& blocks, const Typesetter& type, double width, std::string_view text);

/// The mark of what is overdue, and how far the text beside it is moved to the right.
constexpr double kLateInset = 17;
void addLateMark(Block& block);

} // namespace sightline::pdf
