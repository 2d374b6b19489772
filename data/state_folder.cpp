#include "data/state_folder.h"

#include <cerrno>
#include <tuple>

#include <fcntl.h>
#include <unistd.h>

#include "data/durable_file.h"
#include "data/file.h"
#include "data/limits.h"
#include "data/seal.h"
#include "data/verify.h"

namespace sightline {
namespace {

namespace fs = std::filesystem;

constexpr const char* kGood = "good.db";
constexpr const char* kPrevious = "previous.db";

} // namespace

Result<fs::path> privateFolder(const fs::path& stateFolder) {
    if (auto made = makeFoldersDurably(stateFolder); !made) return tl::unexpected(made.error());
    const fs::path folder = stateFolder / kPrivateFolder;
    std::error_code error;
    const bool isNew = !fs::exists(folder, error);
    if (auto made = makePrivateFolder(folder); !made) return tl::unexpected(made.error());
    if (isNew) std::ignore = syncFolder(stateFolder); // as makeFoldersDurably does
    removeStale(folder, kStagingPrefix, "");
    return folder;
}

fs::path slotFile(const fs::path& stateFolder, Slot slot) {
    return stateFolder / kPrivateFolder / (slot == Slot::Good ? kGood : kPrevious);
}

std::string digestSaidBy(const fs::path& copy) {
    const auto file = openRegular(copy, limits::kFileBytes);
    if (!file || file->bytes < kSealBytes) return {};
    if (::lseek(file->file.get(), -static_cast<off_t>(kSealBytes), SEEK_END) < 0) return {};
    const auto page = readUpTo(file->file, kSealBytes, copy.string());
    return page ? digestInSeal(*page) : std::string();
}

Result<void> promote(VerifiedSnapshot& taken, const fs::path& stateFolder, Displaced displaced) {
    const fs::path folder = stateFolder / kPrivateFolder;
    const fs::path good = slotFile(stateFolder, Slot::Good);
    const fs::path previous = slotFile(stateFolder, Slot::Previous);
    if (taken.copy == good) return {};
    OpenFile copy(::open(taken.copy.c_str(), O_RDONLY | O_CLOEXEC | O_NOFOLLOW));
    if (!copy.isOpen()) return systemFailure(FailureKind::CannotWrite, taken.copy.string(), errno);
    if (auto synced = sync(copy, taken.copy.string()); !synced) return synced;
    // The good copy gets a second name before the new one takes its first, so that there is one at every moment. Where
    // that cannot be, only the copy before is lost.
    if (displaced == Displaced::Kept) {
        ::unlink(previous.c_str());
        [[maybe_unused]] const int linked = ::link(good.c_str(), previous.c_str());
    }
    if (::rename(taken.copy.c_str(), good.c_str()) != 0)
        return systemFailure(FailureKind::CannotWrite, good.string(), errno);
    taken.copy = good;
    return syncFolder(folder);
}

void discard(const VerifiedSnapshot& taken) {
    const std::string name = taken.copy.filename().string();
    if (name.starts_with(kStagingPrefix)) ::unlink(taken.copy.c_str());
}

Result<VerifiedSnapshot> openLastGood(const fs::path& stateFolder, const VerifyOptions& options) {
    auto good = openVerified(slotFile(stateFolder, Slot::Good), options);
    if (good) return good;
    auto previous = openVerified(slotFile(stateFolder, Slot::Previous), options);
    return previous ? std::move(previous) : std::move(good);
}

} // namespace sightline
