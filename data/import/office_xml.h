#pragma once

#include <string>
#include <string_view>

#include <pugixml.hpp>

#include "data/failure.h"

namespace sightline {

/// Limits on the XML of one part, which bound the memory and the stack that reading it takes.
constexpr int kDeepestXml = 256;            ///< elements within elements; documents of Word and Excel stay below 60
constexpr size_t kMostXmlSigns = 2'000'000; ///< '<' and '=', about the number of tags and attributes

/// Which runs of nothing but white space are kept: those that are all an element holds, or also those between elements.
enum class WhiteSpace { Alone, Everywhere };

/// Parses one part into `xml`. Fails for XML that is damaged, not UTF-8 or UTF-16, too deep or too long, and for a
/// document type declaration, which no Office document has and which other readers could be led astray by. An empty
/// part is fine.
Result<void> parseXml(pugi::xml_document& xml, std::string_view bytes, const std::string& place,
                      const std::string& part, WhiteSpace whiteSpace = WhiteSpace::Alone);

/// The attribute w:val of a child, or "" where there is no such child: child(pPr, "w:pStyle").
std::string_view childValue(const pugi::xml_node& node, const char* child);

/// A switch such as <w:b/>: on where it is there, unless its value says no.
bool isOn(const pugi::xml_node& node, const char* child);

} // namespace sightline
