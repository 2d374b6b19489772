#pragma once

#include <string>
#include <string_view>

#include "data/model.h"

namespace sightline {

/// A guess at the line of assurance, and the word it was made by.
struct LineGuess {
    Line line = Line::Management;
    std::string keyword; ///< as the rule spells it; empty where none was found
};

/// Guesses who stands behind a piece of evidence from the words of its name. The first rule with a keyword in it
/// decides:
///   independent: Ofsted, CQC, HMI, HMIP, HMICFRS, inspectorate, inspection, inspector, audit, auditor, peer review,
///                peer challenge, university, external scrutiny, external review, external evaluation,
///                independent review, ombudsman;
///   oversight:   board, committee, partnership, scrutiny, governance;
///   management:  everything else.
/// Only a guess: what is guessed is marked so until an officer confirms it. Keywords match whole words, plurals
/// included.
LineGuess guessLine(std::string_view name);

/// "guessed independent, by the word "audit"", for the report.
std::string lineGuessInWords(const LineGuess& guess);

} // namespace sightline
