#include "tests/faults/disk.h"

#include <functional>
#include <optional>
#include <stdexcept>

#include <sys/stat.h>

#include "data/digest.h"
#include "tests/support/snapshot_files.h"

namespace sightline::faults {

namespace fs = std::filesystem;

// Beyond those that diskCalls reads there are those that it refuses to have happened to a file it watches.
const char* const kDiskCalls =
    "openat,open,creat,close,write,pwrite64,lseek,read,fsync,fdatasync,ftruncate,rename,renameat,renameat2,link,linkat,"
    "unlink,unlinkat,mkdir,mkdirat,rmdir,dup,dup2,dup3,writev,pwritev,pwritev2,truncate,fallocate,sendfile,"
    "copy_file_range,splice,symlink,symlinkat,sync_file_range,sync,syncfs";

namespace {

/// "openat(AT_FDCWD, "\x2f", O_RDONLY) = 3"
struct Line {
    std::string call;
    std::vector<std::string> words;
    long result = -1;

    static std::optional<Line> of(const std::string& text) {
        const auto open = text.find('(');
        const auto close = text.rfind(") ");
        const auto equals = text.rfind("= ");
        if (open == std::string::npos || close == std::string::npos || equals == std::string::npos || close < open)
            throw std::runtime_error("not a call: " + text.substr(0, 200));
        Line line{text.substr(0, open), {}, std::strtol(text.c_str() + equals + 2, nullptr, 10)};
        if (line.result < 0) return std::nullopt; // what failed did nothing
        std::size_t from = open + 1;
        while (from < close) {
            const auto comma = std::min(text.find(", ", from), close);
            line.words.push_back(text.substr(from, comma - from));
            from = comma + 2;
        }
        return line;
    }
    /// A string that strace wrote in hexadecimal.
    [[nodiscard]] std::string text(std::size_t word) const {
        const std::string& quoted = words.at(word);
        if (quoted.size() < 2 || quoted.front() != '"' || quoted.back() != '"')
            throw std::runtime_error("not whole: " + call + " " + quoted.substr(0, 60));
        std::string out;
        for (std::size_t at = 1; at + 4 < quoted.size(); at += 4)
            out += static_cast<char>(std::stoi(quoted.substr(at + 2, 2), nullptr, 16));
        return out;
    }
    [[nodiscard]] long number(std::size_t word) const { return std::strtol(words.at(word).c_str(), nullptr, 0); }
    [[nodiscard]] bool has(std::size_t word, const char* flag) const {
        return ("|" + words.at(word) + "|").find("|" + std::string(flag) + "|") != std::string::npos;
    }
};

class Reader {
public:
    Reader(const fs::path& root, Disk before) : folder(root), disk(std::move(before)) {}

    void read(const Line& line) {
        if (names(line) || opens(line)) return;
        if (line.call == "sync" || line.call == "syncfs") throw std::runtime_error("not modelled: " + line.call);
        const auto found = handles.find(static_cast<int>(line.number(0)));
        if (found == handles.end()) return;
        Handle& handle = found->second;
        if (line.call == "close") {
            handles.erase(found);
        } else if (line.call == "read") {
            handle.at += static_cast<std::uint64_t>(line.result);
        } else if (line.call == "lseek") {
            handle.at = static_cast<std::uint64_t>(line.result);
        } else if (line.call == "write") {
            if (handle.appends) handle.at = disk.nodes[index(handle.node)].bytes.size();
            write(line, handle.node, handle.at);
            handle.at += static_cast<std::uint64_t>(line.result);
        } else if (line.call == "pwrite64") {
            write(line, handle.node, static_cast<std::uint64_t>(line.number(3)));
        } else if (line.call == "ftruncate") {
            cut(handle.node, static_cast<std::uint64_t>(line.number(1)));
        } else if (line.call == "fsync" || line.call == "fdatasync") {
            add({DiskCall::What::Sync, handle.node, 0, {}, {}, false, 0, {}});
        } else {
            throw std::runtime_error("not modelled: " + line.call);
        }
    }

    std::vector<DiskCall> calls;

private:
    struct Handle {
        int node = 0;
        std::uint64_t at = 0;
        bool appends = false;
    };
    struct Place {
        int folder = 0;
        std::string name;
    };
    static std::size_t index(int node) { return static_cast<std::size_t>(node); }

