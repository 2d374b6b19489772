#pragma once

#include <optional>
#include <string>
#include <vector>

#include "data/failure.h"
#include "data/import/date_format.h"
#include "data/import/office_package.h"

namespace sightline {

/// What the styles of a workbook say about how its numbers are to be read.
class XlsxStyles {
public:
    struct Look {
        std::optional<DatePrecision> date; ///< nothing: no date
        bool percent = false;
    };

    /// Reads the part of this name; there need be none.
    static Result<XlsxStyles> load(const OfficePackage& package, const std::string& part);

    /// The look of a cell with this style number.
    [[nodiscard]] Look look(int style) const {
        return style >= 0 && static_cast<size_t>(style) < looks_.size() ? looks_[static_cast<size_t>(style)] : Look{};
    }

private:
    std::vector<Look> looks_;
};

} // namespace sightline
