#include "app/configuration.h"

#include <algorithm>
#include <charconv>

#include "app/configuration_keys.h"
#include "app/near_miss.h"
#include "data/file.h"
#include "data/text_rules.h"

namespace sightline {

namespace {

/// A file with more mistakes than this is not a configuration, and nobody reads as many sentences.
constexpr std::size_t kMostProblems = 20;

constexpr std::string_view kKeysSetting = "snapshot.keys";

std::string_view sectionOf(std::string_view name) { return name.substr(0, name.find('.')); }
std::string_view keyOf(std::string_view name) { return name.substr(name.find('.') + 1); }

bool isSection(std::string_view word) {
    return std::ranges::any_of(configurationKeys(),
                               [word](const ConfigurationKey& key) { return sectionOf(key.name) == word; });
}

const ConfigurationKey* findKey(std::string_view name) {
    const auto keys = configurationKeys();
    const auto found = std::ranges::find(keys, name, &ConfigurationKey::name);
    return found == keys.end() ? nullptr : &*found;
}

/// A key as it is shown: as written where it is a plain word, else what is printable of it.
std::string shown(std::string_view name) {
    const bool plain = !name.empty() && name.size() <= 64 && std::ranges::all_of(name, [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' || c == '-' ||
               c == '.';
    });
    return plain ? std::string(name) : excerpt(name);
}

/// The setting somebody may have meant: spelled nearly like it, or with the right word in the wrong section.
std::string_view meantSetting(std::string_view section, std::string_view key) {
    for (const ConfigurationKey& known : configurationKeys())
        if (sectionOf(known.name) == section && isNearMiss(key, keyOf(known.name))) return known.name;
    for (const ConfigurationKey& known : configurationKeys())
        if (isNearMiss(key, keyOf(known.name))) return known.name;
    return {};
}

std::string_view meantSection(std::string_view word) {
    for (const ConfigurationKey& known : configurationKeys())
        if (isNearMiss(word, sectionOf(known.name))) return sectionOf(known.name);
    return {};
}

/// "a, b and c".
std::string listed(const std::vector<std::string>& words) {
    std::string list;
    for (std::size_t i = 0; i < words.size(); ++i)
        list += (i == 0 ? "" : i + 1 == words.size() ? " and " : ", ") + words[i];
    return list;
}

std::string bracketed(std::string_view section) { return "[" + std::string(section) + "]"; }

std::string allSections() {
    std::vector<std::string> sections;
    for (const ConfigurationKey& key : configurationKeys())
        if (const auto section = bracketed(sectionOf(key.name)); sections.empty() || sections.back() != section)
            sections.push_back(section);
    return listed(sections);
}

std::string allOf(std::string_view section) {
    std::vector<std::string> keys;
    for (const ConfigurationKey& key : configurationKeys())
        if (sectionOf(key.name) == section) keys.emplace_back(keyOf(key.name));
    return listed(keys);
}

class Reader {
public:
    explicit Reader(Configuration& into) : out_(into) {}

    void read(const toml::table& file) {
        for (const auto& [name, value] : file) {
            const toml::table* section = value.as_table();
            if (!isSection(name.str()))
                unknownOutside(name, value);
            else if (section == nullptr)
                wrong(lineOf(name), name.str(),
                      "This is a section; write it as [" + std::string(name.str()) + "] on a line of its own.");
            else
                readSection(name.str(), *section);
        }
    }

    void wrong(int line, std::string_view name, std::string_view sentence) {
        if (sectionOf(name) == "privacy") out_.privacyKnown = false;
        const std::string place = out_.file.string() + (line > 0 ? ":" + std::to_string(line) : "");
        lines_.push_back({line, {FailureKind::BadContent, place, shown(name) + ": " + std::string(sentence)}});
    }

    /// Once all is read.
    void finish() {
        std::ranges::stable_sort(lines_, {}, &Problem::line);
        if (lines_.size() > kMostProblems) lines_.resize(kMostProblems);
        for (Problem& problem : lines_) out_.problems.push_back(std::move(problem.failure));
        std::ranges::sort(out_.values, {}, &ConfiguredValue::line);
        if (out_.problems.empty()) return;
        std::erase_if(out_.values, [](const ConfiguredValue& value) { return !findKey(value.name)->alwaysHolds; });
    }

private:
    struct Problem {
        int line = 0;
        Failure failure;
    };

    static int lineOf(const toml::key& key) { return static_cast<int>(key.source().begin.line); }

    void readSection(std::string_view section, const toml::table& table) {
        for (const auto& [name, value] : table) {
            const std::string full = std::string(section) + "." + std::string(name.str());
            const ConfigurationKey* key = findKey(full);
            if (key == nullptr) {
                unknownSetting(lineOf(name), section, name.str());
                continue;
            }
            auto read = key->read(value);
            if (read)
                out_.values.push_back({key->name, key->option, lineOf(name), std::move(*read)});
            else
                wrong(lineOf(name), full, read.error());
        }
    }

