#include "app/large_blocks.h"

#include <malloc.h>

namespace sightline {

namespace {

// Less than any picture of a page that fills a panel, more than what is needed anew for each frame: to ask the system
// for a block costs more than to find one.
constexpr int kLargeBytes = 1 << 20;

} // namespace

void giveBackLargeBlocks() { mallopt(M_MMAP_THRESHOLD, kLargeBytes); }

} // namespace sightline
