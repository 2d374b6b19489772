#include "data/signature/trusted_clock.h"

#include <algorithm>
#include <ctime>

#include "data/durable_file.h"
#include "data/file.h"
#include "data/publish.h"
#include "data/signature/claims.h"

namespace sightline {
namespace {

namespace chr = std::chrono;

constexpr const char* kFile = "last-seen";
constexpr size_t kTimeLength = 20;

} // namespace

Clocks Clocks::ofThisMachine() {
    return {[] { return chr::floor<chr::seconds>(chr::system_clock::now()); },
            [] {
                timespec time{};
                ::clock_gettime(CLOCK_BOOTTIME, &time);
                return chr::seconds{time.tv_sec};
            },
            chr::sys_seconds{chr::seconds{SIGHTLINE_BUILD_TIME}}};
}

TrustedClock::TrustedClock(Clocks clocks)
    : clocks_(std::move(clocks)), ahead_((clocks_.notBefore.time_since_epoch() - clocks_.sinceBoot()).count()) {}

chr::sys_seconds TrustedClock::now() const {
    return std::max(clocks_.system(), chr::sys_seconds{chr::seconds{ahead_} + clocks_.sinceBoot()});
}

void TrustedClock::learn(chr::sys_seconds passed) {
    const std::int64_t wanted = (passed.time_since_epoch() - clocks_.sinceBoot()).count();
    std::int64_t known = ahead_;
    while (known < wanted && !ahead_.compare_exchange_weak(known, wanted)) {
    }
}

Result<void> writeLastSeen(const std::filesystem::path& folder, chr::sys_seconds now) {
    return writeDurably(folder / kFile, utcTime(now) + "\n");
}

chr::sys_seconds readLastSeen(const std::filesystem::path& folder) {
    const auto source = openRegular(folder / kFile, kTimeLength + 1);
    if (!source) return {};
    const auto text = readUpTo(source->file, kTimeLength, "");
    return text ? timeOf(*text).value_or(chr::sys_seconds{}) : chr::sys_seconds{};
}

} // namespace sightline
