#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace sightline {

/// A name of a file or of a piece of evidence, taken apart for comparing: what it is called, and which date it bears.
struct FileNameKey {
    std::string exact;      ///< nameKey of all of it
    std::string core;       ///< the same without numbering, dates, and marks of versions
    std::vector<int> dates; ///< the numbers of its dates, months as numbers, ascending: "14 June 2024" is 6, 14, 2024
    bool operator==(const FileNameKey&) const = default;
};

/// For the name of a file: without its ending; "_" and "-" are spaces. Numbering in front ("03 - ", "3.2 ") goes, and
/// so do marks behind ("v2", "final", "signed", "copy", "(1)").
FileNameKey fileNameKey(std::string_view fileName);

/// For the name of a piece of evidence: only its dates are told apart.
FileNameKey evidenceNameKey(std::string_view name);

/// Whether the dates of two names can be those of one document: one has none, or those of one are among the other's.
bool datesAgree(const FileNameKey& left, const FileNameKey& right);

/// A file name without its ending (".pdf"); an ending is at most five letters and digits.
std::string withoutEnding(std::string_view fileName);

} // namespace sightline
