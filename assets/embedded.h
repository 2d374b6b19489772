#pragma once

#include <span>
#include <string_view>

namespace sightline {

/// A file that travels inside the binary.
struct EmbeddedFile {
    std::string_view name;  ///< path below assets/: "samples/dorset/actions.csv", "schema.sql", "Inter-Bold.otf"
    std::string_view bytes;
};

/// All embedded files, in no particular order.
std::span<const EmbeddedFile> embeddedFiles();

/// The bytes of one embedded file; empty where there is none of that name.
std::string_view embeddedFile(std::string_view name);

} // namespace sightline
