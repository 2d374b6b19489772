// The sheet Scale: lists that stand beside each other, each with columns of its own.
#include <algorithm>
#include <array>
#include <limits>

#include "data/import/register_rows.h"
#include "data/limits.h"
#include "data/schema.h"

namespace sightline {
namespace {

constexpr int kMostRank = std::numeric_limits<int>::max();
constexpr const char* kTwice = "Another row of the scale has this too, and no two may.";

template <class Words>
std::vector<std::string> wordsOf(const Words& words) {
    return {words.begin(), words.end()};
}

void readOpinions(RegisterTable& table, RegisterRows& out) {
    auto& scale = out.checklist.scale;
    const std::vector<int> ids = table.ids(column::kOpinionId, table.filled(column::kOpinion));
    for (size_t i = 0; i < table.size(); ++i) {
        RegisterRow row = table.row(i);
        if (row.isEmpty(column::kOpinion)) continue;
        Opinion opinion;
        opinion.id = ids[i];
        opinion.word = row.required(column::kOpinion, limits::kWord);
        opinion.rank = row.number(column::kRank, 1, kMostRank);
        const auto colour = row.choice(column::kColour, wordsOf(kColourRoles));
        const auto shape = row.choice(column::kShape, wordsOf(kShapes));
        if (row.isEmpty(column::kColour)) row.refuse(column::kColour, "The cell is empty; a colour is expected.");
        if (row.isEmpty(column::kShape)) row.refuse(column::kShape, "The cell is empty; a shape is expected.");
        opinion.definition = row.requiredLines(column::kDefinition, limits::kText);
        if (!colour || !shape) continue;
        opinion.colour = static_cast<ColourRole>(*colour);
        opinion.shape = static_cast<Shape>(*shape);
        for (const Opinion& other : scale) {
            if (other.word == opinion.word) row.refuse(column::kOpinion, kTwice);
            if (other.rank == opinion.rank) row.refuse(column::kRank, kTwice);
            if (other.colour == opinion.colour) row.refuse(column::kColour, kTwice);
            if (other.shape == opinion.shape) row.refuse(column::kShape, kTwice);
        }
        scale.push_back(opinion);
    }
    if (!scale.empty() && std::ranges::count(scale, ColourRole::None, &Opinion::colour) != 1)
        out.wrong.add(std::string(sheet::kScale),
                      "One word needs the colour \u201Cnone\u201D: what an element shows that nobody has given an "
                      "opinion on.");
}

void readLines(RegisterTable& table, RegisterRows& out) {
    auto& lines = out.checklist.lines;
    bool twice = false;
    for (size_t i = 0; i < table.size(); ++i) {
        RegisterRow row = table.row(i);
        if (row.isEmpty(column::kLine)) continue;
        const auto id = static_cast<Line>(row.number(column::kLineId, 1, 3));
        if (std::ranges::count(lines, id, &AssuranceLine::id) > 0) {
            row.refuse(column::kLineId, "This line of assurance is there twice.");
            twice = true;
            continue;
        }
        lines.push_back({id, row.required(column::kLine, limits::kWord), row.number(column::kStaleAfter, 1, 240)});
    }
    std::ranges::sort(lines, {}, &AssuranceLine::id);
    if (!lines.empty() && lines.size() != 3 && !twice)
        out.wrong.add(std::string(sheet::kScale),
                      "The three lines of assurance are expected, with the line ids 1, 2 and 3.");
}

void readKinds(RegisterTable& table, RegisterRows& out) {
    auto& kinds = out.checklist.kinds;
    const std::vector<int> ids = table.ids(column::kKindId, table.filled(column::kKind));
    for (size_t i = 0; i < table.size(); ++i) {
        RegisterRow row = table.row(i);
        if (row.isEmpty(column::kKind)) continue;
        const std::string word = row.required(column::kKind, limits::kWord);
        if (std::ranges::count(kinds, word, &EvidenceKind::word) > 0)
            row.refuse(column::kKind, "This kind is there twice.");
        else
            kinds.push_back({ids[i], word});
    }
}

} // namespace

void readScale(RegisterTable& table, RegisterRows& out) {
    readOpinions(table, out);
    readLines(table, out);
    readKinds(table, out);
}

} // namespace sightline
