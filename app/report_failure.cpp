#include "app/report_failure.h"

#include <cstdio>

namespace sightline {

ExitCode reportFailure(const Failure& failure, ExitCode code) {
    std::fprintf(stderr, "sightline: %s\n", failure.message().c_str());
    return code;
}

} // namespace sightline
