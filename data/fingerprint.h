#pragma once

#include <cstdint>
#include <string>

#include "data/digest.h"
#include "data/failure.h"
#include "data/file.h"
#include "data/progress.h"

namespace sightline {

/// What one pass over a snapshot's file leaves: enough to check header, seal and signature without reading it again.
struct Fingerprint {
    std::uint64_t bytes = 0;
    std::string header; ///< the first kHeaderBytes
    std::string seal;   ///< the last kSealBytes; empty where the file is no longer than that
    Digest512 digest{}; ///< of everything before the seal
    Digest512 whole{};  ///< of all of it; only where a signature is asked for
};

/// Where a file is copied to while it is read.
struct CopyInto {
    OpenFile file;
    std::string place; ///< for failures
};

/// Reads a file to its end, once; writes what it read to `copy` where there is one, so that both are the same bytes.
/// `place` names the file in failures; one is that it changed meanwhile.
Result<Fingerprint> fingerprint(const SourceFile& source, const CopyInto* copy, bool isSigned, const Progress& goesOn,
                                const std::string& place);

} // namespace sightline
