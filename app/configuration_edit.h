#pragma once

#include <filesystem>
#include <string>
#include <string_view>

#include "data/failure.h"

namespace sightline {

/// The text of a configuration file with one setting changed or added, and every other byte as it was. `line` numbers,
/// comments and the order of settings stay. Failure (BadContent, with `place`): the file is no TOML, or writes that
/// setting in a way that is better changed by hand.
Result<std::string> withSetting(const std::string& text, std::string_view section, std::string_view key,
                                const std::string& value, const std::string& place);

/// Writes a text that holds a secret over a configuration file, in one step. Who may read it stays as it is, but for
/// everybody else on the machine: where others may read it now, it is given to the group `sightline` instead (the
/// service's, where there is one), and to nobody where there is none. A new file is made likewise.
Result<void> replaceConfiguration(const std::filesystem::path& file, const std::string& text);

} // namespace sightline
