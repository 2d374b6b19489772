#include "data/search/search_text.h"

#include <algorithm>

namespace sightline {
namespace {

std::string_view kindWord(const Checklist& checklist, int id) {
    const auto found = std::ranges::find(checklist.kinds, id, &EvidenceKind::id);
    return found == checklist.kinds.end() ? std::string_view() : std::string_view(found->word);
}

} // namespace

SearchText searchText(const Checklist& checklist, const SearchEntry& entry) {
    const auto at = static_cast<std::size_t>(entry.index);
    switch (entry.kind) {
    case FoundKind::Evidence: {
        const Evidence& item = checklist.evidence[at];
        return {item.name,
                {{{item.detail, {}}, {item.organisation, "Source: "}, {kindWord(checklist, item.kind), "Kind: "}}}};
    }
    case FoundKind::Page: {
        const Document& document = checklist.documents[static_cast<std::size_t>(entry.document)];
        return {{}, {{{document.pages[static_cast<std::size_t>(entry.page)].text, {}}, {}, {}}}};
    }
    case FoundKind::Position: return {{}, {{{checklist.positions[at].text, {}}, {}, {}}}};
    case FoundKind::Action: {
        // The first line is what the action is called; the others are its sub-points.
        const Action& action = checklist.actions[at];
        const std::string_view text = action.text;
        const std::size_t feed = text.find('\n');
        const std::string_view points = feed == std::string_view::npos ? std::string_view() : text.substr(feed + 1);
        return {text.substr(0, feed), {{{points, {}}, {action.owner, "Owner: "}, {}}}};
    }
    case FoundKind::Element: {
        const Element& element = checklist.elements[at];
        return {element.title,
                {{{element.statement, {}}, {element.opinionReason, "Reason: "}, {element.opinionBy, "Opinion by "}}}};
    }
    }
    return {};
}

} // namespace sightline
