// How long the wall takes to answer a keystroke on its search page: finding, and making what is shown. The snapshot is
// generated: 100,000 items of evidence with a million words, a vocabulary of 40,000 and Zipf's frequencies.
//
//     build/release/tests/bench/search [ITEMS [WORDS_AN_ITEM]]     (100000, 10)
//
// The bar: the slowest keystroke within one frame at 60 Hz, 16.7 ms.
#include <algorithm>
#include <chrono>
#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <memory>
#include <random>
#include <string>
#include <thread>
#include <vector>

#include "data/defaults.h"
#include "data/rules.h"
#include "data/search/search_index.h"
#include "tests/support/pages.h"

namespace {

using namespace sightline;

double processorMilliseconds() {
    timespec now{};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
    return static_cast<double>(now.tv_sec) * 1e3 + static_cast<double>(now.tv_nsec) / 1e6;
}

double wallMilliseconds() {
    return std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now().time_since_epoch()).count();
}

/// The words that come often in such texts first, then made-up ones with the letters of English.
std::vector<std::string> vocabulary(std::size_t size, std::mt19937& random) {
    std::vector<std::string> words = {
        "the",         "of",        "and",       "to",        "in",        "for",        "children",   "a",
        "report",      "review",    "services",  "social",    "care",      "family",     "board",      "safeguarding",
        "annual",      "young",     "people",    "plan",      "audit",     "with",       "strategy",   "performance",
        "partnership", "education", "quality",   "assurance", "health",    "hub",        "inspection", "Ofsted",
        "minutes",     "scrutiny",  "committee", "locality",  "workforce", "children’s", "protection", "conversation"};
    constexpr std::string_view kLetters =
        "eeeeeeeeeeeetttttttttaaaaaaaaooooooooiiiiiiinnnnnnnsssssshhhhhhrrrrrrddddlllluuucc"
        "cmmmwwffggyyppbbvkjxqzé";
    std::uniform_int_distribution<std::size_t> length(3, 11);
    std::uniform_int_distribution<std::size_t> letter(0, kLetters.size() - 3);
    while (words.size() < size) {
        std::string& word = words.emplace_back();
        for (std::size_t i = length(random); i > 0; --i) word += kLetters[letter(random)];
    }
    return words;
}

/// Draws words as often as people use them: the n-th most frequent with a share of 1/n.
class Texts {
public:
    explicit Texts(std::size_t size) : words_(vocabulary(size, random_)) {
        std::vector<double> shares(size);
        for (std::size_t i = 0; i < size; ++i) shares[i] = 1.0 / static_cast<double>(i + 1);
        pick_ = std::discrete_distribution<std::size_t>(shares.begin(), shares.end());
    }
    std::string text(int count) {
        std::string text;
        for (int i = 0; i < count; ++i) text += (i > 0 ? " " : "") + words_[pick_(random_)];
        return text;
    }

private:
    std::mt19937 random_{20260614};
    std::vector<std::string> words_;
    std::discrete_distribution<std::size_t> pick_;
};

