#include "app/command_publish.h"

#include <cstdio>

#include "app/publisher.h"
#include "app/report_failure.h"

namespace sightline {

ExitCode runPublish(const PublishOptions& options) {
    const auto published = publishDatabase(options.database, options.output, thisPublisher());
    if (!published) return reportFailure(published.error());
    std::printf("Written: %s, number %lld.\n", options.output.c_str(), static_cast<long long>(published->sequence));
    return kFine;
}

} // namespace sightline
