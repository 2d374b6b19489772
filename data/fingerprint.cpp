#include "data/fingerprint.h"

#include <algorithm>
#include <cerrno>
#include <optional>
#include <string_view>
#include <utility>

#include <sys/stat.h>

#include "data/header.h"
#include "data/seal.h"

namespace sightline {
namespace {

constexpr size_t kChunk = size_t{256} << 10;

/// Takes the bytes as they pass, and keeps back the last kSealBytes, which the digest does not cover.
class FingerprintMaker {
public:
    explicit FingerprintMaker(bool isSigned) {
        if (isSigned) hashOfAll.emplace();
    }

    void add(std::string_view bytes) {
        if (hashOfAll) hashOfAll->add(bytes);
        print.bytes += bytes.size();
        print.header += bytes.substr(0, kHeaderBytes - std::min(kHeaderBytes, print.header.size()));
        tail += bytes;
        if (tail.size() <= kSealBytes) return;
        const size_t covered = tail.size() - kSealBytes;
        hash.add(std::string_view(tail).substr(0, covered));
        tail.erase(0, covered);
    }

    Fingerprint finish() {
        print.digest = hash.finish();
        if (hashOfAll) print.whole = hashOfAll->finish();
        if (print.bytes > kSealBytes) print.seal = std::move(tail);
        return std::move(print);
    }

private:
    Fingerprint print;
    Blake2b<64> hash;
    std::optional<Blake2b<64>> hashOfAll;
    std::string tail;
};

tl::unexpected<Failure> changedWhileRead(const std::string& place) {
    return fail(FailureKind::Damaged, place, "The file changed while it was read.");
}

} // namespace

Result<Fingerprint> fingerprint(const SourceFile& source, const CopyInto* copy, bool isSigned, const Progress& goesOn,
                                const std::string& place) {
    struct stat before {};
    if (::fstat(source.file.get(), &before) != 0) return systemFailure(FailureKind::Missing, place, errno);
    FingerprintMaker maker(isSigned);
    std::uint64_t left = source.bytes;
    while (true) {
        // One byte more than is left, so that a file that grew is noticed.
        const auto chunk = readUpTo(source.file, static_cast<size_t>(std::min<std::uint64_t>(kChunk, left + 1)), place);
        if (!chunk) return tl::unexpected(chunk.error());
        if (chunk->empty()) break;
        if (chunk->size() > left) return changedWhileRead(place);
        left -= chunk->size();
        maker.add(*chunk);
        if (goesOn) goesOn();
        if (copy != nullptr)
            if (auto written = writeAll(copy->file, *chunk, copy->place); !written)
                return tl::unexpected(written.error());
    }
    if (left != 0 || !isUnchanged(source.file, before)) return changedWhileRead(place);
    return maker.finish();
}

} // namespace sightline
