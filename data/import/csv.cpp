#include "data/import/csv.h"

#include <algorithm>
#include <optional>

#include "data/import/text.h"

namespace sightline {
namespace {

// Debian's libcsv strips spaces and blank lines, takes a lone CR for a line end, and says that a file is wrong but not
// where; a person with a broken file needs the line and the column.
class Parser {
public:
    Parser(std::string_view bytes, const std::string& place) : bytes_(bytes), place_(place) {}

    Result<std::vector<CsvRecord>> run() {
        if (bytes_.starts_with("\xEF\xBB\xBF")) at_ = lineStart_ = 3;
        if (const auto bad = invalidUtf8(bytes_)) return notUtf8(*bad);
        while (at_ < bytes_.size()) {
            if (records_.size() == kMostCsvRecords)
                return wrong(at_, "There are more than 20,000 rows.", FailureKind::TooLarge);
            record_ = {line_, {}};
            if (auto done = record(); !done) return tl::unexpected(done.error());
            if (!std::ranges::all_of(record_.cells, &std::string::empty)) records_.push_back(std::move(record_));
        }
        return std::move(records_);
    }

private:
    [[nodiscard]] bool atLineEnd() const {
        return at_ >= bytes_.size() || bytes_[at_] == '\n' || bytes_.substr(at_, 2) == "\r\n";
    }
    void passLineEnd() {
        if (at_ >= bytes_.size()) return;
        at_ += bytes_[at_] == '\r' ? size_t{2} : size_t{1};
        ++line_;
        lineStart_ = at_;
    }

    Result<void> record() {
        for (;;) {
            std::string cell;
            auto done = at_ < bytes_.size() && bytes_[at_] == '"' ? quoted(cell) : plain(cell);
            if (!done) return done;
            record_.cells.push_back(std::move(cell));
            if (record_.cells.size() > kMostCsvColumns)
                return wrong(at_, "There are more than " + std::to_string(kMostCsvColumns) + " columns.",
                             FailureKind::TooLarge);
            if (++cells_ > kMostCsvCells)
                return wrong(at_, "There are more than a million cells.", FailureKind::TooLarge);
            if (atLineEnd()) {
                passLineEnd();
                return {};
            }
            ++at_; // the comma
        }
    }

    Result<void> plain(std::string& cell) {
        for (; !atLineEnd() && bytes_[at_] != ','; ++at_) {
            if (bytes_[at_] == '"')
                return wrong(at_, "A quotation mark stands inside a cell that does not begin with one; "
                                  "put the whole cell in quotation marks and double those inside it.");
            if (auto done = keep(cell); !done) return done;
        }
        return {};
    }

    Result<void> quoted(std::string& cell) {
        const size_t opening = at_++;
        const int openingLine = line_;
        const size_t openingLineStart = lineStart_;
        while (at_ < bytes_.size()) {
            if (bytes_.substr(at_, 2) == "\"\"") {
                cell += '"';
                at_ += 2;
            } else if (bytes_[at_] == '"') {
                ++at_;
                if (atLineEnd() || bytes_[at_] == ',') return {};
                return wrong(at_,
                             "After the quotation mark that ends a cell, a comma or the end of the line must follow.");
            } else if (atLineEnd()) {
                cell += '\n';
                passLineEnd();
            } else {
                if (auto done = keep(cell); !done) return done;
                ++at_;
            }
        }
        line_ = openingLine;
        lineStart_ = openingLineStart;
        return wrong(opening, "The quotation mark that opens this cell is never closed.");
    }

    // A tab is white space in a spreadsheet's cell; every other control character is a sign of a wrong file.
    Result<void> keep(std::string& cell) {
        const char c = bytes_[at_];
        if (static_cast<unsigned char>(c) < 0x20 && c != '\t')
            return wrong(at_, "There is a control character, which no CSV file of text holds.");
        cell += c == '\t' ? ' ' : c;
        if (cell.size() > kLongestCsvCell)
            return wrong(at_, "There is a cell of more than 100,000 characters.", FailureKind::TooLarge);
        return {};
    }

    [[nodiscard]] tl::unexpected<Failure> wrong(size_t at, std::string sentence,
                                                FailureKind kind = FailureKind::BadContent) const {
        const size_t column = codePoints(bytes_.substr(lineStart_, at - lineStart_)).size() + 1;
        return fail(kind, place_ + ", line " + std::to_string(line_) + ", column " + std::to_string(column),
                    std::move(sentence));
    }

    tl::unexpected<Failure> notUtf8(size_t bad) {
        for (size_t i = 0; i < bad; ++i)
            if (bytes_[i] == '\n') {
                ++line_;
                lineStart_ = i + 1;
            }
        return wrong(bad, "The file is not UTF-8 text; in Excel, save it as \u201CCSV UTF-8 (comma delimited)\u201D.");
    }

    std::string_view bytes_;
    const std::string& place_;
    size_t at_ = 0;
    size_t lineStart_ = 0;
    int line_ = 1;
    size_t cells_ = 0;
    CsvRecord record_;
    std::vector<CsvRecord> records_;
};

} // namespace

Result<std::vector<CsvRecord>> parseCsv(std::string_view bytes, const std::string& place) {
    return Parser(bytes, place).run();
}

} // namespace sightline
