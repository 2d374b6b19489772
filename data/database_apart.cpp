#include "data/database_apart.h"

#include <cerrno>
#include <cstdio>
#include <memory>
#include <new>
#include <optional>

#include <unistd.h>

#include "data/file.h"
#include "data/hardening.h"
#include "data/import/imported_bytes.h"
#include "data/import/named_files.h"
#include "data/limited/limited_process.h"
#include "data/limits.h"
#include "data/schema.h"
#include "data/snapshot.h"
#include "data/sqlite.h"
#include "data/survey.h"

namespace sightline {
namespace {

namespace fs = std::filesystem;

constexpr int kNoMemory = 71; // EX_OSERR of sysexits.h

// SQLite has its own limit on time (limits::kCheckTime), which tells more; this one is for what it does not see.
constexpr ProcessLimits kReadLimits{.time = std::chrono::seconds(120),
                                    .processorTime = std::chrono::seconds(60),
                                    .memory = std::uint64_t{1} << 30,
                                    .fileBytes = limits::kFileBytes,
                                    .openFiles = 32,
                                    .processes = 1,
                                    .outputBytes = std::size_t{256} << 20};

Result<void> checkTables(const Database& database, const Survey& survey) {
    for (const Table& table : contentTables()) {
        if (!survey.selection(table)) continue;
        auto check = Query::prepare(database, "PRAGMA main.integrity_check(" + std::string(table.name) + ")");
        if (!check) return tl::unexpected(check.error());
        const auto row = check->step();
        if (!row) return tl::unexpected(row.error());
        if (*row && check->text(0) != "ok")
            return fail(FailureKind::Damaged, database.place() + ", table " + std::string(table.name),
                        "SQLite finds the table damaged.");
    }
    return {};
}

Result<Checklist> readCopy(const fs::path& copy, const std::string& place) {
    auto database = Database::openReadOnly(copy, place);
    if (!database) return tl::unexpected(database.error());
    if (auto hard = harden(*database, SchemaKind::AnyTables); !hard) return tl::unexpected(hard.error());
    const TimeLimit limit(*database, limits::kCheckTime);
    allowOnly(*database, Access::SurveyTables);
    const auto survey = Survey::of(*database);
    if (!survey) return tl::unexpected(survey.error());
    if (auto fine = checkTables(*database, *survey); !fine) return tl::unexpected(fine.error());
    allowOnly(*database, Access::ReadTables);
    return readTables(*database, *survey);
}

fs::path pictureFile(const fs::path& copy, int document, int page) {
    return copy.parent_path() / ("picture-" + std::to_string(document) + "-" + std::to_string(page));
}

Result<void> writePictures(const Checklist& checklist, const fs::path& copy) {
    const PictureSource pictures = picturesOfDatabase(copy);
    for (const Document& document : checklist.documents)
        for (const DocumentPage& page : document.pages) {
            const auto picture = pictures(document, page);
            if (!picture) return tl::unexpected(picture.error());
            const fs::path path = pictureFile(copy, document.id, page.number);
            const std::unique_ptr<std::FILE, int (*)(std::FILE*)> file(std::fopen(path.c_str(), "wbex"), &std::fclose);
            if (!file || std::fwrite(picture->data(), 1, picture->size(), file.get()) != picture->size() ||
                std::fflush(file.get()) != 0)
                return systemFailure(FailureKind::CannotWrite, path.string(), errno);
        }
    return {};
}

// In the child.
int readAll(const fs::path& copy, const std::string& place) {
    try {
        Result<Imported> content;
        auto checklist = readCopy(copy, place);
        const auto written = checklist ? writePictures(*checklist, copy) : Result<void>();
        if (!checklist)
            content = tl::unexpected(checklist.error());
        else if (!written)
            content = tl::unexpected(written.error());
        else
            content->checklist = std::move(*checklist);
        OpenFile output(STDOUT_FILENO);
        return writeAll(output, bytesOf(content), "") ? 0 : 1;
    } catch (const std::bad_alloc&) {
        return kNoMemory;
    }
}

tl::unexpected<Failure> failed(const Ended& ended, const std::string& place) {
    if (ended.how == Ending::TimedOut)
        return fail(FailureKind::TooLarge, place, "Checking the database took too long, so it was refused.");
    if (ended.how == Ending::TooMuchOutput)
        return fail(FailureKind::TooLarge, place, "The database says more than a checklist holds.");
    if (ended.how == Ending::NotStarted)
        return fail(FailureKind::Internal, place,
                    "The system did not start the process that reads databases; try again when less is running.");
    if (ended.code == kNoMemory)
        return fail(FailureKind::TooLarge, place, "The database needs more memory than is allowed.");
    return fail(FailureKind::Damaged, place,
                "Reading the database ended in a crash: it is damaged in an unusual way, or made to do harm.");
}

} // namespace

Result<DatabaseContent> readDatabaseApart(const fs::path& copy, const std::string& place) {
    const Ended ended = runLimited(
        {{}, [&] { return readAll(copy, place); }, copy.parent_path(), kReadLimits, {}, {}, CallFilter::Writer});
    auto content = ended.fine() ? importedFrom(ended.output) : std::nullopt;
    if (!content) return failed(ended, place);
    if (!*content) return tl::unexpected(content->error());
    return DatabaseContent{std::move((*content)->checklist),
                           [copy](const Document& document, const DocumentPage& page) {
                               return readFile(pictureFile(copy, document.id, page.number), limits::kPictureBytes + 1);
                           }};
}

} // namespace sightline