    void add(DiskCall call) { calls.push_back(std::move(call)); }

    [[nodiscard]] int nodeAt(const Place& place) const {
        if (place.name.empty()) return place.folder;
        const auto& there = disk.nodes[index(place.folder)].names;
        const auto found = there.find(place.name);
        return found == there.end() ? -1 : found->second;
    }
    /// Nothing: it is elsewhere.
    [[nodiscard]] std::optional<Place> placeOf(const std::string& path) const {
        const fs::path below = fs::path(path).lexically_normal().lexically_relative(folder);
        if (below.empty() || *below.begin() == "..") return std::nullopt;
        Place place;
        for (const fs::path& part : below) {
            if (part == ".") continue;
            if (!place.name.empty()) place = {nodeAt(place), ""};
            if (place.folder < 0) throw std::runtime_error("no such folder: " + path);
            place.name = part.string();
        }
        return place;
    }
    [[nodiscard]] std::optional<Place> placeOf(const Line& line, std::size_t word) const {
        return placeOf(line.text(word));
    }
    /// A path beside an open folder.
    [[nodiscard]] std::optional<Place> placeAt(const Line& line, std::size_t word) const {
        const std::string path = line.text(word + 1);
        if (path.starts_with('/') || line.words[word] == "AT_FDCWD") return placeOf(path);
        const auto found = handles.find(static_cast<int>(line.number(word)));
        if (found == handles.end()) return std::nullopt;
        return Place{found->second.node, path};
    }

    int make(const Place& place, bool isFolder) {
        const int node = static_cast<int>(disk.nodes.size());
        disk.nodes.push_back({isFolder, {}, {}});
        disk.nodes[index(place.folder)].names[place.name] = node;
        add({DiskCall::What::Make, node, place.folder, place.name, {}, isFolder, 0, {}});
        return node;
    }
    void rename(const Place& from, const Place& to) {
        if (from.folder != to.folder) throw std::runtime_error("not modelled: from one folder to another");
        const int node = nodeAt(from);
        auto& there = disk.nodes[index(to.folder)].names;
        there.erase(from.name);
        there[to.name] = node;
        add({DiskCall::What::Rename, node, to.folder, to.name, from.name, false, 0, {}});
    }
    void link(const Place& from, const Place& to) {
        const int node = nodeAt(from);
        disk.nodes[index(to.folder)].names[to.name] = node;
        add({DiskCall::What::Link, node, to.folder, to.name, {}, false, 0, {}});
    }
    void remove(const Place& place) {
        add({DiskCall::What::Remove, nodeAt(place), place.folder, place.name, {}, false, 0, {}});
        disk.nodes[index(place.folder)].names.erase(place.name);
    }
    void write(const Line& line, int node, std::uint64_t from) {
        std::string written = line.text(1).substr(0, static_cast<std::size_t>(line.result));
        std::string& bytes = disk.nodes[index(node)].bytes;
        bytes.resize(std::max<std::size_t>(bytes.size(), from + written.size()), '\0');
        bytes.replace(from, written.size(), written);
        add({DiskCall::What::Write, node, 0, {}, {}, false, from, std::move(written)});
    }
    void cut(int node, std::uint64_t length) {
        disk.nodes[index(node)].bytes.resize(length, '\0');
        add({DiskCall::What::Cut, node, 0, {}, {}, false, length, {}});
    }

    /// Both ends of a call that needs both.
    static void both(const std::optional<Place>& from, const std::optional<Place>& to,
                     const std::function<void(const Place&, const Place&)>& act) {
        if (from && to) return act(*from, *to);
        if (from || to) throw std::runtime_error("not modelled: in or out of the folder");
    }

