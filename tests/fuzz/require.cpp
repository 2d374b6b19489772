#include <cstdio>
#include <cstdlib>

#include "tests/fuzz/fuzz_target.h"

namespace sightline::fuzz {

void require(bool holds, const char* promise) {
    if (holds) return;
    std::fprintf(stderr, "A promise was broken: %s\n", promise);
    std::abort();
}

} // namespace sightline::fuzz
