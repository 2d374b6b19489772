#pragma once

namespace sightline {

/// Gives large blocks of memory, such as the picture of a page, back to the system as soon as they are freed. Left to
/// itself, malloc of glibc takes the first large block that is freed as a sign that more of them will come, and keeps
/// those from then on (mallopt(3), M_MMAP_THRESHOLD): whatever small thing lies above one holds it for good. Call it
/// first: it is for the whole process.
void giveBackLargeBlocks();

} // namespace sightline
