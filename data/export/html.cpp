#include "data/export/html.h"

#include <cassert>

namespace sightline::html {
namespace {

class StringWriter : public pugi::xml_writer {
public:
    void write(const void* data, size_t size) override { bytes.append(static_cast<const char*>(data), size); }
    std::string bytes;
};

} // namespace

Node add(Node parent, const char* tag, std::initializer_list<Attribute> attributes) {
    const Node node = parent.append_child(tag);
    for (const Attribute& attribute : attributes) set(node, attribute.name, attribute.value);
    return node;
}

Node addText(Node parent, const char* tag, const std::string& words, std::initializer_list<Attribute> attributes) {
    const Node node = add(parent, tag, attributes);
    text(node, words);
    return node;
}

void set(Node node, const char* name, const std::string& value) {
    node.append_attribute(name).set_value(value.c_str());
}

void text(Node parent, const std::string& words) { parent.append_child(pugi::node_pcdata).set_value(words.c_str()); }

void date(Node parent, const PartialDate& date, const std::string& unknown) {
    if (date.known())
        addText(parent, "time", longDate(date), {{"datetime", isoDate(date)}});
    else
        text(parent, unknown);
}

void points(Node parent, const std::string& words) {
    size_t feed = words.find('\n');
    text(parent, words.substr(0, feed));
    if (feed == std::string::npos) return;
    const Node list = add(parent, "ul");
    while (feed != std::string::npos) {
        const size_t begin = feed + 1;
        feed = words.find('\n', begin);
        addText(list, "li", words.substr(begin, feed == std::string::npos ? feed : feed - begin));
    }
}

Node section(Node parent, const std::string& id, const std::string& heading) {
    const Node made = add(parent, "section", {{"aria-labelledby", id}});
    addText(made, "h2", heading, {{"id", id}});
    return made;
}

Table::Table(Node parent, const std::string& caption, std::vector<std::string> columns)
    : table_(add(parent, "table", {{"role", "table"}})), columns_(std::move(columns)) {
    addText(table_, "caption", caption);
    const Node head = add(add(table_, "thead", {{"role", "rowgroup"}}), "tr", {{"role", "row"}});
    for (const std::string& column : columns_)
        addText(head, "th", column, {{"scope", "col"}, {"role", "columnheader"}});
    body_ = add(table_, "tbody", {{"role", "rowgroup"}});
}

Node Table::startRow(Node group) {
    row_ = add(group, "tr", {{"role", "row"}});
    at_ = 0;
    return add(row_, "th", {{"scope", "row"}, {"role", "rowheader"}});
}

Node Table::row() { return startRow(body_); }

Node Table::footRow() { return startRow(add(table_, "tfoot", {{"role", "rowgroup"}})); }

Node Table::cell() {
    ++at_;
    assert(at_ < columns_.size());
    return add(row_, "td", {{"role", "cell"}, {"data-column", columns_[at_]}});
}

void Table::cell(const std::string& words) { text(cell(), words); }

void Table::number(int count, bool alarm) {
    const Node node = cell();
    set(node, "class", count == 0 ? "number zero" : alarm ? "number alarm" : "number");
    text(node, std::to_string(count));
}

std::string write(const pugi::xml_document& document) {
    StringWriter writer;
    writer.bytes = "<!DOCTYPE html>\n";
    // Line breaks, but no indentation: it would double the size.
    document.save(writer, "", pugi::format_no_declaration, pugi::encoding_utf8);
    return std::move(writer.bytes);
}

} // namespace sightline::html
