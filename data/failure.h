#pragma once

#include <string>

#include <tl/expected.hpp>

namespace sightline {

/// What went wrong, coarsely: it decides exit codes and which line the wall shows.
enum class FailureKind {
    Missing,      ///< nothing at that path, or no right to read it
    NotAFile,     ///< a folder, a FIFO, a device, a link
    TooLarge,     ///< over a documented limit
    Damaged,      ///< truncated, torn, seal or integrity broken
    Foreign,      ///< a readable file, but not what was expected
    WrongVersion, ///< a snapshot of a format this program does not know
    BadContent,   ///< a row, a cell or a value breaks a rule
    Quarantined,  ///< a snapshot that stopped the wall whenever it was shown
    CannotWrite,  ///< disk full, no right, input/output error while writing
    Internal      ///< a library failed for a reason nobody outside can mend
};

/// A failure that a person can cause. Programming errors are not failures: they assert.
struct Failure {
    FailureKind kind = FailureKind::Internal;
    std::string place; ///< the file, and where in it: "checklist.docx, table 1, row 3"; empty when the sentence says it
    std::string sentence; ///< one plain sentence, without the place, ending in a full stop

    /// "place: sentence", as shown on the wall and on standard error.
    [[nodiscard]] std::string message() const { return place.empty() ? sentence : place + ": " + sentence; }
};

template <class T>
using Result = tl::expected<T, Failure>;

inline tl::unexpected<Failure> fail(FailureKind kind, std::string place, std::string sentence) {
    return tl::unexpected<Failure>(Failure{kind, std::move(place), std::move(sentence)});
}

} // namespace sightline
