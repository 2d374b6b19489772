#pragma once

#include <string_view>

#include "data/failure.h"

namespace sightline {

/// The kinds of file whose pages can be shown.
enum class FileType { Pdf, Png, Jpeg, Office };

/// How many bytes from its beginning tell what a file is; Office files are then looked into as a whole.
constexpr size_t kTellingBytes = size_t{64} << 10;

/// What a file is, by its bytes and never by its name. `beginning`: its first kTellingBytes. `path`: the file itself,
/// for what is inside an Office file. A failure says what the file is instead and what to do: an Office file of the
/// old kind or with a password or with macros, a picture of another kind, a film, a mail, plain text.
Result<FileType> fileType(std::string_view beginning, const std::string& path);

} // namespace sightline
