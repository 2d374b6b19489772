#include "render/qr_code.h"

#include <gtest/gtest.h>
#include <string>

#include "render/room.h"

namespace sightline {
namespace {

TEST(QrCode, HasTheSizeOfItsVersionAndItsThreeFinders) {
    const QrCode code = qrCode("https://northmoor.example/family-help-evaluation");
    EXPECT_EQ(code.side, 33) << "version 4 holds 62 bytes at level M";
    const int end = code.side - 7;
    for (const auto& [x, y] : {std::pair{0, 0}, {end, 0}, {0, end}})
        for (int i = 0; i < 7; ++i) {
            EXPECT_TRUE(code.at(x + i, y) && code.at(x, y + i) && code.at(x + i, y + 6)) << x << "," << y;
        }
    EXPECT_FALSE(code.at(1, 1));
    EXPECT_TRUE(code.at(3, 3));
}

TEST(QrCode, IsLeftOutWhereItWouldBeTooFine) {
    EXPECT_EQ(qrCode("").side, 0);
    EXPECT_EQ(qrCode(std::string(412, 'a')).side, 77);
    EXPECT_EQ(qrCode(std::string(413, 'a')).side, 0);
    EXPECT_EQ(qrCode(std::string(2000, 'a')).side, 0);
}

TEST(QrCode, IsATenthOfTheDistanceWideWithModulesThatAPhoneCanTellApart) {
    const Room room; // 65 inches, 1920x1080
    const double perMm = static_cast<double>(room.px(1));
    for (const int modules : {21, 25, 33, 45, 61, 77}) {
        const int pixels = qrModulePixels(modules, 1.5, perMm);
        EXPECT_GE(pixels * modules / perMm, 150) << modules;
        EXPECT_GE(pixels / perMm, 3.3) << modules;
        EXPECT_LE(pixels * modules / perMm, std::max(150.0, modules * 3.3) * 1.3)
            << modules << ": no larger than needed";
    }
    EXPECT_EQ(qrModulePixels(33, 1.5, perMm), 7);
    EXPECT_EQ(qrModulePixels(77, 0.001, 0.001), 1);
}

} // namespace
} // namespace sightline
