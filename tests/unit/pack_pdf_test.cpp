// The board pack is read back with poppler-utils and qpdf, as a reader would see it.
#include "data/export/pack_pdf.h"

#include <regex>

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include "data/lists.h"
#include "data/rules.h"
#include "data/sample.h"
#include "tests/support/example_checklist.h"
#include "tests/support/pdf_text.h"
#include "tests/support/places.h"
#include "tests/support/snapshot_files.h"
#include "tests/support/temp_folder.h"

namespace sightline {
namespace {

using testing::HasSubstr;
using testing::Not;
using testing_support::flat;
using testing_support::hasProgram;
using testing_support::pdfText;
using testing_support::printed;

const Day kDay = day(2026, 6, 14);

Snapshot example() {
    Snapshot snapshot;
    snapshot.checklist = exampleChecklist();
    snapshot.meta = {1, 12, "2026-06-10T09:30:00Z", "sightline test"};
    snapshot.digest = std::string(32, '3') + std::string(96, 'f');
    return snapshot;
}

std::string repeated(std::string_view text, int times) {
    std::string all;
    for (int i = 0; i < times; ++i) all += text;
    return all;
}

class PackPdf : public testing::Test {
protected:
    void SetUp() override {
        for (const char* program : {"pdftotext", "pdfinfo", "pdffonts", "qpdf"})
            if (!hasProgram(program)) GTEST_SKIP() << program << " is not installed, so the pack cannot be read back.";
    }

    std::filesystem::path write(const Snapshot& snapshot, Day asOf, const Snapshot* since = nullptr) {
        auto bytes = packPdf(makePack(snapshot, asOf, since));
        if (!bytes) throw std::runtime_error(bytes.error().message());
        return folder.write("pack.pdf", *bytes);
    }

    static int pages(const std::filesystem::path& file) {
        const std::string info = printed({"pdfinfo", file});
        std::smatch found;
        return std::regex_search(info, found, std::regex("Pages: +(\\d+)")) ? std::stoi(found[1]) : 0;
    }

    /// Every word stands within the margins, nothing is cut off at an edge, and all fonts travel along.
    static void expectSound(const std::filesystem::path& file) {
        const std::string boxes = printed({"pdftotext", "-bbox", file, "-"});
        const std::regex word("<word xMin=\"([-0-9.]+)\" yMin=\"([-0-9.]+)\" xMax=\"([-0-9.]+)\" yMax=\"([-0-9.]+)\"");
        for (std::sregex_iterator at(boxes.begin(), boxes.end(), word), end; at != end; ++at) {
            EXPECT_GE(std::stod((*at)[1]), 45);
            EXPECT_LE(std::stod((*at)[3]), 842 - 44);
            EXPECT_GE(std::stod((*at)[2]), 20);
            EXPECT_LE(std::stod((*at)[4]), 595 - 20);
        }
        std::istringstream fonts(printed({"pdffonts", file}));
        std::string line;
        std::getline(fonts, line);
        std::getline(fonts, line);
        while (std::getline(fonts, line)) EXPECT_TRUE(std::regex_search(line, std::regex(" yes yes yes "))) << line;
        EXPECT_THAT(printed({"qpdf", "--check", file}), HasSubstr("No syntax or stream encoding errors"));
    }

