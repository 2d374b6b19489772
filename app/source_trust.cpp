#include "app/source_trust.h"

#include <fmt/format.h>

#include "app/clock_text.h"
#include "data/signature/claims.h"
#include "render/phrase.h"

namespace sightline {

std::vector<std::string> SourceTrust::warnings() const {
    std::vector<std::string> all;
    for (const std::string& sentence : {expired, clock})
        if (!sentence.empty()) all.push_back(sentence);
    return all;
}

namespace {

std::string keyWords(const std::string& id, int epoch, const std::string& file) {
    return fmt::format("{}, epoch {} ({})", id, epoch, file);
}

} // namespace

std::string signatureWords(const std::optional<Signature>& signature) {
    if (!signature) return "Not signed; no key is installed.";
    return "Good: key " + keyWords(signature->keyId, signature->epoch, signature->keyFile);
}

std::vector<std::string> keyWords(const Result<std::vector<InstalledKey>>& keys) {
    if (!keys) return {keys.error().message()};
    std::vector<std::string> words;
    for (const InstalledKey& key : *keys) words.push_back(keyWords(keyIdText(key.key.id), key.epoch, key.fileName));
    return words;
}

SourceTrust trustIn(const Snapshot* snapshot, const TrustedClock& clock) {
    SourceTrust trust;
    if (snapshot != nullptr && !snapshot->sample) {
        trust.signature = signatureWords(snapshot->signature);
        const auto expires = timeOf(snapshot->meta.expires);
        // It held up to that moment, and so through the day before where that is midnight.
        if (expires && *expires <= clock.now())
            trust.expired = fmt::format(
                "This snapshot has expired: it held until {}. A newer one is due.",
                spelled(Day{std::chrono::floor<std::chrono::days>(*expires - std::chrono::seconds(1))}).view());
    }
    if (!clock.isSet())
        trust.clock = fmt::format("This machine’s clock is not set: it says {}.",
                                  spelled(localDay(clock.clocks().system())).view());
    return trust;
}

} // namespace sightline
