#pragma once

#include <string>
#include <vector>

#include "data/model.h"
#include "data/signature/key_ring.h"
#include "data/signature/trusted_clock.h"

namespace sightline {

/// How far what is on the wall can be relied on, in sentences.
struct SourceTrust {
    std::string signature; ///< who signed it, or that nobody did; empty: a sample, or nothing is shown
    std::string expired;   ///< that a newer one is due; empty: it is not
    /// The keys that are installed here, in words, or why they cannot be read: whoever looks can see that none was
    /// swapped.
    std::vector<std::string> keys;
    std::string clock; ///< that the machine's clock is not set; empty: it is
    bool operator==(const SourceTrust&) const = default;

    /// Those that ask for somebody.
    [[nodiscard]] std::vector<std::string> warnings() const;
};

/// "Good: key 9A1B…, epoch 1 (01-northmoor.pub)", or that no key is installed.
std::string signatureWords(const std::optional<Signature>& signature);

/// "9A1B…, epoch 1 (01-northmoor.pub)", one each.
std::vector<std::string> keyWords(const Result<std::vector<InstalledKey>>& keys);

/// All but the keys. `snapshot`: nullptr: none is shown.
SourceTrust trustIn(const Snapshot* snapshot, const TrustedClock& clock);

} // namespace sightline
