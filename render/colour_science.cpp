#include "render/colour_science.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace sightline::colour_science {
namespace {

constexpr double kDegree = std::numbers::pi / 180;
using Matrix = std::array<std::array<double, 3>, 3>;

constexpr Matrix kProtan = {
    {{0.152286, 1.052583, -0.204868}, {0.114503, 0.786281, 0.099216}, {-0.003882, -0.048116, 1.051998}}};
constexpr Matrix kDeutan = {
    {{0.367322, 0.860646, -0.227968}, {0.280085, 0.672501, 0.047413}, {-0.011820, 0.042940, 0.968881}}};
constexpr Matrix kTritan = {
    {{1.255528, -0.076749, -0.178779}, {-0.078411, 0.930809, 0.147602}, {0.004733, 0.691367, 0.303900}}};
constexpr Matrix kToXyz = {
    {{0.4124564, 0.3575761, 0.1804375}, {0.2126729, 0.7151522, 0.0721750}, {0.0193339, 0.1191920, 0.9503041}}};

Linear times(const Matrix& matrix, const Linear& v) {
    Linear result{};
    for (std::size_t i = 0; i < 3; ++i) result[i] = matrix[i][0] * v[0] + matrix[i][1] * v[1] + matrix[i][2] * v[2];
    return result;
}

double luminance(std::uint32_t rgb) {
    const Linear v = linear(rgb);
    return 0.2126 * v[0] + 0.7152 * v[1] + 0.0722 * v[2];
}

double hue(double a, double b) {
    if (a == 0 && b == 0) return 0;
    const double angle = std::atan2(b, a) / kDegree;
    return angle < 0 ? angle + 360 : angle;
}

double pow7(double v) { return std::pow(v, 7); }

} // namespace

Linear linear(std::uint32_t rgb) {
    const auto channel = [rgb](unsigned shift) {
        const double v = static_cast<double>((rgb >> shift) & 0xFFU) / 255;
        return v <= 0.04045 ? v / 12.92 : std::pow((v + 0.055) / 1.055, 2.4);
    };
    return {channel(16), channel(8), channel(0)};
}

double contrast(std::uint32_t a, std::uint32_t b) {
    const double x = luminance(a);
    const double y = luminance(b);
    return (std::max(x, y) + 0.05) / (std::min(x, y) + 0.05);
}

Linear seen(const Linear& colour, Vision vision) {
    if (vision == Vision::Normal) return colour;
    if (vision == Vision::Grey) {
        const double y = 0.2126 * colour[0] + 0.7152 * colour[1] + 0.0722 * colour[2];
        return {y, y, y};
    }
    Linear result = times(vision == Vision::Protan ? kProtan : vision == Vision::Deutan ? kDeutan : kTritan, colour);
    for (double& v : result) v = std::clamp(v, 0.0, 1.0);
    return result;
}

std::uint32_t encoded(const Linear& colour) {
    std::uint32_t rgb = 0;
    for (const double v : colour) {
        const double s = v <= 0.0031308 ? v * 12.92 : 1.055 * std::pow(v, 1 / 2.4) - 0.055;
        rgb = rgb << 8U | static_cast<std::uint32_t>(std::lround(std::clamp(s, 0.0, 1.0) * 255));
    }
    return rgb;
}

Lab lab(const Linear& colour) {
    const Linear xyz = times(kToXyz, colour);
    const auto f = [](double t) { return t > 216.0 / 24389 ? std::cbrt(t) : (24389.0 / 27 * t + 16) / 116; };
    const double x = f(xyz[0] / 0.95047);
    const double y = f(xyz[1]);
    const double z = f(xyz[2] / 1.08883);
    return {116 * y - 16, 500 * (x - y), 200 * (y - z)};
}

double ciede2000(const Lab& p, const Lab& q) {
    const double meanC = (std::hypot(p.a, p.b) + std::hypot(q.a, q.b)) / 2;
    const double g = 0.5 * (1 - std::sqrt(pow7(meanC) / (pow7(meanC) + pow7(25))));
    const double a1 = p.a * (1 + g);
    const double a2 = q.a * (1 + g);
    const double c1 = std::hypot(a1, p.b);
    const double c2 = std::hypot(a2, q.b);
    const double h1 = hue(a1, p.b);
    const double h2 = hue(a2, q.b);
    double dh = h2 - h1;
    double meanH = h1 + h2;
    if (c1 * c2 == 0) {
        dh = 0;
    } else {
        if (dh > 180) dh -= 360;
        if (dh < -180) dh += 360;
        if (std::abs(h1 - h2) > 180) meanH += meanH < 360 ? 360 : -360;
        meanH /= 2;
    }
    const double dL = q.l - p.l;
    const double dC = c2 - c1;
    const double dH = 2 * std::sqrt(c1 * c2) * std::sin(dh / 2 * kDegree);
    const double meanL = (p.l + q.l) / 2;
    const double cBar = (c1 + c2) / 2;
    const double t = 1 - 0.17 * std::cos((meanH - 30) * kDegree) + 0.24 * std::cos(2 * meanH * kDegree) +
                     0.32 * std::cos((3 * meanH + 6) * kDegree) - 0.20 * std::cos((4 * meanH - 63) * kDegree);
    const double l50 = (meanL - 50) * (meanL - 50);
    const double sl = 1 + 0.015 * l50 / std::sqrt(20 + l50);
    const double sc = 1 + 0.045 * cBar;
    const double sh = 1 + 0.015 * cBar * t;
    const double turn = 30 * std::exp(-std::pow((meanH - 275) / 25, 2));
    const double rt = -2 * std::sqrt(pow7(cBar) / (pow7(cBar) + pow7(25))) * std::sin(2 * turn * kDegree);
    return std::sqrt(std::pow(dL / sl, 2) + std::pow(dC / sc, 2) + std::pow(dH / sh, 2) + rt * (dC / sc) * (dH / sh));
}

double ciede2000(std::uint32_t a, std::uint32_t b, Vision vision) {
    return ciede2000(lab(seen(linear(a), vision)), lab(seen(linear(b), vision)));
}

} // namespace sightline::colour_science