std::shared_ptr<const Snapshot> generated(int items, int wordsAnItem) {
    auto snapshot = std::make_shared<Snapshot>();
    Checklist& checklist = snapshot->checklist;
    checklist.positionDate = {2026, 6, 14};
    checklist.scale = defaultScale();
    checklist.lines = defaultLines();
    Texts texts(40'000);
    for (int number = 1; number <= 6; ++number)
        checklist.elements.push_back({number, defaultElementTitle(number), texts.text(40), 0, "", {}, "", {}});
    for (int id = 1; id <= items; ++id) {
        Evidence& item = checklist.evidence.emplace_back();
        item.id = id;
        item.name = texts.text((wordsAnItem + 1) / 2);
        item.detail = texts.text(wordsAnItem / 2);
        item.covers = {2020 + id % 7, 1 + id % 12, 0};
        checklist.links.push_back({id, 1 + id % 6, id, {}});
    }
    for (int id = 1; id <= 600; ++id) checklist.positions.push_back({id, 1 + id % 6, texts.text(30), {}});
    for (int id = 1; id <= 600; ++id)
        checklist.actions.push_back(
            {id, 1 + id % 6, texts.text(15), "Head of Quality", {}, ActionStatus::Open, {}, {}});
    return snapshot;
}

/// Typed letter by letter. The last ones are what costs most: words in almost every text, and many short beginnings.
const std::vector<std::string> kTyped = {"family hub",
                                         "safeguarding annual report 2026",
                                         "children’s services",
                                         "OFSTED Inspection",
                                         "the board of social care",
                                         "éducation",
                                         "xyzzy nothing",
                                         "e t a o i n s h",
                                         "t a s c f r p o",
                                         "th an of to in fo re se",
                                         "the and of to in for children report"};

struct Times {
    std::vector<double> processor;
    std::vector<double> wall;
};

double share(std::vector<double> times, double part) {
    std::ranges::sort(times);
    return times[static_cast<std::size_t>(std::ceil(part * static_cast<double>(times.size()))) - 1];
}

void print(const char* what, const Times& times) {
    const auto line = [&](const char* clock, const std::vector<double>& values) {
        std::printf("%s, %s: median %.2f ms, 99th percentile %.2f ms, worst %.2f ms\n", what, clock, share(values, 0.5),
                    share(values, 0.99), share(values, 1));
    };
    line("processor time", times.processor);
    line("wall-clock time", times.wall);
}

template <class Work>
void measure(Times& times, Work&& work) {
    const double wall = wallMilliseconds();
    const double processor = processorMilliseconds();
    work();
    times.processor.push_back(processorMilliseconds() - processor);
    times.wall.push_back(wallMilliseconds() - wall);
}

/// Every keystroke as the wall meets it: what is found, and the page that shows it.
struct Keystrokes {
    Times finding;
    Times page; ///< laying it out, without what the graphics driver does with it
    double slowest = 0;
    std::string slowestQuery;

    void type(testing_support::PageBuilder& pages, int rounds) {
        Targets targets;
        testing_support::Scene scene{"", {}};
        scene.state.here = {Page::Search};
        for (int round = 0; round < rounds; ++round)
            for (const std::string& typed : kTyped)
                for (std::size_t length = 1; length <= typed.size(); ++length) {
                    scene.state.query = typed.substr(0, length);
                    measure(finding, [&] { refreshView(pages.view, scene.state, nullptr); });
                    measure(page, [&] {
                        pages.frame().build(pages.view, scene.state, lookOf(ThemeName::Light), {}, targets);
                    });
                    if (finding.processor.back() <= slowest) continue;
                    slowest = finding.processor.back();
                    slowestQuery =
                        "\"" + scene.state.query + "\", " + std::to_string(pages.view.found.found) + " found";
                }
    }
};

} // namespace

int main(int argc, char** argv) {
    const int items = argc > 1 ? std::atoi(argv[1]) : 100'000;
    const int wordsAnItem = argc > 2 ? std::atoi(argv[2]) : 10;
    const auto snapshot = generated(items, wordsAnItem);

    Times building;
    std::shared_ptr<const SearchIndex> index;
    measure(building, [&] { index = SearchIndex::build(snapshot); });
    std::printf("index: %d items, %zu words, %zu places; built in %.0f ms (%.0f ms of processor time), %.1f MiB\n",
                items, index->words(), index->places(), building.wall.front(), building.processor.front(),
                static_cast<double>(index->memory()) / (1 << 20));

    testing_support::PageBuilder pages(*snapshot, {});
    pages.view.search = index;
    Keystrokes quiet;
    quiet.type(pages, 20);
    std::printf("%zu keystrokes\n", quiet.page.wall.size());
    print("finding", quiet.finding);
    print("the page", quiet.page);
    std::printf("slowest to find: %s\n", quiet.slowestQuery.c_str());

    Keystrokes meanwhile;
    {
        const std::jthread loader([&](const std::stop_token& stop) {
            while (!stop.stop_requested()) SearchIndex::build(snapshot, stop);
        });
        meanwhile.type(pages, 5);
    }
    std::puts("while another thread builds the index over and over:");
    print("finding", meanwhile.finding);
    print("the page", meanwhile.page);
    return share(quiet.finding.processor, 1) + share(quiet.page.processor, 1) < 1000.0 / 60 ? 0 : 1;
}
