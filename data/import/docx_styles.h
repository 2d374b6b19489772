#pragma once

#include <map>
#include <string>
#include <utility>

#include <pugixml.hpp>

#include "data/failure.h"
#include "data/import/docx_package.h"

namespace sightline {

/// How a paragraph stands on the page, as far as it says something about its meaning.
struct ParagraphFormat {
    bool heading = false; ///< by its outline level, or a style named heading, title or subtitle
    bool listed = false;  ///< a bullet or a number
    bool ordered = false; ///< a number
    int list = 0;         ///< the list it belongs to (w:numId)
    int level = 0;        ///< its level in that list, from 0 (w:ilvl)
    int indent = 0;       ///< of its text from the left, in twentieths of a point
};

/// The styles and lists of one document.
class DocxStyles {
public:
    static Result<DocxStyles> load(const DocxPackage& package, const std::string& place);

    /// What a paragraph's own properties (w:pPr) say, its list where they say nothing, and its style where that is
    /// silent.
    [[nodiscard]] ParagraphFormat format(const pugi::xml_node& properties) const;

private:
    struct Properties {
        std::string base;
        bool heading = false;
        int list = -1;
        int level = -1;
        int indent = -1;
    };
    struct Level {
        bool ordered = false;
        int indent = -1;
    };

    [[nodiscard]] const Level* levelOf(int list, int level) const;
    static Properties read(const pugi::xml_node& properties);
    void loadNumbering(const pugi::xml_node& numbering);

    std::map<std::string, Properties> styles_;
    std::map<std::string, std::map<int, Level>> kinds_; // by id of the kind of list, then by level
    std::map<int, std::string> lists_;                  // the kind of each list
    std::string defaultStyle_;
};

} // namespace sightline
