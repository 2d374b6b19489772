#pragma once

#include <map>
#include <string>

#include <pugixml.hpp>

#include "data/import/date_format.h"

namespace sightline {

/// What the styles of an OpenDocument spreadsheet say about how its dates are shown, and what is hidden.
class OdsStyles {
public:
    /// Adds the styles of a part: its styles, automatic styles and number formats.
    void add(const pugi::xml_node& root);

    /// How much of a date a cell of this style shows.
    [[nodiscard]] DatePrecision precision(const std::string& cellStyle) const;
    [[nodiscard]] bool hidesTable(const std::string& tableStyle) const;

private:
    std::map<std::string, DatePrecision> formats_;
    std::map<std::string, std::string> formatOfStyle_;
    std::map<std::string, std::string> parents_;
    std::map<std::string, bool> hidden_;
};

} // namespace sightline
