#pragma once

#include <span>
#include <string>

#include "assets/embedded.h"
#include "data/export/pack.h"
#include "data/failure.h"

/// The door of the library `sightline_pdf`, which holds everything in this folder. The program opens it only when a
/// pack is asked for: what Cairo, Pango and qpdf bring along would cost the wall time and memory at every start.

/// Makes the pack; `files` are those that travel in the program.
extern "C" void sightlineMakePackPdf(const sightline::Pack& pack, std::span<const sightline::EmbeddedFile> files,
                                     sightline::Result<std::string>& made);
