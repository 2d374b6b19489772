#pragma once

#include <filesystem>
#include <functional>
#include <ostream>
#include <string>
#include <vector>

namespace sightline::testing_support {

/// A file that is made to take time, memory or files from whoever reads it (S4). All are made by code, on the spot.
struct Bomb {
    std::string name; ///< of the file; of the folder, where it is one of CSV files
    std::function<void(const std::filesystem::path&)> make; ///< writes it there
    std::string says;                                       ///< what its refusal has to say
};

/// For what GoogleTest prints.
inline void PrintTo(const Bomb& bomb, std::ostream* out) { *out << bomb.name; }

/// Its name as a test may have it.
std::string testName(const Bomb& bomb);

/// A bomb that is a file of these bytes.
Bomb bombOf(std::string name, std::function<std::string()> bytes, std::string says);

/// Checklists and registers: what `import` is given.
std::vector<Bomb> wordBombs();
std::vector<Bomb> archiveBombs(); ///< in the way they are packed
std::vector<Bomb> workbookBombs();
std::vector<Bomb> csvBombs();

/// Evidence: what lies in the folder that `import --evidence` is given.
std::vector<Bomb> pictureBombs();
std::vector<Bomb> pdfBombs();

/// The same text, many times.
std::string repeated(std::string_view text, std::size_t times);
/// Letters that pack to about two thirds, as no text can be packed much better.
std::string noise(std::size_t length);

} // namespace sightline::testing_support
