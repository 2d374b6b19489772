// One set of queries: what the wall, `summary --json` and the accessible page say must be the same numbers.

#include <map>
#include <regex>

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>
#include <pugixml.hpp>

#include "data/export/pack_html.h"
#include "data/export/summary_json.h"
#include "data/rules.h"
#include "data/sample.h"
#include "tests/support/pages.h"

namespace sightline {
namespace {

using nlohmann::json;
using testing_support::PageBuilder;
using testing_support::Scene;

/// What an element's numbers are called here, and what they are.
using Numbers = std::map<std::string, int>;
using ByElement = std::map<int, Numbers>;

class SameNumbers : public testing::TestWithParam<std::string> {
protected:
    void SetUp() override {
        snapshot = sampleSnapshot(GetParam()).value();
        asOf = positionDay(snapshot.checklist).value();
        const auto bytes = packHtml(makePack(snapshot, asOf, nullptr));
        ASSERT_TRUE(bytes);
        ASSERT_TRUE(page.load_string(bytes->c_str()));
        summary = json::parse(summaryJson(snapshot, asOf));
    }

    /// The rows of a section's first table, by element.
    [[nodiscard]] std::map<int, std::map<std::string, std::string>> rowsOf(const std::string& section) const {
        std::map<int, std::map<std::string, std::string>> rows;
        const std::string path = "//section[@aria-labelledby='" + section + "']/table[1]/tbody/tr";
        for (const auto& row : page.select_nodes(path.c_str())) {
            auto& cells = rows[std::stoi(row.node().child("th").child("a").text().get())];
            for (const auto& cell : row.node().select_nodes("td"))
                cells[cell.node().attribute("data-column").value()] = textOf(cell.node());
        }
        return rows;
    }
    static std::string textOf(const pugi::xml_node& node) {
        std::string words;
        for (const auto& piece : node.select_nodes(".//text()")) words += piece.node().value();
        return words;
    }
    /// The labels of a page's targets whose ids begin so.
    [[nodiscard]] std::vector<std::string> labels(Page which, std::string_view prefix) const {
        PageBuilder builder(snapshot, Room{1920, 1080, 65, 4});
        UiState state;
        state.here = {which, 0};
        std::vector<std::string> found;
        for (const Target& target : builder.build(Scene{"", state}).all())
            if (target.id.starts_with(prefix)) found.emplace_back(target.label);
        return found;
    }

    Snapshot snapshot;
    Day asOf{};
    pugi::xml_document page;
    json summary;
};

TEST_P(SameNumbers, OfEveryElement) {
    ByElement fromSummary;
    ByElement fromPage;
    ByElement fromWall;
    std::map<int, std::array<std::string, 3>> opinions;
    for (const json& one : summary["elements"]) {
        const int number = one["number"];
        opinions[number][0] = one["opinion"];
        for (const char* name : {"evidence", "independent", "outstanding", "overdue"})
            fromSummary[number][name] = one[name];
    }
    for (const auto& [number, cells] : rowsOf("overview")) {
        opinions[number][1] = cells.at("Opinion");
        fromPage[number] = {{"evidence", std::stoi(cells.at("Evidence"))},
                            {"independent", std::stoi(cells.at("Independent"))},
                            {"outstanding", std::stoi(cells.at("Actions"))},
                            {"overdue", std::stoi(cells.at("Overdue"))}};
    }
    const std::regex form("(\\d) .*: (.*), (\\d+) evidence, (\\d+) independent, (\\d+) outstanding, (\\d+) overdue");
    for (const std::string& label : labels(Page::Overview, "tile:")) {
        std::smatch part;
        ASSERT_TRUE(std::regex_match(label, part, form)) << label;
        const int number = std::stoi(part[1]);
        opinions[number][2] = part[2];
        fromWall[number] = {{"evidence", std::stoi(part[3])},
                            {"independent", std::stoi(part[4])},
                            {"outstanding", std::stoi(part[5])},
                            {"overdue", std::stoi(part[6])}};
    }
    EXPECT_EQ(fromSummary.size(), 6U);
    EXPECT_EQ(fromPage, fromSummary);
    EXPECT_EQ(fromWall, fromSummary);
    for (const auto& [number, words] : opinions) {
        EXPECT_TRUE(words[1].starts_with(words[0])) << number << words[1]; // "stale" may follow
        EXPECT_EQ(words[2], words[0]) << number;
    }
}

TEST_P(SameNumbers, OfEveryCellOfTheMap) {
    const auto rows = rowsOf("map");
    std::map<std::string, int> fromPage;
    std::map<std::string, int> fromSummary;
    std::map<std::string, int> fromWall;
    const std::array<std::string, 3> keys = {"management", "oversight", "independent"};
    const std::array<std::string, 3> ordinals = {"First line: ", "Second line: ", "Third line: "};
    for (const json& one : summary["elements"]) {
        const int number = one["number"];
        for (std::size_t i = 0; i < 3; ++i) {
            const std::string& word = snapshot.checklist.lines[i].word;
            const std::string name = "Element " + std::to_string(number) + ", " + word;
            const std::string words = rows.at(number).at(ordinals.at(i) + word);
            fromPage[name] = words.starts_with("Gap: no evidence") ? 0 : std::stoi(words);
            fromSummary[name] = one[keys.at(i)];
        }
    }
    for (const std::string& label : labels(Page::Map, "cell:"))
        fromWall[label.substr(0, label.find(": "))] = std::stoi(label.substr(label.find(": ") + 2));
    EXPECT_EQ(fromPage.size(), 18U);
    EXPECT_EQ(fromPage, fromSummary);
    EXPECT_EQ(fromWall, fromSummary);
}

TEST_P(SameNumbers, InAll) {
    std::map<std::string, int> figures;
    for (const auto& group : page.select_nodes("//dl[@class='figures']/div"))
        figures[group.node().child("dt").text().get()] = group.node().child("dd").text().as_int();
    EXPECT_EQ(figures.at("Actions outstanding"), summary["outstanding"]);
    EXPECT_EQ(figures.at("Actions overdue"), summary["overdue"]);
    EXPECT_EQ(figures.at("Pieces of evidence"), summary["evidence_items"]);

    int stale = 0; // per element, as every element's section says
    int staleInSummary = 0;
    for (const json& one : summary["elements"]) {
        const std::string id = "element-" + std::to_string(one["number"].get<int>());
        const std::string section = "//section[@aria-labelledby='" + id + "']";
        const auto rows =
            page.select_nodes((section + "//table[caption[starts-with(., 'Evidence')]]/tbody/tr").c_str());
        EXPECT_EQ(rows.size(), one["evidence"].get<std::size_t>()) << id;
        for (const auto& row : rows)
            stale += static_cast<int>(row.node().select_nodes("td//span[@class='stale']").size());
        staleInSummary += one["stale"].get<int>();
        const std::string late = section + "//table[caption[starts-with(., 'Next steps')]]//td[contains(., ' late')]";
        EXPECT_EQ(page.select_nodes(late.c_str()).size(), one["overdue"].get<std::size_t>()) << id;
    }
    EXPECT_EQ(stale, staleInSummary);
    const auto overdue = page.select_nodes("//table[caption='Actions: Overdue']/tbody/tr");
    EXPECT_EQ(overdue.size(), summary["overdue"].get<std::size_t>());
}

INSTANTIATE_TEST_SUITE_P(Samples, SameNumbers, testing::Values("dorset", "northmoor"),
                         [](const auto& sample) { return sample.param; });

} // namespace
} // namespace sightline
