#include "data/import/docx.h"

#include <algorithm>
#include <optional>

#include "data/import/docx_body.h"
#include "data/import/docx_columns.h"
#include "data/import/docx_preamble.h"
#include "data/import/docx_rows.h"
#include "data/import/text.h"

namespace sightline {
namespace {

class WordDocument {
public:
    WordDocument(Draft& out, DocxBody body, int source) : out_(out), body_(std::move(body)), source_(source) {}

    Result<void> read(const std::string& place) {
        findTables();
        if (std::ranges::none_of(columns_, [](const auto& columns) { return columns.has_value(); }))
            return tl::unexpected(noChecklist(place));
        preamble();
        DocxRows rows(out_, source_);
        for (size_t i = 0; i < tables_.size(); ++i)
            if (columns_[i]) rows.read(*tables_[i], *columns_[i]);
        if (out_.checklist.elements.empty())
            return fail(FailureKind::BadContent, place,
                        "The checklist table has a header row, but no element below it.");
        account();
        reportAsides();
        return {};
    }

private:
    void findTables() {
        for (DocxBlock& block : body_.blocks)
            if (DocxTable* table = std::get_if<DocxTable>(&block)) {
                auto columns = findColumns(*table);
                if (!columns && !columns_.empty() && columns_.back())
                    columns = continuedColumns(*table, *columns_.back());
                namePlaces(*table, columns);
                tables_.push_back(table);
                columns_.push_back(std::move(columns));
            }
    }

    static void namePlaces(DocxTable& table, const std::optional<DocxColumns>& columns) {
        for (size_t row = 0; row < table.rows.size(); ++row)
            for (DocxCell& cell : table.rows[row].cells) {
                const std::string column =
                    columns ? columns->nameOf(cell) : "column " + std::to_string(cell.column + 1);
                const std::string where = "table " + std::to_string(table.number) + ", row " + std::to_string(row + 1) +
                                          ", " + column + ", paragraph ";
                int number = 0;
                for (DocxParagraph& paragraph : cell.paragraphs)
                    if (!paragraph.text.empty()) paragraph.where = where + std::to_string(++number);
                if (!columns)
                    for (DocxParagraph& paragraph : cell.paragraphs)
                        paragraph.why = "in a table that is not the checklist";
            }
    }

    [[nodiscard]] Failure noChecklist(const std::string& place) const {
        const std::string what =
            tables_.empty() ? "The document holds no table." : "No table of the document is a checklist.";
        return {
            FailureKind::Foreign, place,
            what +
                " A checklist's table has a header row that names the elements and at least one of current position, "
                "evidence and next steps."};
    }

    void preamble() {
        std::vector<DocxParagraph*> before;
        std::vector<DocxParagraph*> after;
        size_t table = 0;
        bool seen = false;
        for (DocxBlock& block : body_.blocks) {
            if (std::holds_alternative<DocxTable>(block))
                seen = seen || columns_[table++].has_value();
            else
                (seen ? after : before).push_back(&std::get<DocxParagraph>(block));
        }
        std::vector<std::string> cells;
        for (const DocxTable* t : tables_)
            for (const DocxRow& row : t->rows)
                for (const DocxCell& cell : row.cells) cells.push_back(cell.text());
        readPreamble(out_, source_, before, after, body_.title, cells);
    }

    // Every paragraph with text has met its fate, or meets it here: what nobody has read is reported.
    void account() {
        for (DocxBlock& block : body_.blocks) {
            if (DocxParagraph* paragraph = std::get_if<DocxParagraph>(&block)) settle(*paragraph);
            if (DocxTable* table = std::get_if<DocxTable>(&block))
                for (DocxRow& row : table->rows)
                    for (DocxCell& cell : row.cells)
                        for (DocxParagraph& paragraph : cell.paragraphs) settle(paragraph);
        }
    }

    void settle(DocxParagraph& paragraph) {
        if (paragraph.text.empty()) return;
        SourceReport& source = out_.report.sources[static_cast<size_t>(source_) - 1];
        ++source.paragraphs;
        if (paragraph.fate == Fate::InRow)
            ++source.inRows;
        else if (paragraph.fate == Fate::Structure)
            ++source.structure;
        else
            ++source.reported;
        if (paragraph.fate != Fate::Unread) return;
        const std::string why = paragraph.why.empty() ? "not recognised as a part of the checklist" : paragraph.why;
        out_.report.skipped.push_back({out_.at({source_, paragraph.where}), paragraph.text, why, 1});
    }

    void skip(const std::string& text, const std::string& why) {
        out_.report.skipped.push_back({out_.at({source_, ""}), text, why, 0});
    }
    void skipCount(int count, const std::string& what) {
        if (count > 0) skip("", std::to_string(count) + " " + what);
    }

    void reportAsides() {
        const DocxAsides& asides = body_.asides;
        skipCount(asides.deletions, "tracked deletions or moves away, not counted");
        skipCount(asides.pictures, "pictures or embedded objects, not read");
        skipCount(asides.notes, "marks of footnotes or endnotes; the notes are not read");
        skipCount(asides.comments, "marks of comments; the comments are not read");
        skipCount(asides.links, "links that are very long, or too many in one paragraph, not kept");
        for (const std::string& text : asides.hidden) skip(text, "hidden text, or the prompt of an unfilled field");
        for (const std::string& text : asides.textBoxes) skip(text, "in a text box beside the text");
        if (asides.insertions > 0)
            out_.report.recognised.push_back(
                {out_.at({source_, ""}), "",
                 std::to_string(asides.insertions) + " tracked insertions or moves, counted as text", 0});
    }

    Draft& out_;
    DocxBody body_;
    int source_;
    std::vector<DocxTable*> tables_;
    std::vector<std::optional<DocxColumns>> columns_;
};

} // namespace

Result<void> readDocx(Draft& out, const OfficePackage& file, std::string_view bytes, const std::string& name) {
    const std::string& place = file.place();
    const auto package = openDocx(file);
    if (!package) return tl::unexpected(package.error());
    auto body = readBody(*package, place);
    if (!body) return tl::unexpected(body.error());
    const int source = out.addSource(name, "docx", bytes);
    if (auto done = WordDocument(out, std::move(*body), source).read(place); !done) return done;
    for (const std::string& part : package->unread)
        out.report.skipped.push_back(
            {name, "", "its part " + oneLine(part) + " (notes, comments, page headers or footers) is not read", 0});
    return {};
}

} // namespace sightline
