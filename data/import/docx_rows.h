#pragma once

#include <map>
#include <optional>
#include <set>
#include <string>
#include <tuple>

#include "data/import/docx_columns.h"
#include "data/import/docx_points.h"
#include "data/import/draft.h"

namespace sightline {

/// Turns the rows of a document's checklist tables into rows of the draft, one table after the other.
class DocxRows {
public:
    DocxRows(Draft& rows, int source);

    /// Reads a table whose columns are known. What is not read keeps its fate, and says why.
    void read(DocxTable& table, const DocxColumns& columns);

private:
    /// What a row says of its element.
    struct ElementCells {
        DocxCell* numberCell = nullptr;
        DocxCell* statementCell = nullptr;
        int number = -1;        ///< as it is written; -1: none is
        bool automatic = false; ///< Word counts it
        std::string statement;
        Place place;
    };

    /// What statements are compared by, worked out once: rows are many.
    struct Known {
        std::string key;
        std::string title;
        int meaning = 0;
    };

    void know(const Element& element);
    void header(DocxTable& table);
    void row(size_t index);
    void elementOf(size_t index);
    ElementCells elementCells(size_t index);
    [[nodiscard]] bool saysTheSame(const std::string& statement, int element) const;
    int numberFor(const ElementCells& cells);
    void startElement(const ElementCells& cells);
    void returnTo(const ElementCells& cells);
    void goOn(const std::string& statement, DocxCell& cell);
    [[nodiscard]] int nextInOrder();
    [[nodiscard]] bool isContinuation(const ElementCells& cells) const;
    DocxCell* readable(size_t index, DocxCell& cell, ColumnRole role);
    void positions(DocxCell& cell);
    void evidence(DocxCell& cell);
    void actions(size_t index, std::vector<DocxPoint>& steps);
    void opinion(DocxCell& cell);

    [[nodiscard]] Place placeOf(const DocxParagraph& paragraph) const { return {source_, paragraph.where}; }
    void remark(std::vector<ReportEntry>& list, const std::string& where, std::string text, std::string why);
    void report(std::vector<ReportEntry>& list, DocxParagraph& paragraph, std::string why);
    /// True for a point that only says that there is nothing, which is then reported.
    bool nothing(const DocxPoint& point);
    std::string webLink(const DocxPoint& point);
    std::vector<std::string> beside(size_t index, ColumnRole role, size_t actions);
    PartialDate dueFrom(const std::string& text, const std::string& where);

    Draft& draft_;
    int source_;
    DocxTable* table_ = nullptr;
    const DocxColumns* columns_ = nullptr;
    int current_ = 0; ///< the element that rows speak of; 0: none
    int last_ = 0;    ///< the number of the last element that was started
    std::map<int, Known> known_;
    std::string refusal_; ///< why the rows below belong to no element
    std::set<std::tuple<int, size_t, int, int>>
        merged_; ///< table, row, column and element of merged cells that were read
};

} // namespace sightline
