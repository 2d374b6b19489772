#pragma once

#include <stdexcept>
#include <string>

#include <pugixml.hpp>

namespace sightline {

/// A flat OpenDocument spreadsheet (.fods) whose cells are set, as somebody would who edits the open workbook.
class FlatSheets {
public:
    explicit FlatSheets(const std::string& bytes) {
        if (!xml_.load_buffer(bytes.data(), bytes.size(), pugi::parse_default | pugi::parse_ws_pcdata))
            throw std::runtime_error("no flat document");
    }

    void setText(const std::string& sheet, int row, int column, const std::string& text) {
        pugi::xml_node cell = emptied(sheet, row, column);
        cell.append_attribute("office:value-type") = "string";
        cell.append_child("text:p").text() = text.c_str();
    }
    void setDate(const std::string& sheet, int row, int column, const std::string& isoDay) {
        pugi::xml_node cell = emptied(sheet, row, column);
        cell.append_attribute("office:value-type") = "date";
        cell.append_attribute("office:date-value") = isoDay.c_str();
        cell.append_child("text:p").text() = isoDay.c_str();
    }
    void setTruth(const std::string& sheet, int row, int column) {
        pugi::xml_node cell = emptied(sheet, row, column);
        cell.append_attribute("office:value-type") = "boolean";
        cell.append_attribute("office:boolean-value") = "true";
        cell.append_child("text:p").text() = "TRUE";
    }

    [[nodiscard]] std::string bytes() const {
        struct Writer : pugi::xml_writer {
            std::string out;
            void write(const void* data, size_t size) override { out.append(static_cast<const char*>(data), size); }
        } writer;
        xml_.save(writer, "", pugi::format_raw);
        return writer.out;
    }

private:
    // The child that stands at this place (from 1), apart from others that it was repeated with.
    static pugi::xml_node alone(pugi::xml_node parent, const char* name, const char* repeat, int place) {
        int at = 0;
        for (pugi::xml_node node = parent.child(name); node; node = node.next_sibling(name)) {
            const int count = node.attribute(repeat).as_int(1);
            if (place > at + count) {
                at += count;
                continue;
            }
            const auto part = [&](pugi::xml_node copy, int times) {
                copy.remove_attribute(repeat);
                if (times > 1) copy.append_attribute(repeat) = times;
            };
            const int before = place - at - 1;
            const int after = count - before - 1;
            if (before > 0) part(parent.insert_copy_before(node, node), before);
            if (after > 0) part(parent.insert_copy_after(node, node), after);
            part(node, 1);
            return node;
        }
        throw std::runtime_error("no such place");
    }

    pugi::xml_node emptied(const std::string& sheet, int row, int column) {
        pugi::xml_node table = xml_.document_element()
                                   .child("office:body")
                                   .child("office:spreadsheet")
                                   .find_child_by_attribute("table:table", "table:name", sheet.c_str());
        // The header row may stand apart, as it is repeated on every page.
        pugi::xml_node rows = table;
        if (const pugi::xml_node header = table.child("table:table-header-rows")) {
            if (row == 1)
                rows = header;
            else
                --row;
        }
        pugi::xml_node cell = alone(alone(rows, "table:table-row", "table:number-rows-repeated", row),
                                    "table:table-cell", "table:number-columns-repeated", column);
        while (cell.first_child()) cell.remove_child(cell.first_child());
        for (const char* name : {"office:value-type", "office:value", "office:date-value", "office:string-value",
                                 "calcext:value-type", "table:formula"})
            cell.remove_attribute(name);
        return cell;
    }

    pugi::xml_document xml_;
};

} // namespace sightline