    void unknownSetting(int line, std::string_view section, std::string_view key) {
        const std::string_view meant = meantSetting(section, key);
        wrong(line, std::string(section) + "." + std::string(key),
              "There is no such setting; " + (meant.empty()
                                                  ? "those of " + bracketed(section) + " are " + allOf(section) + "."
                                                  : "did you mean " + std::string(meant) + "?"));
    }

    /// What stands in no section that is known: a section, or a key before the first one.
    void unknownOutside(const toml::key& name, const toml::node& value) {
        std::string sentence = "There is no such section; ";
        std::string meant(meantSection(name.str()));
        if (!meant.empty()) meant = bracketed(meant);
        if (!value.is_table() && !value.is_array_of_tables()) {
            sentence = "There is no such setting outside the sections; ";
            meant = meantSetting({}, name.str());
        }
        wrong(lineOf(name), name.str(),
              sentence + (meant.empty() ? "they are " + allSections() + "." : "did you mean " + meant + "?"));
    }

    Configuration& out_;
    std::vector<Problem> lines_;
};

/// The setting that a line of a file speaks of, for a line that is no TOML: its key and the section above it. Empty
/// where it speaks of none.
std::string settingAt(std::string_view text, int line) {
    std::string section;
    std::string key;
    for (int at = 1; at <= line && !text.empty(); ++at) {
        const auto end = std::min(text.find('\n'), text.size());
        std::string_view row = text.substr(0, end);
        text.remove_prefix(std::min(end + 1, text.size()));
        const auto begin = row.find_first_not_of(" \t");
        row.remove_prefix(std::min(begin, row.size()));
        key.clear();
        if (row.starts_with('['))
            section = row.substr(1, row.find_first_of("]\r") - 1);
        else if (!row.empty() && row.front() != '#')
            key = row.substr(0, row.find_first_of("= \t\r"));
    }
    if (key.empty() || section.empty()) return key.empty() ? section : key;
    return section + "." + key;
}

/// toml++ says "Error while parsing key-value pair: expected value, saw '\n'".
std::string notToml(std::string_view description, std::string_view setting) {
    if (description.find("redefine") != std::string_view::npos)
        return setting.find('.') == std::string_view::npos ? "This section stands in the file twice."
                                                           : "This setting stands in the file twice.";
    if (description.find("utf-8") != std::string_view::npos) return "The text is not valid UTF-8.";
    const auto colon = description.find(": ");
    if (description.starts_with("Error while") && colon != std::string_view::npos) description.remove_prefix(colon + 2);
    std::string reason;
    for (const char c : description.substr(0, 120)) reason += c >= ' ' && c <= '~' ? c : '?';
    return "The line is not valid TOML (" + reason + ").";
}

bool isThere(const std::filesystem::path& file) {
    std::error_code error;
    return std::filesystem::symlink_status(file, error).type() != std::filesystem::file_type::not_found;
}

void parse(const std::string& text, Configuration& into) {
    Reader reader(into);
    try {
        reader.read(toml::parse(std::string_view(text)));
    } catch (const toml::parse_error& error) {
        const int line = static_cast<int>(error.source().begin.line);
        into.privacyKnown = false;
        const std::string setting = settingAt(text, line);
        reader.wrong(line, setting.empty() ? "TOML" : setting, notToml(error.description(), setting));
    }
    reader.finish();
}

/// Whether a line that is no comment holds a word.
bool speaksOf(std::string_view text, std::string_view word) {
    while (!text.empty()) {
        const auto end = std::min(text.find('\n'), text.size());
        const std::string_view line = text.substr(0, end);
        if (line.substr(0, line.find('#')).find(word) != std::string_view::npos) return true;
        text.remove_prefix(std::min(end + 1, text.size()));
    }
    return false;
}

} // namespace

Configuration readConfiguration(const std::string& asked, const char* otherwise) {
    Configuration configuration;
    const std::filesystem::path file = asked.empty() ? otherwise : asked;
    if (asked.empty() && !isThere(file)) return configuration;
    configuration.file = file;
    const auto source = openRegular(file, kConfigurationBytes);
    const auto text = source ? readUpTo(source->file, kConfigurationBytes, file.string())
                             : Result<std::string>(tl::unexpected(source.error()));
    if (text) {
        parse(*text, configuration);
        configuration.keysUnknown =
            !configuration.problems.empty() && speaksOf(*text, "keys") &&
            std::ranges::find(configuration.values, kKeysSetting, &ConfiguredValue::name) == configuration.values.end();
    } else {
        configuration.problems.push_back(text.error());
        configuration.privacyKnown = false;
    }
    return configuration;
}

ShowOptions withConfiguration(ShowOptions options, const Configuration& configuration) {
    for (const ConfiguredValue& value : configuration.values)
        if (!options.given.contains(std::string(value.option))) value.assign(options);
    if (!configuration.privacyKnown) {
        options.privacy.rules = RoomPrivacy::strictest();
        options.privacy.hideOwners = true;
    }
    if (options.given.contains("--sample")) options.source.snapshot.clear();
    return options;
}

} // namespace sightline
