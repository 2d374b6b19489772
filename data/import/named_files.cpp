#include "data/import/named_files.h"

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstring>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <sodium.h>

#include "assets/embedded.h"
#include "data/folder_entries.h"
#include "data/import/text.h"

namespace sightline {
namespace {

namespace fs = std::filesystem;

constexpr size_t kMostFiles = 200; // in a folder of CSV files; there are a dozen tables

class Descriptor {
public:
    explicit Descriptor(int fd) : fd_(fd) {}
    ~Descriptor() {
        if (fd_ >= 0) ::close(fd_);
    }
    Descriptor(const Descriptor&) = delete;
    Descriptor& operator=(const Descriptor&) = delete;
    [[nodiscard]] int get() const { return fd_; }

private:
    int fd_;
};

tl::unexpected<Failure> cannotOpen(const std::string& place, int error) {
    if (error == ENOENT || error == ENOTDIR) return fail(FailureKind::Missing, place, "There is no file of this name.");
    if (error == EACCES || error == EPERM)
        return fail(FailureKind::Missing, place, "This account has no right to read the file.");
    return fail(FailureKind::Missing, place, std::string("The file cannot be opened (") + std::strerror(error) + ").");
}

std::string megabytes(size_t bytes) { return std::to_string(bytes >> 20) + " MB"; }

tl::unexpected<Failure> tooLarge(const std::string& place, size_t limit) {
    return fail(FailureKind::TooLarge, place,
                "The file is larger than " + megabytes(limit) +
                    ", the most that is taken; remove large pictures and try again.");
}

bool isCsv(const fs::path& path) { return lowerCase(path.extension().string()) == ".csv"; }

void pointAtStorage(NamedFiles& files) {
    for (size_t i = 0; i < files.files.size(); ++i) files.files[i].bytes = files.storage[i];
}

} // namespace

const NamedFile* NamedFiles::find(std::string_view name) const {
    const auto it = std::ranges::find(files, name, &NamedFile::name);
    return it == files.end() ? nullptr : &*it;
}

Result<std::string> readFile(const fs::path& path, size_t limit) {
    const std::string place = path.string();
    // Not blocking: a FIFO in place of a document must not hang an unattended import.
    const Descriptor file(::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY));
    if (file.get() < 0) return cannotOpen(place, errno);
    struct stat status {};
    if (::fstat(file.get(), &status) != 0) return cannotOpen(place, errno);
    if (!S_ISREG(status.st_mode))
        return fail(FailureKind::NotAFile, place, "This is not a document but a folder or a device.");
    std::string bytes;
    bytes.reserve(std::min(static_cast<size_t>(status.st_size), limit) + 1); // growing would hold it twice
    std::array<char, 65536> block{};
    for (;;) {
        const ssize_t got = ::read(file.get(), block.data(), block.size());
        if (got < 0 && errno == EINTR) continue;
        if (got < 0) return cannotOpen(place, errno);
        if (got == 0) return bytes;
        bytes.append(block.data(), static_cast<size_t>(got));
        if (bytes.size() > limit) return tooLarge(place, limit);
    }
}

Result<NamedFiles> readFolder(const fs::path& folder) {
    NamedFiles result;
    result.place = folder.string();
    std::vector<fs::path> found;
    FolderEntries entries(folder);
    while (const auto name = entries.next()) {
        std::error_code error;
        if (isCsv(*name) && fs::is_regular_file(folder / *name, error))
            found.push_back(folder / *name);
        else
            result.others.emplace_back(*name);
        if (found.size() + result.others.size() > kMostFiles)
            return fail(FailureKind::Foreign, result.place,
                        "The folder holds more than " + std::to_string(kMostFiles) +
                            " files; give a folder that holds only the checklist's CSV files.");
    }
    if (entries.error() != 0)
        return fail(FailureKind::Missing, result.place,
                    std::string("The folder cannot be read (") + std::strerror(entries.error()) + ").");
    std::ranges::sort(found);
    std::ranges::sort(result.others);
    size_t total = 0;
    for (const fs::path& path : found) {
        auto bytes = readFile(path, kLargestCsv);
        if (!bytes) return tl::unexpected(bytes.error());
        total += bytes->size();
        if (total > kLargestFolder)
            return fail(FailureKind::TooLarge, result.place,
                        "The CSV files of the folder hold more than " + megabytes(kLargestFolder) +
                            " together, far more than a checklist needs.");
        result.files.push_back({lowerCase(path.filename().string()), {}});
        result.storage.push_back(std::move(*bytes));
    }
    pointAtStorage(result);
    return result;
}

NamedFiles embeddedSample(std::string_view name) {
    NamedFiles result;
    result.place = "sample " + std::string(name);
    const std::string prefix = "samples/" + std::string(name) + "/";
    for (const EmbeddedFile& file : embeddedFiles())
        if (file.name.starts_with(prefix) && file.name.find('/', prefix.size()) == std::string_view::npos)
            result.files.push_back({std::string(file.name.substr(prefix.size())), file.bytes});
    std::ranges::sort(result.files, {}, &NamedFile::name);
    return result;
}

std::string blake2b256(std::string_view bytes) {
    std::array<unsigned char, 32> digest{};
    crypto_generichash(digest.data(), digest.size(), reinterpret_cast<const unsigned char*>(bytes.data()), bytes.size(),
                       nullptr, 0);
    std::array<char, 65> hex{};
    sodium_bin2hex(hex.data(), hex.size(), digest.data(), digest.size());
    return hex.data();
}

} // namespace sightline
