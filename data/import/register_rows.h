#pragma once

#include "data/import/import.h"
#include "data/import/register.h"
#include "data/import/register_cells.h"

namespace sightline {

/// What the sheets of a register are read into.
struct RegisterRows {
    Checklist& checklist;
    ImportReport& report;
    WrongCells& wrong;
    RegisterUse use;
    int source; ///< SourceDocument::id of the workbook
};

/// One function a sheet. Scale comes first, as the others use its words; Elements before what belongs to an element.
void readScale(RegisterTable& table, RegisterRows& out);
void readAbout(RegisterTable& table, RegisterRows& out);
void readElements(RegisterTable& table, RegisterRows& out);
void readPositions(RegisterTable& table, RegisterRows& out);
void readRegisterEvidence(RegisterTable& table, RegisterRows& out);
void readActions(RegisterTable& table, RegisterRows& out);

/// The element that a row belongs to; it must be on the sheet Elements.
int elementOf(RegisterRow& row, RegisterRows& out);

} // namespace sightline
