#include "app/cli.h"

#include <CLI/CLI.hpp>

#include "app/option_words.h"
#include "app/page_name.h"
#include "app/version.h"
#include "data/sample.h"
#include "data/site.h"

namespace sightline {

namespace {

/// Snapshots that `diff` takes; all of them are in memory at once.
constexpr int kMostCompared = 100;

/// Turns a word into a value, or says what was expected. CLI11 shows the sentence and the option's name.
template <class Value>
CLI::Option* addRead(CLI::App& app, const std::string& name, Value& target, const std::string& help,
                     const std::function<std::optional<std::decay_t<Value>>(const std::string&)>& read,
                     const std::string& expected) {
    return app
        .add_option_function<std::string>(
            name,
            [&target, name, read, expected](const std::string& word) {
                const auto value = read(word);
                if (!value) throw CLI::ValidationError(name, "\"" + word + "\" is not " + expected);
                target = *value;
            },
            help)
        ->type_name("");
}

/// CLI11's own range lets "nan" through.
CLI::Validator between(Bounds bounds) {
    const CLI::Range range(bounds.low, bounds.high);
    return CLI::Validator(
        [range](std::string& word) {
            return word.find_first_of("nN") == std::string::npos ? range(word) : "\"" + word + "\" is not a number";
        },
        "");
}

/// Digits only: CLI11 would take "-2" and "2.5" for whole numbers of some kind.
CLI::Validator wholeBetween(std::size_t low, std::size_t high) {
    return CLI::Validator(
        [low, high](std::string& word) {
            const bool digits = !word.empty() && word.size() <= 5 && word.find_first_not_of("0123456789") == word.npos;
            const std::size_t value = digits ? std::stoul(word) : 0;
            if (digits && value >= low && value <= high) return std::string();
            return "\"" + word + "\" is not a whole number from " + std::to_string(low) + " to " + std::to_string(high);
        },
        "");
}

std::optional<Day> parseDay(const std::string& word) {
    const auto date = parseIsoDate(word);
    if (!date || date->day == 0) return std::nullopt;
    return date->first();
}

void addSize(CLI::App& app, const std::string& name, Size& size, const std::string& help) {
    addRead<Size>(app, name, size, help + " (WIDTHxHEIGHT, 320 to 16384 pixels each)", parseSize,
                  "a size such as 1920x1080, each side 320 to 16384 pixels");
}

void addAsOf(CLI::App& app, std::optional<Day>& asOf) {
    app.add_option_function<std::string>(
           "--as-of",
           [&asOf](const std::string& word) {
               asOf = parseDay(word);
               if (!asOf) throw CLI::ValidationError("--as-of", "\"" + word + "\" is not a day such as 2026-06-14");
           },
           "Look at it from this day (YYYY-MM-DD). Otherwise: today, and for a sample its own position date")
        ->type_name("DAY");
}

void addViewing(CLI::App& app, Viewing& viewing) {
    addAsOf(app, viewing.asOf);
    addRead<ThemeName>(app, "--theme", viewing.theme, "light (default), dark, high-contrast or black-and-white",
                       parseTheme, "light, dark, high-contrast or black-and-white");
    app.add_option("--text", viewing.textPercent, "How large text is, 100 (default) to 200 per cent")
        ->check(wholeBetween(kLeastText, kMostText))
        ->type_name("PERCENT");
    app.add_option("--diagonal", viewing.diagonalIn, "Panel diagonal in inches, 10 to 150 (default 65)")
        ->check(between(kDiagonalIn))
        ->type_name("INCHES");
    app.add_option("--distance", viewing.distanceM, "Distance to the farthest seat in metres, 0.5 to 20 (default 4)")
        ->check(between(kDistanceM))
        ->type_name("METRES");
}

std::set<std::string> givenIn(const CLI::App& app) {
    std::set<std::string> names;
    for (const CLI::Option* option : app.get_options())
        if (option->count() > 0) names.insert(option->get_name());
    return names;
}

/// A snapshot, or --sample NAME. `needed`: one of them must be there.
void addSource(CLI::App& app, SourceChoice& source, bool needed) {
    auto* snapshot = app.add_option("SNAPSHOT", source.snapshot, "The snapshot file")->type_name("");
    auto* sample = app.add_option("--sample", source.sample, "One of the program's own examples instead")
                       ->check(CLI::IsMember(sampleNames()))
                       ->excludes(snapshot)
                       ->type_name("NAME");
    if (!needed) return;
    app.parse_complete_callback([snapshot, sample] {
        if (snapshot->empty() && sample->empty())
            throw CLI::ValidationError("SNAPSHOT", "name a snapshot file, or --sample NAME");
    });
}

void addStill(CLI::App& app, StillOptions& still) {
    addSource(app, still.source, false);
    app.parse_complete_callback([&app, &still] {
        still.given = givenIn(app);
        // The test pattern is about panel and room alone.
        if (still.source.snapshot.empty() && still.source.sample.empty() && still.page.page != Page::Pattern)
            throw CLI::ValidationError("SNAPSHOT", "name a snapshot file, or --sample NAME");
    });
    addRead<Location>(
        app, "--page", still.page,
        "overview (default), element:NUMBER, evidence, evidence:ID, evidence:ID:PAGE, actions, map, changes, "
        "search:WORDS, about, health or pattern; meeting, meeting:STEP, meeting:STEP:PAGE, meeting:attention:STEP, "
        "meeting:end, rotation:PLACE, rotation:PLACE:paused; pin (the keypad; also pin:typed, pin:wrong, pin:wait) or "
        "curtain",
        [&still](const std::string& word) {
            still.query = queryInPageName(word);
            still.occasion = parseOccasion(word);
            still.over = coverInPageName(word);
            if (!still.over.empty()) return std::optional<Location>(Location{});
            return still.occasion ? still.occasion->page.value_or(Location{}) : parsePageName(word);
        },
        "a page: overview, element:3, evidence, evidence:12, actions, map, changes, search:words, about, health, "
        "pattern, meeting:3, rotation:2, pin or curtain");
    app.add_flag("--opened", still.opened, "As after the PIN: marked items are open");
    app.add_option("--since", still.since, "An earlier snapshot, for the page of changes")->type_name("OLD");
    addSize(app, "--size", still.size, "Size of the picture, 1920x1080 unless given");
    app.add_option("--config", still.config, "As on a wall with this configuration file (default: with none)")
        ->type_name("FILE");
    addViewing(app, still.viewing);
}

void describeDiff(CLI::App& app, DiffOptions& diff) {
    auto* snapshots = app.add_option("SNAPSHOT", diff.snapshots,
                                     "The snapshots to compare, oldest first: the first with the last; those between "
                                     "tell how often dates moved")
                          ->expected(2, kMostCompared)
                          ->type_name("");
    auto* sample = app.add_option("--sample", diff.sample, "One of the program's own examples, with what it was before")
                       ->check(CLI::IsMember(sampleNames()))
                       ->excludes(snapshots)
                       ->type_name("NAME");
    app.parse_complete_callback([snapshots, sample] {
        if (snapshots->empty() && sample->empty())
            throw CLI::ValidationError("SNAPSHOT", "name two snapshot files or more, or --sample NAME");
    });
    app.add_flag("--json", diff.json, "As JSON");
    addAsOf(app, diff.asOf);
}

void describeExport(CLI::App& app, ExportOptions& wanted) {
    addSource(app, wanted.source, true);
    app.add_option("-o,--output", wanted.output, "The file to write; its ending says what is made")
        ->required()
        ->type_name("FILE");
    app.add_option("--since", wanted.since, "An earlier snapshot: also tell what changed since")->type_name("OLD");
    addAsOf(app, wanted.asOf);
}

void describePages(CLI::App& app, ImportOptions& import) {
    auto* folder =
        app.add_option("--evidence", import.evidence,
                       "Folder of the evidence itself (PDF, PNG, JPEG; Office files through LibreOffice): its pages go "
                       "into the snapshot")
            ->type_name("FOLDER");
    auto* previous =
        app.add_option("--previous", import.previous,
                       "Take pages of unchanged files over from this snapshot (otherwise from the one that "
                       "is replaced)")
            ->type_name("SNAPSHOT");
    app.add_flag("--without-pages", import.withoutPages, "Leave out the pages of the snapshot that is replaced")
        ->excludes(folder)
        ->excludes(previous);
}

void addKeys(CLI::App& app, std::string& folder) {
    app.add_option("--keys", folder, "Folder of the public keys that sign snapshots (default: /etc/sightline/keys.d)")
        ->type_name("FOLDER");
}

CLI::Validator siteName() {
    return CLI::Validator([](std::string& word) { return isSiteName(word) ? std::string() : kSiteRule; }, "");
}

void describeSigning(CLI::App& app, ImportOptions& import) {
    app.add_flag("--for-signing", import.forSigning, "Print the command of minisign that signs the snapshot");
    app.add_option("--site", import.site,
                   "Whose snapshot it is (default: as the one that is replaced, else from the council's name)")
        ->check(siteName())
        ->type_name("NAME");
    app.add_option_function<std::string>(
           "--expires",
           [&import](const std::string& word) {
               import.expires = parseDay(word);
               if (!import.expires)
                   throw CLI::ValidationError("--expires", "\"" + word + "\" is not a day such as 2027-06-14");
           },
           "The last day on which it holds (YYYY-MM-DD). Otherwise: for ever, and with --for-signing a year")
        ->type_name("DAY");
}

void describeShow(CLI::App& app, ShowOptions& show) {
    addSource(app, show.source, false);
    app.add_option_function<std::string>(
           "--windowed",
           [&show](const std::string& word) {
               show.windowed = parseSize(word);
               if (!show.windowed)
                   throw CLI::ValidationError("--windowed", "\"" + word + "\" is not a size such as 1920x1080");
           },
           "A window of this size instead of the full screen (WIDTHxHEIGHT)")
        ->type_name("SIZE");
    addViewing(app, show.viewing);
    app.add_option("--idle", show.idleSeconds,
                   "Seconds without a touch until the wall offers to go back to the overview (default 120; 0: never)")
        ->check(between(kIdleSeconds))
        ->type_name("SECONDS");
    app.add_option("--state", show.state, "Folder in which the last good copy of the snapshot is kept")
        ->type_name("FOLDER");
    app.add_option("--keep", show.keep, "Snapshots kept there for comparing, 2 to 100 (default 24)")
        ->check(wholeBetween(kLeastKeptSnapshots, kMostKeptSnapshots))
        ->type_name("NUMBER");
    addKeys(app, show.keys);
    app.add_option("--site", show.site, "Show signed snapshots of this site only (default: the first one's)")
        ->check(siteName())
        ->type_name("NAME");
    app.add_option("--trace", show.trace, "Write one line of JSON for everything that happens to this file")
        ->type_name("FILE");
    app.add_option("--config", show.config,
                   "Settings for what is not given here (default: /etc/sightline/sightline.toml where that is)")
        ->type_name("FILE");
    app.parse_complete_callback([&app, &show] { show.given = givenIn(app); });
}

void describeConfig(CLI::App& app, ConfigOptions& config) {
    app.add_option("FILE", config.file, "The configuration file, /etc/sightline/sightline.toml unless given")
        ->type_name("");
}

/// Everything the command line can ask for, and where its values go.
struct Parser {
    ShowOptions show;
    RenderCommand render;
    TargetsCommand targets;
    ImportOptions import;
    PublishOptions publish;
    VerifyCommand verify;
    CheckOptions check;
    SummaryOptions summary;
    DiffOptions diff;
    ExportOptions exporting;
    TemplateOptions emptyRegister;
    ConfigCheckCommand configCheck;
    ConfigShowCommand configShow;
    ConfigSetPinCommand configSetPin;
    StatusOptions status;
    std::optional<Order> order;
    CLI::App app{"Sightline shows a council's Test of Assurance on a meeting-room touch wall.", "sightline"};

