#include "render/qr_code.h"

#include <algorithm>
#include <cmath>
#include <memory>

#include <qrencode.h>

namespace sightline {

namespace {

constexpr std::size_t kMostBytes = 412; // of version 15 at level M

struct Free {
    void operator()(QRcode* code) const { QRcode_free(code); }
};

} // namespace

QrCode qrCode(std::string_view address) {
    if (address.empty() || address.size() > kMostBytes) return {};
    const std::unique_ptr<QRcode, Free> made(QRcode_encodeData(
        static_cast<int>(address.size()), reinterpret_cast<const unsigned char*>(address.data()), 0, QR_ECLEVEL_M));
    if (!made) return {};
    QrCode code{made->width, {}};
    const auto count = static_cast<std::size_t>(made->width) * static_cast<std::size_t>(made->width);
    code.dark.reserve(count);
    // The lowest bit of each byte says whether it is dark; the others tell what it is for.
    for (std::size_t i = 0; i < count; ++i) code.dark.push_back(made->data[i] & 1U);
    return code;
}

int qrModulePixels(int modules, double distanceM, double pixelsPerMm) {
    constexpr double kMmPerMetre = 1000;
    constexpr double kWidthShare = 0.1;
    constexpr double kModuleShare = 3.3 / 1500;
    const double width = distanceM * kMmPerMetre * kWidthShare / modules;
    const double module = distanceM * kMmPerMetre * kModuleShare;
    return std::max(1, static_cast<int>(std::ceil(std::max(width, module) * pixelsPerMm)));
}

} // namespace sightline
