#pragma once

#include <filesystem>
#include <fstream>
#include <iterator>
#include <stdexcept>
#include <string>

#include "data/digest.h"
#include "data/file.h"
#include "data/publish.h"
#include "data/schema.h"
#include "data/seal.h"
#include "data/snapshot.h"
#include "data/sqlite.h"
#include "tests/support/example_checklist.h"

namespace sightline {

inline std::string readBytes(const std::filesystem::path& file) {
    std::ifstream in(file, std::ios::binary);
    if (!in) throw std::runtime_error("cannot read " + file.string());
    return {std::istreambuf_iterator<char>(in), {}};
}

inline void writeBytes(const std::filesystem::path& file, const std::string& bytes) {
    std::ofstream out(file, std::ios::binary | std::ios::trunc);
    out.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
    if (!out.flush()) throw std::runtime_error("cannot write " + file.string());
}

/// The value, or a test that ends with the failure's sentence.
template <class T>
T must(Result<T> result) {
    if (!result) throw std::runtime_error(result.error().message());
    if constexpr (!std::is_void_v<T>) return std::move(*result);
}

/// A private folder for snapshots: in memory where there is such a folder, as tests write thousands of them.
class SnapshotFiles {
public:
    SnapshotFiles() : folder(must(TemporaryFolder::make(std::filesystem::is_directory("/dev/shm") ? "/dev/shm" : ""))) {
        must(initialiseSqlite()); // before a test that uses SQLite itself does
    }

    [[nodiscard]] std::filesystem::path path(const std::string& name) const { return folder.path() / name; }
    [[nodiscard]] std::filesystem::path state() const { return path("state"); }

    [[nodiscard]] static Publisher publisher() {
        return {std::chrono::sys_days{day(2026, 6, 14)} + std::chrono::hours(9), "sightline test"};
    }

    /// An intact snapshot.
    std::filesystem::path published(const std::string& name = "snapshot.db") {
        must(publish(exampleChecklist(), path(name), publisher()));
        return path(name);
    }

    /// A plain database of the example, changed by some SQL.
    std::filesystem::path plain(const std::string& sql, const std::string& name = "plain.db") {
        const Meta meta{3, 1, "2026-06-14T09:00:00Z", "sightline test", "northmoor-council"};
        must(writeDatabase(exampleChecklist(), meta, path(name)));
        must(must(Database::create(path(name))).run(sql));
        return path(name);
    }

    /// The same as a snapshot: packed, with a header and a seal that are in order, whatever the SQL did to it.
    std::filesystem::path sealed(const std::string& sql) {
        reseal(packed(sql));
        return path("sealed.db");
    }

    /// The same before it gets its seal.
    std::filesystem::path packed(const std::string& sql) {
        const auto source = plain(sql, "changed.db");
        must(must(Database::create(source)).run("VACUUM INTO '" + path("sealed.db").string() + "'"));
        return path("sealed.db");
    }

    /// Changes a letter of a word of the scale in SQLite's index of it, so that index and table do not agree.
    static void breakIndex(const std::filesystem::path& database) {
        std::string bytes = readBytes(database);
        const size_t found = bytes.rfind("Substantial");
        if (found == std::string::npos || found == bytes.find("Substantial")) throw std::runtime_error("no index");
        bytes[found] = 'X';
        writeBytes(database, bytes);
    }

    /// Adds a seal that fits.
    static void reseal(const std::filesystem::path& file) {
        const std::string bytes = readBytes(file);
        Blake2b<64> hash;
        hash.add(bytes);
        writeBytes(file, bytes + makeSeal(hash.finish()));
    }

private:
    TemporaryFolder folder;
};

} // namespace sightline
