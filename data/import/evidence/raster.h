#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <vector>

#include "data/failure.h"

namespace sightline {

/// A picture in memory: rows of three bytes a pixel, red, green, blue.
struct Raster {
    int width = 0;
    int height = 0;
    std::vector<std::uint8_t> rgb;

    [[nodiscard]] size_t rowBytes() const { return static_cast<size_t>(width) * 3; }
    [[nodiscard]] const std::uint8_t* row(int y) const { return rgb.data() + static_cast<size_t>(y) * rowBytes(); }
    bool operator==(const Raster&) const = default;
};

/// Reads a portable pixmap (PPM, the binary kind "P6" with 8 bits), which is what comes out of the children that draw:
/// simple enough to be read here whoever wrote it. Fails where it is anything else, has a side over
/// limits::kPictureSide or more pixels than limits::kPictureArea, or ends too soon.
Result<Raster> readPpm(const std::filesystem::path& file);

/// Writes one. False: the disk would not take it.
bool writePpm(const Raster& raster, const std::filesystem::path& file);

/// Makes a picture smaller while its rows pass, each new pixel the average of what it covers. Only down: the new sides
/// are at most the old ones.
class AreaScaler {
public:
    struct Size {
        int width = 0;
        int height = 0;
        bool operator==(const Size&) const = default;
    };

    AreaScaler(Size from, Size to);
    void addRow(const std::uint8_t* rgb); ///< the next row, from.width pixels; from.height times in all
    [[nodiscard]] Raster finish();

private:
    void addWeighted(const std::vector<float>& row, float weight);
    void emit();

    /// Where a column of the old picture goes: into one or two of the new.
    struct Share {
        size_t column;
        float first; ///< of the width of a new column
        float second;
    };

    Size from;
    Size to;
    std::vector<Share> shares;
    std::vector<float> narrowed; // one old row at the new width
    std::vector<float> sums;     // of the new row that is being filled
    std::int64_t rowsIn = 0;
    int rowsOut = 0;
    Raster out;
};

/// The size at which a picture's longer side is at most `side`; the shorter one is at least one pixel.
AreaScaler::Size fitted(AreaScaler::Size size, int side);

Raster scaledTo(const Raster& raster, AreaScaler::Size size);

} // namespace sightline
