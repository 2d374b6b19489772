#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace sightline::fuzz {

/// A page of a database without the zeros in its middle: SQLite fills a page from both ends.
struct PackedPage {
    std::string front;
    std::string back;
};

/// The pages of a file; the last one may be short.
std::vector<PackedPage> packPages(std::string_view file);

/// The file they are the pages of. What does not fit into a page is cut off.
std::string unpackPages(const std::vector<PackedPage>& pages);

/// Pages as the bytes of an input: a twentieth of the file, all of it worth changing.
std::string toInput(const std::vector<PackedPage>& pages);

/// Reads them back; of anything else, as many as can be made out.
std::vector<PackedPage> fromInput(std::string_view input);

} // namespace sightline::fuzz
