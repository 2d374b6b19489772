#pragma once

#include <memory>

#include "app/options.h"
#include "data/failure.h"
#include "data/model.h"
#include "data/page_pictures.h"

namespace sightline {

/// What a command was pointed at.
struct OpenedSource {
    std::shared_ptr<const Snapshot> snapshot;
    PictureSource pictures; ///< of its documents
};

/// Opens what a command was pointed at, for commands that look once: a sample, or a snapshot file, which is copied to a
/// folder of its own, verified there as the wall would, read, and forgotten.
Result<std::shared_ptr<const Snapshot>> openSource(const SourceChoice& source);
/// The same with the pictures of its documents.
Result<OpenedSource> openSourceWithPictures(const SourceChoice& source);

} // namespace sightline