    Parser();
    template <class Options>
    CLI::App& add(const std::string& name, const std::string& help, Options& options) {
        return add(app, name, help, options);
    }
    template <class Options>
    CLI::App& add(CLI::App& to, const std::string& name, const std::string& help, Options& options) {
        auto* command = to.add_subcommand(name, help);
        command->final_callback([this, &options] { order = options; });
        return *command;
    }
};

Parser::Parser() {
    app.set_version_flag("--version", std::string("sightline ") + kVersion);
    app.require_subcommand(1);
    app.footer(
        "Ends with 0: all is well; 1: done, but something needs a person's eye; 2: the command line is wrong;\n"
        "3: an input was unreadable or refused, or the output could not be written; 4: no display or no OpenGL;\n"
        "75: the graphics card was reset, start the wall again.");

    describeShow(add("show", "Show a snapshot on the wall", show), show);

    auto& renderApp = add("render", "Draw one page into a PNG file", render);
    addStill(renderApp, render);
    renderApp.add_option("-o,--output", render.output, "The PNG file to write")->required()->type_name("FILE");

    auto& targetsApp = add("targets", "List what can be touched on one page", targets);
    addStill(targetsApp, targets);
    targetsApp.add_flag("--json", targets.json, "As JSON");

    auto& importApp = add("import", "Turn Word checklists, a register or CSV files into a snapshot", import);
    importApp
        .add_option("INPUT", import.inputs,
                    "Word documents (.docx), a register (.xlsx, .ods), both, or one folder of CSV files")
        ->required()
        ->type_name("");
    importApp.add_option("-o,--output", import.output, "The snapshot file to write")->required()->type_name("FILE");
    importApp.add_option("--report", import.report, "Also write the report as JSON to this file")->type_name("FILE");
    describePages(importApp, import);
    describeSigning(importApp, import);

    auto& publishApp = add("publish", "Turn a database that holds Sightline's tables into a snapshot", publish);
    publishApp.add_option("DATABASE", publish.database, "A SQLite database with the documented tables")
        ->required()
        ->type_name("");
    publishApp.add_option("-o,--output", publish.output, "The snapshot file to write")->required()->type_name("FILE");
    addKeys(publishApp, publish.keys);

    auto& verifyApp = add("verify", "Say what is known of a snapshot's signature, and by which key", verify);
    verifyApp.add_option("SNAPSHOT", verify.snapshot, "The snapshot file")->required()->type_name("");
    addKeys(verifyApp, verify.keys);

    add("check", "Say whether a snapshot is sound, and what is in it", check)
        .add_option("SNAPSHOT", check.snapshot, "The snapshot file")
        ->required()
        ->type_name("");

    auto& summaryApp = add("summary", "Print the counts of a snapshot", summary);
    addSource(summaryApp, summary.source, true);
    addAsOf(summaryApp, summary.asOf);
    summaryApp.add_flag("--json", summary.json, "As JSON");

    describeDiff(add("diff", "Say what changed from one snapshot to another", diff), diff);

    add("template", "Make an empty register, for a council that starts afresh", emptyRegister)
        .add_option("-o,--output", emptyRegister.output, "The Excel workbook (.xlsx) to write")
        ->required()
        ->type_name("FILE");

    describeExport(add("export", "Make a document of a snapshot", exporting), exporting);

    auto& config = *app.add_subcommand("config", "Look at the wall's configuration file, or set the PIN in it");
    config.require_subcommand(1);
    describeConfig(add(config, "check", "Say whether the wall would take it, and why not", configCheck), configCheck);
    describeConfig(add(config, "show", "Print every setting as it holds, and where it comes from", configShow),
                   configShow);
    auto& setPin =
        add(config, "set-pin", "Ask for a PIN that opens marked items, and write what it is checked by", configSetPin);
    describeConfig(setPin, configSetPin);
    setPin.add_flag("--print", configSetPin.print, "Print the line for the file instead of writing it there");

    auto& statusApp = add("status", "Say how a running wall is doing", status);
    statusApp.add_option("--state", status.state, "The wall's state folder, where it is not the usual one")
        ->type_name("FOLDER");
    statusApp.add_option("--config", status.config, "The wall's configuration file, where it is not the usual one")
        ->type_name("FILE");
    statusApp.add_flag("--json", status.json, "As JSON");
}

} // namespace

std::variant<Order, ExitCode> parseCommandLine(int argc, const char* const* argv) {
    Parser parser;
    try {
        parser.app.parse(argc, argv);
    } catch (const CLI::ParseError& error) {
        // CLI11 prints help and the version itself; whatever else it throws is a usage error.
        return parser.app.exit(error) == 0 ? kFine : kUsage;
    }
    return *parser.order;
}

} // namespace sightline
