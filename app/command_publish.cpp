#include "app/command_publish.h"

#include "app/installed_keys.h"
#include "app/publisher.h"
#include "app/report_failure.h"
#include "app/signing_step.h"

namespace sightline {

ExitCode runPublish(const PublishOptions& options) {
    const auto keys = installedKeysFor(options.keys);
    if (!keys) return reportFailure(keys.error());
    const auto published = publishDatabase(options.database, options.output, thisPublisher(), *keys);
    if (!published) return reportFailure(published.error());
    printPublished(*published);
    return kFine;
}

} // namespace sightline
