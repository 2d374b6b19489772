#include "app/configuration_edit.h"

#include <algorithm>

#include <grp.h>
#include <sys/stat.h>
#include <toml++/toml.h>
#include <unistd.h>

#include "data/durable_file.h"

namespace sightline {

namespace {

namespace fs = std::filesystem;

/// Where the line of a number, from 1, begins.
std::size_t beginOfLine(std::string_view text, std::size_t line) {
    std::size_t at = 0;
    for (; line > 1 && at < text.size(); --line) at = std::min(text.find('\n', at), text.size() - 1) + 1;
    return at;
}

std::size_t endOfLine(std::string_view text, std::size_t at) { return std::min(text.find('\n', at), text.size()); }

std::string tomlText(std::string_view value) { return "\"" + std::string(value) + "\""; }

/// Puts another text in the place of a value that stands on one line.
bool replaceValue(std::string& text, const toml::node& node, const std::string& value) {
    const toml::source_region& from = node.source();
    if (from.begin.line != from.end.line) return false;
    const std::size_t line = beginOfLine(text, from.begin.line);
    const std::size_t begin = line + from.begin.column - 1;
    const std::size_t end = line + from.end.column - 1;
    if (begin >= end || end > endOfLine(text, line)) return false;
    text.replace(begin, end - begin, tomlText(value));
    return true;
}

toml::table parsed(const std::string& text) { return toml::parse(std::string_view(text)); }

bool says(const std::string& text, std::string_view section, std::string_view key, const std::string& value) {
    try {
        return parsed(text)[section][key].value<std::string>() == value;
    } catch (const toml::parse_error&) {
        return false;
    }
}

} // namespace

Result<std::string> withSetting(const std::string& text, std::string_view section, std::string_view key,
                                const std::string& value, const std::string& place) {
    std::string changed = text;
    try {
        const toml::table file = parsed(text);
        const toml::node* head = file.get(section);
        const toml::node* old = head != nullptr && head->is_table() ? head->as_table()->get(key) : nullptr;
        const std::string line = std::string(key) + " = " + tomlText(value) + "\n";
        if (old != nullptr) {
            replaceValue(changed, *old, value);
        } else if (head != nullptr) {
            const std::size_t heading = beginOfLine(text, head->source().begin.line);
            std::size_t at = std::min(endOfLine(text, heading) + 1, text.size());
            if (at > 0 && text[at - 1] != '\n') changed.insert(at++, 1, '\n');
            changed.insert(at, line);
        } else {
            if (!changed.empty() && changed.back() != '\n') changed += '\n';
            changed += (changed.empty() ? "[" : "\n[") + std::string(section) + "]\n" + line;
        }
    } catch (const toml::parse_error& error) {
        return fail(FailureKind::BadContent, place + ":" + std::to_string(error.source().begin.line),
                    "The line is not valid TOML; `sightline config check` says why. Nothing was changed.");
    }
    // Whatever the file looked like: what is written has to say this, or it is not written.
    if (!says(changed, section, key, value))
        return fail(FailureKind::BadContent, place,
                    "The setting stands there in an unusual way. Nothing was changed; `--print` prints the line to put "
                    "there by hand.");
    return changed;
}

Result<void> replaceConfiguration(const fs::path& file, const std::string& text) {
    constexpr mode_t kOthers = 0007;
    const group* service = ::getgrnam("sightline");
    FileRights rights{.mode = 0640, .owner = std::nullopt, .group = std::nullopt};
    struct stat status {};
    const bool there = ::stat(file.c_str(), &status) == 0;
    if (there) {
        rights.mode = status.st_mode & 0777 & ~kOthers;
        if (status.st_uid != ::geteuid()) rights.owner = status.st_uid;
        if (status.st_gid != ::getegid()) rights.group = status.st_gid;
    }
    const bool givenAway = !there || (status.st_mode & kOthers) != 0;
    if (givenAway && ::geteuid() == 0 && service != nullptr) rights.group = service->gr_gid;
    return writeDurably(file, text, rights);
}

} // namespace sightline
