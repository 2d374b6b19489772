// The sheet Evidence of the register.
#include <algorithm>
#include <array>
#include <map>

#include "data/import/line_rule.h"
#include "data/import/new_id.h"
#include "data/import/register_rows.h"
#include "data/limits.h"

namespace sightline {
namespace {

class EvidenceReader {
public:
    EvidenceReader(RegisterTable& table, RegisterRows& out) : table_(table), out_(out) {
        for (const Line line : {Line::Management, Line::Oversight, Line::Independent})
            lines_.push_back(lineLabel(out.checklist.lines, line));
        for (size_t i = 0; i < 3; ++i) lines_.push_back(lines_[i] + std::string(kGuessed));
        for (const EvidenceKind& kind : out.checklist.kinds) kinds_.push_back(kind.word);
    }

    void read() {
        const std::vector<int> ids = table_.ids(column::kId, std::vector<bool>(table_.size(), true));
        for (size_t i = 0; i < table_.size(); ++i) {
            RegisterRow row = table_.row(i);
            readItem(row, ids[i]);
        }
        seatTicks();
    }

private:
    void readItem(RegisterRow& row, int id) {
        Evidence item;
        item.id = id;
        item.name = row.required(column::kName, limits::kName);
        item.detail = row.lines(column::kDetail, limits::kText);
        readLine(row, item);
        item.kind = kindOf(row);
        item.organisation = row.text(column::kOrganisation, limits::kName);
        item.covers = row.date(column::kCovers);
        item.reviewDue = row.date(column::kReviewDue);
        item.link = row.link(column::kLink);
        item.marking = row.text(column::kMarking, limits::kWord);
        item.file = row.fileName(column::kFile);
        item.place = {out_.source, row.where()};
        if (!readTicks(row, item))
            out_.report.unclear.push_back({row.placeOf(column::kName), item.name, "supports no element", 0});
        out_.checklist.evidence.push_back(std::move(item));
    }

    void readLine(RegisterRow& row, Evidence& item) {
        const auto choice = row.choice(column::kLine, lines_, false);
        if (choice) {
            item.line = static_cast<Line>(*choice % 3 + 1);
            item.lineGuessed = *choice >= 3;
            return;
        }
        if (!row.isEmpty(column::kLine))
            row.refuse(column::kLine, "This is no line of assurance; write " +
                                          orWords(std::span<const std::string>(lines_).first(3)) + ".");
        const LineGuess guess = guessLine(item.name);
        item.line = guess.line;
        item.lineGuessed = true;
        out_.report.guessed.push_back({row.placeOf(column::kLine), item.name, lineGuessInWords(guess), 0});
    }

    int kindOf(RegisterRow& row) {
        if (row.isEmpty(column::kKind)) return 0;
        auto& kinds = out_.checklist.kinds;
        if (const auto choice = row.choice(column::kKind, kinds_, false)) return kinds[*choice].id;
        const std::string word = row.required(column::kKind, limits::kWord);
        if (kinds.size() == limits::kKinds) {
            row.refuse(column::kKind, "There are more than 1,000 kinds of evidence; a word of the sheet Scale is "
                                      "expected.");
            return 0;
        }
        kinds.push_back({NewIds(kinds).next(), word});
        kinds_.push_back(word);
        out_.report.recognised.push_back({row.placeOf(column::kKind), word, "a new kind of evidence", 0});
        return kinds.back().id;
    }

    bool readTicks(RegisterRow& row, const Evidence& item) {
        bool any = false;
        for (const RegisterColumn& column : registerSheet(sheet::kEvidence).columns) {
            if (column.use != CellUse::Tick) continue;
            const auto seat = row.tick(column.header);
            if (!seat) continue;
            const int element = tickedElement(column.header);
            if (std::ranges::count(out_.checklist.elements, element, &Element::number) == 0)
                row.refuse(column.header, "There is no element " + std::to_string(element) + " on the sheet Elements.");
            ticks_.push_back({item.id, element, *seat, item.place});
            any = true;
        }
        return any;
    }

    // Ticks without a place come after those with one, in the order of the rows.
    void seatTicks() {
        std::map<int, int> last;
        for (const EvidenceLink& tick : ticks_) last[tick.element] = std::max(last[tick.element], tick.seat);
        for (EvidenceLink& tick : ticks_)
            if (tick.seat == 0) tick.seat = ++last[tick.element];
        out_.checklist.links = std::move(ticks_);
    }

    RegisterTable& table_;
    RegisterRows& out_;
    std::vector<std::string> lines_; // the three, then the same as guessed
    std::vector<std::string> kinds_; // in the order of the checklist's
    std::vector<EvidenceLink> ticks_;
};

} // namespace

void readRegisterEvidence(RegisterTable& table, RegisterRows& out) { EvidenceReader(table, out).read(); }

} // namespace sightline
