#pragma once

#include "data/export/html.h"
#include "data/model.h"

/// The marks of the wall as inline SVG. Words always stand beside them, so a screen reader passes them over.
namespace sightline::html {

/// The shape of an opinion and its word on its colour.
void opinion(Node parent, const Opinion& opinion);

/// A clock and a word: "stale".
void stale(Node parent, const std::string& word);

/// The swatch of a line of assurance and its word; hollow, and said to be so, where the line is guessed.
void line(Node parent, Line line, const std::string& word, bool guessed);

} // namespace sightline::html
