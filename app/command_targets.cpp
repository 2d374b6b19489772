#include "app/command_still.h"

#include <cmath>
#include <cstdio>
#include <nlohmann/json.hpp>

#include "app/page_name.h"
#include "app/report_failure.h"
#include "app/still.h"

namespace sightline {

namespace {

using Json = nlohmann::ordered_json;

Json rectJson(const Rect& rect, double perPixel) {
    const auto tenth = [perPixel](float pixels) {
        return std::round(static_cast<double>(pixels) * perPixel * 10) / 10;
    };
    return {{"x", tenth(rect.x)}, {"y", tenth(rect.y)}, {"w", tenth(rect.w)}, {"h", tenth(rect.h)}};
}

Json targetJson(const Target& target, const Room& room, const std::string& page) {
    const double mmPerPixel = 1.0 / static_cast<double>(room.px(1));
    return {{"id", target.id},
            {"role", roleName(target.role)},
            {"label", target.label},
            {"selected", target.selected},
            {"clipped", target.clipped},
            {"rect", rectJson(target.rect, 1)},
            {"mm", rectJson(target.rect, mmPerPixel)},
            {"page", page}};
}

} // namespace

ExitCode runTargets(const TargetsCommand& options) {
    auto still = Still::build(options);
    if (!still) return reportFailure(still.error());
    const Room& room = (*still)->room();
    if (!options.json) {
        for (const Target& target : (*still)->targets().all())
            std::printf("%-7.*s %4.0f,%4.0f %4.0fx%-4.0f  %.*s\n", static_cast<int>(roleName(target.role).size()),
                        roleName(target.role).data(), static_cast<double>(target.rect.x),
                        static_cast<double>(target.rect.y), static_cast<double>(target.rect.w),
                        static_cast<double>(target.rect.h), static_cast<int>(target.label.size()), target.label.data());
        return kFine;
    }
    Json out = Json::array();
    const std::string page = pageName((*still)->page());
    for (const Target& target : (*still)->targets().all()) out.push_back(targetJson(target, room, page));
    std::printf("%s\n", out.dump(2, ' ', false, Json::error_handler_t::replace).c_str());
    return kFine;
}

} // namespace sightline
