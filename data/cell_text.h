#pragma once

#include <string>
#include <string_view>

namespace sightline {

/// A text of an .xlsx with the characters that XML cannot hold, written there as "_x0007_" (ECMA-376 part
/// 1, 22.9.2.19).
std::string unescaped(std::string_view text);

/// The same the other way: for a text that already holds something that looks like this.
std::string escaped(std::string_view text);

/// A number as a cell of the format General shows it, or nearly so: "2024", "0.5", "-12.25".
std::string numberText(double number);

} // namespace sightline
