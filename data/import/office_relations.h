#pragma once

#include <map>
#include <string>
#include <string_view>

#include "data/failure.h"

namespace sightline {

/// A part's relationships: what it refers to, by id.
struct OfficeRelations {
    struct Relation {
        std::string type;
        std::string target;
        bool external = false;
    };
    std::map<std::string, Relation, std::less<>> byId;

    /// The first target inside the package whose type ends like this ("/styles"), by id; "" where there is none.
    [[nodiscard]] std::string targetOfType(std::string_view ending) const;
    /// The address of a hyperlink, as it stands there; "" where there is none.
    [[nodiscard]] std::string address(std::string_view id) const;
};

/// Reads a .rels part. An empty part has no relationships.
Result<OfficeRelations> readRelations(std::string_view bytes, const std::string& place, const std::string& part);

} // namespace sightline
