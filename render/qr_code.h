#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

namespace sightline {

/// A QR code (ISO/IEC 18004) as squares that are dark or light, without the quiet zone around it.
struct QrCode {
    int side = 0;                   ///< modules a side; 0: there is no code
    std::vector<std::uint8_t> dark; ///< row by row, 1: dark

    [[nodiscard]] bool at(int x, int y) const {
        return dark[static_cast<std::size_t>(y) * static_cast<std::size_t>(side) + static_cast<std::size_t>(x)] != 0;
    }
};

/// What a reader needs to stay light around a code, in modules (ISO/IEC 18004, 6.3.8).
constexpr int kQrQuietZone = 4;

/// The code for an address, error correction level M: 15 % of it may be hidden by a reflection. No code for an empty
/// address, nor for one of more than 412 bytes (version 15, 77 modules a side): its modules would be too small for a
/// phone that is held at reading distance from a wall.
QrCode qrCode(std::string_view address);

/// Pixels a module, whole ones, so that every edge is sharp, for a phone held `distanceM` away from a panel with
/// `pixelsPerMm`. The code is a tenth of the distance wide (the usual rule), and a module no smaller than 3.3 mm at
/// 1.5 m: there a phone's 1080p preview, 70° across, has 1920 pixels for 2.1 m, which is 3 for such a module, and
/// decoders want 2 to 3.
int qrModulePixels(int modules, double distanceM, double pixelsPerMm);

} // namespace sightline
