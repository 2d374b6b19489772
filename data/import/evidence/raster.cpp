#include "data/import/evidence/raster.h"

#include <algorithm>
#include <cmath>
#include <cstring>
#include <fstream>
#include <string>

#include "data/limits.h"

namespace sightline {
namespace {

tl::unexpected<Failure> notAPicture(const std::filesystem::path& file) {
    return fail(FailureKind::Damaged, file.string(), "The page could not be drawn.");
}

} // namespace

Result<Raster> readPpm(const std::filesystem::path& file) {
    std::ifstream in(file, std::ios::binary);
    std::string magic;
    int most = 0;
    Raster raster;
    if (!(in >> magic >> raster.width >> raster.height >> most) || magic != "P6" || most != 255)
        return notAPicture(file);
    in.get(); // one white space, then the pixels
    const bool sound = raster.width >= 1 && raster.height >= 1 && raster.width <= limits::kPictureSide &&
                       raster.height <= limits::kPictureSide &&
                       std::int64_t{raster.width} * raster.height <= limits::kPictureArea;
    if (!sound) return notAPicture(file);
    raster.rgb.resize(raster.rowBytes() * static_cast<size_t>(raster.height));
    in.read(reinterpret_cast<char*>(raster.rgb.data()), static_cast<std::streamsize>(raster.rgb.size()));
    if (static_cast<size_t>(in.gcount()) != raster.rgb.size()) return notAPicture(file);
    return raster;
}

bool writePpm(const Raster& raster, const std::filesystem::path& file) {
    std::ofstream out(file, std::ios::binary | std::ios::trunc);
    out << "P6\n" << raster.width << ' ' << raster.height << "\n255\n";
    out.write(reinterpret_cast<const char*>(raster.rgb.data()), static_cast<std::streamsize>(raster.rgb.size()));
    return static_cast<bool>(out.flush());
}

AreaScaler::AreaScaler(Size fromSize, Size toSize) : from(fromSize), to(toSize) {
    const double scale = static_cast<double>(to.width) / from.width;
    for (int x = 0; x < from.width; ++x) {
        const double begin = x * scale;
        const double end = (x + 1) * scale;
        const auto column = static_cast<size_t>(std::min<double>(std::floor(begin), to.width - 1));
        const double border = std::min<double>(static_cast<double>(column) + 1, end);
        const bool last = static_cast<int>(column) == to.width - 1;
        shares.push_back(
            {column, static_cast<float>((last ? end : border) - begin), static_cast<float>(last ? 0 : end - border)});
    }
    // One column more, so that the second share of the last one has somewhere to go.
    narrowed.resize((static_cast<size_t>(to.width) + 1) * 3);
    sums.resize(narrowed.size());
    out.width = to.width;
    out.height = to.height;
    out.rgb.reserve(out.rowBytes() * static_cast<size_t>(to.height));
}

void AreaScaler::addRow(const std::uint8_t* rgb) {
    if (from == to) {
        out.rgb.insert(out.rgb.end(), rgb, rgb + out.rowBytes());
        return;
    }
    std::ranges::fill(narrowed, 0.0F);
    for (const Share& share : shares) {
        float* pixel = &narrowed[share.column * 3];
        for (size_t c = 0; c < 3; ++c) {
            const auto value = static_cast<float>(rgb[c]);
            pixel[c] += value * share.first;
            pixel[c + 3] += value * share.second;
        }
        rgb += 3;
    }
    // In units of new rows times old rows, so that borders are whole numbers.
    std::int64_t begin = rowsIn * to.height;
    const std::int64_t end = ++rowsIn * to.height;
    while (begin < end) {
        const std::int64_t border = std::min(end, (std::int64_t{rowsOut} + 1) * from.height);
        addWeighted(narrowed, static_cast<float>(border - begin) / static_cast<float>(from.height));
        if (border == (std::int64_t{rowsOut} + 1) * from.height) emit();
        begin = border;
    }
}

void AreaScaler::addWeighted(const std::vector<float>& row, float weight) {
    for (size_t i = 0; i < row.size(); ++i) sums[i] += row[i] * weight;
}

void AreaScaler::emit() {
    for (size_t i = 0; i < out.rowBytes(); ++i)
        out.rgb.push_back(static_cast<std::uint8_t>(std::clamp(std::lround(sums[i]), 0L, 255L)));
    std::ranges::fill(sums, 0.0F);
    ++rowsOut;
}

Raster AreaScaler::finish() { return std::move(out); }

AreaScaler::Size fitted(AreaScaler::Size size, int side) {
    const int longer = std::max(size.width, size.height);
    if (longer <= side) return size;
    const auto scaled = [&](int length) {
        return std::max(1, static_cast<int>(std::lround(static_cast<double>(length) * side / longer)));
    };
    return {scaled(size.width), scaled(size.height)};
}

Raster scaledTo(const Raster& raster, AreaScaler::Size size) {
    AreaScaler scaler({raster.width, raster.height}, size);
    for (int y = 0; y < raster.height; ++y) scaler.addRow(raster.row(y));
    return scaler.finish();
}

} // namespace sightline
