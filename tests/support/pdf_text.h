#pragma once

#include <filesystem>
#include <string>
#include <vector>

namespace sightline::testing_support {

/// Whether a program of poppler-utils or qpdf is installed; tests that read PDF files back are skipped without them.
bool hasProgram(const std::string& name);

/// What a command prints. `words` are handed on as they are, no shell reads them. Throws where it fails.
std::string printed(const std::vector<std::string>& words);

/// The text of a PDF file in the order in which it was drawn, every run of white space as one space. Pages from 1;
/// 0: all.
std::string pdfText(const std::filesystem::path& file, int page = 0);

/// White space as pdfText has it.
std::string flat(const std::string& text);

} // namespace sightline::testing_support