    TempFolder folder;
};

/// Numbers as `summarise` counts them, where the pack says them.
class PackNumbers : public PackPdf, public testing::WithParamInterface<std::string> {};

TEST_P(PackNumbers, AreThoseOfTheSummary) {
    const Snapshot snapshot = must(sampleSnapshot(GetParam()));
    const Checklist& list = snapshot.checklist;
    const Day asOf = *positionDay(list);
    const Summary sum = summarise(list, asOf);
    const auto file = write(snapshot, asOf);
    const auto number = [](int value) { return std::to_string(value); };

    const std::string overview = pdfText(file, 1);
    EXPECT_THAT(overview, HasSubstr(number(sum.outstanding) + " actions outstanding · "));
    EXPECT_THAT(overview,
                HasSubstr(number(sum.evidenceItems) + " pieces of evidence · " + number(sum.stale) + " stale"));
    const std::string map = pdfText(file, 2);
    EXPECT_THAT(map, HasSubstr(number(sum.gaps) + (sum.gaps == 1 ? " gap · " : " gaps · ") + number(sum.staleCells) +
                               " stale"));
    EXPECT_THAT(map, HasSubstr("Items, each counted once " + number(sum.itemsOnLine[0]) + " " +
                               number(sum.itemsOnLine[1]) + " " + number(sum.itemsOnLine[2])));
    for (std::size_t i = 0; i < list.elements.size(); ++i) {
        const Element& element = list.elements[i];
        const ElementSummary& counts = sum.elements[i];
        SCOPED_TRACE(element.title);
        const std::string title = number(element.number) + " " + element.title + " ";
        const bool noneDated = counts.outstanding > 0 && counts.undated == counts.outstanding;
        const std::string tile =
            number(counts.evidence) + " evidence " + number(counts.line(Line::Independent).count) + " independent " +
            number(counts.outstanding) + (counts.outstanding == 1 ? " action " : " actions ") +
            (noneDated ? number(counts.undated) + " no date" : number(counts.overdue) + " overdue");
        EXPECT_THAT(overview.substr(overview.find(title)).substr(0, 200), HasSubstr(opinionOf(list, element).word));
        EXPECT_THAT(overview.substr(overview.find(title)).substr(0, 200), HasSubstr(tile));
        std::string row = title;
        for (const LineSummary& line : counts.lines) {
            row += number(line.count) + " ";
            if (line.count == 0) row += "gap ";
            PartialDate newest = line.newest;
            newest.day = 0;
            if (line.count > 0) row += newest.known() ? "newest " + shortDate(newest) + " " : "none dated ";
            if (line.stale) row += line.guessed ? "stale · guessed " : "stale ";
            if (!line.stale && line.guessed) row += "guessed ";
        }
        EXPECT_THAT(map, HasSubstr(row + opinionOf(list, element).word));
    }
    const std::string all = pdfText(file);
    for (std::size_t i = 0; i < list.elements.size(); ++i) {
        const ElementSummary& counts = sum.elements[i];
        EXPECT_THAT(all, HasSubstr("Evidence " + number(counts.evidence) + " · " +
                                   number(counts.line(Line::Independent).count) + " independent " +
                                   number(counts.line(Line::Management).count) + " Management, " +
                                   number(counts.line(Line::Oversight).count) + " Oversight, " +
                                   number(counts.line(Line::Independent).count) + " Independent, " +
                                   number(counts.stale) + " stale"));
        EXPECT_THAT(all, HasSubstr("Next steps " + number(counts.outstanding) + " outstanding · "));
    }
    for (const ActionGroup& group : groupActions(list, ActionGrouping::ByDate, false, asOf))
        EXPECT_THAT(all, HasSubstr(group.heading + " " + number(static_cast<int>(group.actions.size()))));
    for (const Evidence& item : list.evidence) EXPECT_THAT(all, HasSubstr(flat(item.name)));
    for (const Action& action : list.actions) EXPECT_THAT(all, HasSubstr(flat(action.text)));
    for (const Opinion& opinion : list.scale)
        EXPECT_THAT(all, HasSubstr(flat(opinion.word + " " + opinion.definition)));
    expectSound(file);
}

INSTANTIATE_TEST_SUITE_P(Samples, PackNumbers, testing::Values("dorset", "northmoor"),
                         [](const auto& sample) { return sample.param; });

TEST_F(PackPdf, EveryPageSaysWhatItIsOf) {
    const Snapshot snapshot = example();
    const auto file = write(snapshot, kDay);
    const int count = pages(file);
    ASSERT_GE(count, 11);
    for (int page = 1; page <= count; ++page) {
        const std::string text = pdfText(file, page);
        EXPECT_THAT(text, HasSubstr("Exampleshire Council · Test of Assurance"));
        EXPECT_THAT(text, HasSubstr("Position at June 2026, current · Seen as of 14 June 2026"));
        EXPECT_THAT(text, HasSubstr("Snapshot 12, made 10 June 2026, 3333333333333333"));
        EXPECT_THAT(text, HasSubstr(std::to_string(page) + " of " + std::to_string(count)));
    }
    EXPECT_THAT(pdfText(file), HasSubstr(snapshot.digest.substr(0, 16)));
}

TEST_F(PackPdf, HasTitleLanguageStructureAndBookmarks) {
    const Snapshot snapshot = example();
    const auto file = write(snapshot, kDay);
    const std::string info = printed({"pdfinfo", file});
    EXPECT_THAT(info, testing::ContainsRegex("Title: +Exampleshire Council: Test of Assurance"));
    EXPECT_THAT(info, testing::ContainsRegex("CreationDate: +Wed Jun 10 09:30:00 2026"));
    EXPECT_THAT(info, testing::ContainsRegex("Tagged: +yes"));
    EXPECT_THAT(info, testing::ContainsRegex("Page size: +841.89 x 595.276 pts \\(A4\\)"));
    EXPECT_THAT(printed({"pdffonts", file}), HasSubstr("+Inter-Regular"));
    const std::string plain = printed({"qpdf", "--qdf", "--object-streams=disable", file, "-"});
    EXPECT_THAT(plain, HasSubstr("/Lang (en-GB)"));
    EXPECT_THAT(plain, HasSubstr("/DisplayDocTitle true"));
    EXPECT_THAT(plain, HasSubstr("/Scope /Column"));
    const std::string structure = printed({"pdfinfo", "-struct", file});
    for (const char* tag : {"Document", "Sect", "H1", "H2", "Table", "TH", "TD", "LI"})
        EXPECT_THAT(structure, HasSubstr(tag));

    const auto json = nlohmann::json::parse(printed({"qpdf", "--json", "--json-key=outlines", file}));
    std::vector<std::string> titles;
    for (const auto& bookmark : json["outlines"]) titles.push_back(bookmark["title"]);
    EXPECT_THAT(titles, testing::ElementsAre("Overview", "Assurance map", "Elements", "Actions", "About this checklist",
                                             "Legend"));
    ASSERT_EQ(json["outlines"][2]["kids"].size(), 6U);
    EXPECT_EQ(json["outlines"][2]["kids"][4]["title"], "5 Child protection systems");
    EXPECT_EQ(json["outlines"][2]["kids"][4]["destpageposfrom1"], 7);
}

TEST_F(PackPdf, SameSnapshotSameBytes) {
    const Snapshot snapshot = must(sampleSnapshot("northmoor"));
    EXPECT_EQ(must(packPdf(makePack(snapshot, kDay, nullptr))), must(packPdf(makePack(snapshot, kDay, nullptr))));
}

TEST_F(PackPdf, LongListsGoOnOverPages) {
    Snapshot snapshot = example();
    Checklist& list = snapshot.checklist;
    for (int i = 0; i < 200; ++i) {
        const std::string name = "Report " + std::to_string(1000 + i) + " to the board";
        Evidence item;
        item.id = 100 + i;
        item.name = name;
        item.line = Line::Oversight;
        item.covers = {2020, 1, 0};
        list.evidence.push_back(item);
        list.links.push_back({100 + i, 3, i + 1, {}});
        list.actions.push_back({100 + i, 3, "Step " + std::to_string(1000 + i), "", {}, ActionStatus::Open, {}, {}});
    }
    const auto file = write(snapshot, kDay);
    const std::string all = pdfText(file);
    for (int i = 0; i < 200; ++i) {
        EXPECT_THAT(all, HasSubstr("Report " + std::to_string(1000 + i) + " to the board"));
        EXPECT_THAT(all, HasSubstr("Step " + std::to_string(1000 + i)));
    }
    EXPECT_THAT(all, HasSubstr("3 Seniority and breadth of roles, continued"));
    EXPECT_THAT(all, HasSubstr("Evidence, continued"));
    EXPECT_THAT(all, HasSubstr("No date, continued Due Action Owner Element"));
    expectSound(file);
}

/// A text in every place that has one; names are one line.
Snapshot everywhere(const std::string& text) {
    Snapshot snapshot = example();
    Checklist& c = snapshot.checklist;
    const std::string name = flat(text);
    c.title = c.authority = c.service = c.approvedBy = name;
    c.kinds = {{1, name}};
    c.roleHolders = {{1, name, name, name, {}}};
    c.culture = c.background = {{1, text, {}}};
    for (Opinion& opinion : c.scale) opinion.definition = text;
    for (Element& element : c.elements) {
        element.title = element.opinionBy = name;
        element.statement = element.opinionReason = text;
        element.opinion = element.number % 5;
        element.opinionDate = {2020, 1, 2};
    }
    for (Position& position : c.positions) position.text = text;
    for (Evidence& item : c.evidence) {
        item.name = name;
        item.kind = 1;
    }
    for (Action& action : c.actions) {
        action.text = text;
        action.owner = name;
    }
    return snapshot;
}

TEST_F(PackPdf, LongTextsAreNeitherCutNorTooSmall) {
    for (const std::string& text : {repeated("Donaudampfschifffahrtsgesellschaft", 29),
                                    repeated("a board that meets and meets again, ", 27), repeated("point\n", 150)}) {
        const auto file = write(everywhere(text), kDay);
        expectSound(file);
    }
    // A whole text is read back, however many columns it runs through.
    std::string numbers;
    for (int i = 1000; i < 1900; ++i) numbers += "n" + std::to_string(i) + " ";
    Snapshot snapshot = example();
    snapshot.checklist.positions[0].text = numbers;
    const std::string all = pdfText(write(snapshot, kDay));
    for (int i = 1000; i < 1900; ++i) EXPECT_THAT(all, HasSubstr("n" + std::to_string(i))) << i;
}

TEST_F(PackPdf, NothingIsReadAsMarkup) {
    const auto file = write(everywhere("<b>Salt & pepper</b> %s &amp; \\n (x) 'y'"), kDay);
    EXPECT_THAT(pdfText(file), HasSubstr("<b>Salt & pepper</b> %s &amp; \\n (x) 'y'"));
    EXPECT_THAT(printed({"pdfinfo", file}), HasSubstr("<b>Salt & pepper</b>"));
    expectSound(file);
}

TEST_F(PackPdf, LettersInterDoesNotHaveAreShown) {
    expectSound(write(everywhere("日本語 🙂 \u05D0\u05D1 Łódź"), kDay));
}

TEST_F(PackPdf, SaysWhatIsEmpty) {
    Snapshot snapshot = example();
    Checklist& list = snapshot.checklist;
    list.roleHolders = {};
    list.culture = list.background = {};
    list.positions = {};
    list.evidence = {};
    list.links = {};
    list.actions = {};
    list.positionDate = {};
    const auto file = write(snapshot, kDay);
    const std::string all = pdfText(file);
    for (const char* words :
         {"No evidence is named for this element.", "No next steps are set for this element.",
          "The checklist gives no current position for this element.", "Nothing is overdue.", "0 actions outstanding",
          "The checklist names no role holders.", "Position date not given", "18 gaps"})
        EXPECT_THAT(all, HasSubstr(words));
    EXPECT_THAT(all, Not(HasSubstr("What changed")));
    list.elements = {};
    expectSound(write(snapshot, kDay));
}

TEST_F(PackPdf, TellsWhatChangedSince) {
    const Snapshot before = example();
    Snapshot after = example();
    after.checklist.positionDate = {2026, 9, 14};
    after.checklist.elements[0].opinion = 3;
    after.checklist.actions[0].status = ActionStatus::Done;
    after.checklist.positions[1].text = "A plan and a budget are in place.";
    after.checklist.evidence[1].covers = {2026, 9, 0};
    const auto file = write(after, day(2026, 9, 20), &before);
    const std::string all = pdfText(file);
    for (const char* words :
         {"What changed", "June 2026 → 14 September 2026", "Opinions 1 down", "1 Senior management arrangements",
          "Reasonable → Limited", "Close the two points.", "Evidence 1 refreshed", "was May 2026",
          "A plan and a budget are in place. reworded Element 1 Before: A plan is in place."})
        EXPECT_THAT(all, HasSubstr(words));
    expectSound(file);
}

/// The exit code of `sightline export`, and what it says on standard error.
std::pair<int, std::string> runExport(const std::string& words, const std::filesystem::path& folder) {
    const std::string errors = folder / "errors.txt";
    const std::string command =
        std::string(testing_support::kBinary) + " export " + words + " > /dev/null 2> '" + errors + "'";
    const int status = std::system(command.c_str());
    return {WEXITSTATUS(status), readBytes(errors)};
}

TEST(PackPdfCommand, RefusesInOneSentence) {
    const TempFolder folder;
    const std::string out = (folder.path() / "pack.pdf").string();
    EXPECT_EQ(runExport("--sample northmoor -o " + out, folder.path()), (std::pair<int, std::string>{0, ""}));
    const std::string broken = folder.write("broken.db", "SQLite format 3 but not quite");
    const std::string nowhere = (folder.path() / "no" / "pack.pdf").string();
    for (const std::string& words :
         {"--sample northmoor -o " + nowhere, "--sample northmoor -o " + folder.path().string() + "/x.pdf/y.pdf",
          "--sample northmoor --since " + broken + " -o " + out, "--sample northmoor --since " + out + " -o " + out,
          broken + " -o " + out}) {
        SCOPED_TRACE(words);
        const auto [code, said] = runExport(words, folder.path());
        EXPECT_EQ(code, 3);
        EXPECT_TRUE(std::regex_match(said, std::regex("sightline: [^\n]+: [A-Z][^\n]*\\.\n"))) << said;
    }
}

} // namespace
} // namespace sightline
