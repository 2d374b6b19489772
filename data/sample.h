#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "data/failure.h"
#include "data/model.h"
#include "data/page_pictures.h"

namespace sightline {

/// The names of the samples that travel in the binary, in alphabetical order.
std::vector<std::string> sampleNames();

/// One of the samples, as the wall shows it: `sample` is set, the sequence is 0 and there is no digest. Reads the
/// embedded CSV files only: no file, no database, no clock. Fails for a name that is not among sampleNames().
Result<Snapshot> sampleSnapshot(std::string_view name);

/// The same council some months before, for samples that can tell what changed: its files in samples/`name`/earlier/,
/// and the sample's own where they are the same. Nothing where there is none.
std::optional<Snapshot> earlierSample(std::string_view name);

/// The pictures of the pages of its documents.
PictureSource samplePictures(std::string_view name);

} // namespace sightline
