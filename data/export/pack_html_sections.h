#pragma once

#include "data/export/html.h"
#include "data/export/pack.h"

/// The sections of the accessible twin, in their order. Each adds itself to `main`.
namespace sightline::html {

/// The key figures, and a table of the six elements.
void overviewSection(Node main, const Pack& pack);
/// The assurance map: elements by lines of assurance.
void mapSection(Node main, const Pack& pack);
/// One element with its opinion, current position, evidence and next steps.
void elementSection(Node main, const Pack& pack, size_t at);
/// Every action by when it is due, the overdue ones first.
void actionsSection(Node main, const Pack& pack);
/// What changed since the earlier snapshot; only where the pack has one.
void changesSection(Node main, const Pack& pack);
/// What the opinions, marks and words mean.
void legendSection(Node main, const Pack& pack);
/// Roles, approval, culture, background, sources, and what tells this snapshot from others.
void aboutSection(Node main, const Pack& pack);

/// One action's row in a table whose columns are the action, its element (`withElement`), owner, due date and state.
void actionRow(Table& table, const Pack& pack, const Action& action, bool withElement);

/// The id by which a section is linked to: "element-3".
std::string elementId(int number);

} // namespace sightline::html
