#include "app/pin_lockout.h"

#include <algorithm>
#include <cmath>
#include <ctime>
#include <fstream>

#include <nlohmann/json.hpp>

#include "app/process_mark.h"
#include "data/durable_file.h"
#include "data/file.h"

namespace sightline {

namespace {

namespace fs = std::filesystem;
using nlohmann::json;

constexpr const char* kFile = "pin-tries.json";
constexpr std::uint64_t kMostBytes = 1024;
/// Wrong tries from which the wait is the longest.
constexpr int kLongest = kFreeTries + 5;
/// Nobody reads a larger number, and it must not run over.
constexpr int kMostCounted = 1'000'000;

} // namespace

BootMoment bootMoment() {
    timespec now{};
    ::clock_gettime(CLOCK_BOOTTIME, &now);
    return {thisBoot(), static_cast<Seconds>(now.tv_sec) + static_cast<Seconds>(now.tv_nsec) / 1e9};
}

Seconds waitAfter(int wrongTries) {
    constexpr Seconds kFirst = 30;
    if (wrongTries < kFreeTries) return 0;
    if (wrongTries >= kLongest) return kLongestWait;
    return std::min(kLongestWait, std::ldexp(kFirst, wrongTries - kFreeTries));
}

PinLockout::PinLockout(const fs::path& folder, Clock clock) : file_(folder / kFile), clock_(std::move(clock)) {
    read();
}

Seconds PinLockout::wait() const {
    const Seconds whole = waitAfter(wrong_);
    const BootMoment now = clock_();
    const Seconds passed = now.boot == since_.boot ? now.seconds - since_.seconds : 0;
    return std::clamp(whole - std::max(passed, 0.0), 0.0, whole);
}

int PinLockout::freeTries() const { return std::max(0, kFreeTries - 1 - wrong_); }

Result<void> PinLockout::begin() {
    wrong_ = std::min(wrong_ + 1, kMostCounted);
    since_ = clock_();
    return write();
}

Result<void> PinLockout::right() {
    wrong_ = 0;
    return write();
}

/// What does not fit in every point is as good as nothing.
void PinLockout::read() {
    since_ = clock_();
    std::error_code error;
    if (fs::symlink_status(file_, error).type() == fs::file_type::not_found) {
        wrong_ = kFreeTries;
        return;
    }
    wrong_ = kLongest;
    const auto source = openRegular(file_, kMostBytes);
    const auto text = source ? readUpTo(source->file, kMostBytes, file_.string())
                             : Result<std::string>(tl::unexpected(source.error()));
    if (!text) return;
    const json content = json::parse(*text, nullptr, false);
    if (!content.is_object() || content.value("format", json()) != 1) return;
    const json wrong = content.value("wrong", json());
    const json boot = content.value("boot", json());
    const json seconds = content.value("seconds", json());
    if (!wrong.is_number_integer() || !boot.is_string() || !seconds.is_number()) return;
    const auto tries = wrong.get<std::int64_t>();
    if (tries < 0 || tries > kMostCounted) return;
    wrong_ = static_cast<int>(tries);
    // Of another start of the machine it says nothing about how long ago it was; nor does one that is yet to come.
    const auto then = seconds.get<double>();
    if (!since_.boot.empty() && boot == since_.boot && then >= 0 && then <= since_.seconds) since_.seconds = then;
}

Result<void> PinLockout::write() {
    if (auto made = makeFoldersDurably(file_.parent_path()); !made) return made;
    const json content{{"format", 1}, {"wrong", wrong_}, {"boot", since_.boot}, {"seconds", since_.seconds}};
    return writeDurably(file_, content.dump() + "\n");
}

} // namespace sightline
