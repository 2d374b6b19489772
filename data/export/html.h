#pragma once

#include <initializer_list>
#include <string>
#include <vector>

#include <pugixml.hpp>

#include "data/date.h"

/// HTML as a tree. Text goes in as it is and is escaped in one place, when the tree is written: no content can become
/// markup. What is written is well-formed XML too.
namespace sightline::html {

using Node = pugi::xml_node;

struct Attribute {
    const char* name;
    std::string value;
};

/// A new last child. It has to be given content, if only an empty text: HTML takes "<p />" for a start tag.
Node add(Node parent, const char* tag, std::initializer_list<Attribute> attributes = {});
Node addText(Node parent, const char* tag, const std::string& text, std::initializer_list<Attribute> attributes = {});

/// One more attribute.
void set(Node node, const char* name, const std::string& value);

/// More text at the end of an element.
void text(Node parent, const std::string& text);

/// A date for people and for programs; `unknown` where it is not known.
void date(Node parent, const PartialDate& date, const std::string& unknown);

/// A text whose line feeds start sub-points: its first line as text, the rest as a list below it.
void points(Node parent, const std::string& text);

/// A section with a heading of level 2, and the heading's id.
Node section(Node parent, const std::string& id, const std::string& heading);

/// A table with a caption, a header row and a header cell at the start of each row. Roles are given too, so that a
/// narrow screen may lay the rows out as cards and a screen reader still hears a table; for the cards, each cell
/// carries its column's name.
class Table {
public:
    Table(Node parent, const std::string& caption, std::vector<std::string> columns);

    /// Starts a row. Returns its header cell.
    Node row();
    /// The same in the table's foot.
    Node footRow();
    /// The next cell of the row.
    Node cell();
    void cell(const std::string& text);
    /// A count: zeros are quiet, bad news is not.
    void number(int count, bool alarm = false);

private:
    Node startRow(Node group);

    Node table_;
    Node body_;
    Node row_;
    std::vector<std::string> columns_;
    std::size_t at_ = 0;
};

/// The whole document's bytes, as text/html.
std::string write(const pugi::xml_document& document);

} // namespace sightline::html
