#pragma once

#include <chrono>
#include <cstdint>

#include <sys/resource.h>

namespace sightline {

/// What a process may take from here on. Each is a hard limit: it cannot be raised again.
struct ResourceLimits {
    std::chrono::seconds processorTime{30};
    std::uint64_t memory = std::uint64_t{1} << 30; ///< address space, bytes
    std::uint64_t fileBytes = 0;                   ///< of each file that it writes
    int openFiles = 32;
};

/// Lowers one limit of this process, never above what it was given itself. `spare`: so much more until the system
/// ends it outright.
void lowerLimit(decltype(RLIMIT_CPU) what, rlim_t most, rlim_t spare = 0);

/// Lowers those of `limits`, and allows no core file. In builds with a sanitizer not those of `lowerRoom`.
void lowerLimits(const ResourceLimits& limits);
/// Lowers those for memory and files.
void lowerRoom(const ResourceLimits& limits);

/// Whether this program carries a sanitizer, whose shadow memory takes terabytes of address space, whose reports go to
/// files, and whose run time calls what a confined process must not.
inline constexpr bool kSanitized =
#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
    true;
#elif defined(__has_feature)
#if __has_feature(address_sanitizer) || __has_feature(thread_sanitizer) || __has_feature(memory_sanitizer)
    true;
#else
    false;
#endif
#else
    false;
#endif

} // namespace sightline