    /// Calls that change names. False: it is none.
    bool names(const Line& line) {
        const auto renames = [this](const Place& from, const Place& to) { rename(from, to); };
        const auto links = [this](const Place& from, const Place& to) { link(from, to); };
        const auto removes = [this](const std::optional<Place>& place) {
            if (place) remove(*place);
        };
        const auto makes = [this](const std::optional<Place>& place) {
            if (place) make(*place, true);
        };
        const std::string& call = line.call;
        if (call == "rename") return both(placeOf(line, 0), placeOf(line, 1), renames), true;
        if (call == "renameat" || call == "renameat2") return both(placeAt(line, 0), placeAt(line, 2), renames), true;
        if (call == "link") return both(placeOf(line, 0), placeOf(line, 1), links), true;
        if (call == "linkat") return both(placeAt(line, 0), placeAt(line, 2), links), true;
        if (call == "unlink" || call == "rmdir") return removes(placeOf(line, 0)), true;
        if (call == "unlinkat") return removes(placeAt(line, 0)), true;
        if (call == "mkdir") return makes(placeOf(line, 0)), true;
        if (call == "mkdirat") return makes(placeAt(line, 0)), true;
        if (call != "truncate" && !call.starts_with("symlink")) return false;
        for (std::size_t word = 0; word < line.words.size(); ++word)
            if (line.words[word].starts_with('"') && placeOf(line, word))
                throw std::runtime_error("not modelled: " + call);
        return true;
    }

    /// Calls that open something. False: it is none.
    bool opens(const Line& line) {
        if (line.call == "creat") throw std::runtime_error("not modelled: " + line.call);
        // Only a sanitizer still calls open, which has no folder before its path.
        const bool inFolder = line.call == "openat";
        if (!inFolder && line.call != "open") return false;
        const std::size_t flags = inFolder ? 2 : 1;
        const int descriptor = static_cast<int>(line.result);
        handles.erase(descriptor);
        const auto place = inFolder ? placeAt(line, 0) : placeOf(line, 0);
        if (!place) return true;
        int node = nodeAt(*place);
        if (node < 0) node = make(*place, false);
        if (line.has(flags, "O_TRUNC") && !disk.nodes[index(node)].bytes.empty()) cut(node, 0);
        handles[descriptor] = {node, 0, line.has(flags, "O_APPEND")};
        return true;
    }

    fs::path folder;
    Disk disk;
    std::map<int, Handle> handles;
};

} // namespace

Disk Disk::of(const fs::path& folder) {
    Disk disk;
    std::map<std::pair<dev_t, ino_t>, int> known;
    const std::function<int(const fs::path&)> add = [&](const fs::path& path) {
        struct stat status {};
        if (::lstat(path.c_str(), &status) != 0) throw std::runtime_error("cannot look at " + path.string());
        const auto [found, fresh] = known.emplace(std::pair(status.st_dev, status.st_ino), disk.nodes.size());
        if (!fresh) return found->second;
        const int node = found->second;
        disk.nodes.push_back({S_ISDIR(status.st_mode), {}, {}});
        if (!S_ISDIR(status.st_mode)) {
            disk.nodes[static_cast<std::size_t>(node)].bytes = readBytes(path);
            return node;
        }
        for (const auto& entry : fs::directory_iterator(path)) {
            const int below = add(entry.path());
            disk.nodes[static_cast<std::size_t>(node)].names[entry.path().filename().string()] = below;
        }
        return node;
    };
    add(folder);
    return disk;
}

void Disk::putInto(const fs::path& folder) const {
    std::map<int, fs::path> made;
    const std::function<void(int, const fs::path&)> put = [&](int number, const fs::path& path) {
        const Node& node = nodes[static_cast<std::size_t>(number)];
        if (const auto before = made.find(number); before != made.end())
            return fs::create_hard_link(before->second, path);
        made.emplace(number, path);
        if (!node.isFolder) return writeBytes(path, node.bytes);
        fs::create_directory(path);
        for (const auto& [name, below] : node.names) put(below, path / name);
    };
    put(0, folder);
}

std::string Disk::digest() const {
    Blake2b<32> hash;
    const std::function<void(int)> add = [&](int number) {
        const Node& node = nodes[static_cast<std::size_t>(number)];
        hash.add(std::to_string(number) + (node.isFolder ? "/" : ":") + std::to_string(node.bytes.size()) + ":");
        hash.add(node.bytes);
        for (const auto& [name, below] : node.names) {
            hash.add(name + '\0');
            add(below);
        }
    };
    add(0);
    return hexadecimal(hash.finish());
}

std::vector<DiskCall> diskCalls(const fs::path& folder, Disk before, const std::vector<std::string>& lines) {
    Reader reader(folder, std::move(before));
    for (const std::string& text : lines)
        if (const auto line = Line::of(text)) reader.read(*line);
    return std::move(reader.calls);
}

} // namespace sightline::faults
