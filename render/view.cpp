#include "render/view.h"

#include <algorithm>

namespace sightline {

namespace {

/// Whether both states ask the view for the same lists.
bool asksForTheSame(const UiState& a, const UiState& b) {
    if (a.here != b.here) return false;
    switch (a.here.page) {
    case Page::Evidence:
    case Page::EvidenceItem: return a.filter == b.filter;
    case Page::Actions: return a.grouping == b.grouping && a.withDone == b.withDone;
    case Page::Search: return a.query == b.query;
    default: return true;
    }
}

void makeCode(View& view, int id) {
    if (view.codeFor == id) return;
    const int index = evidenceIndex(view.checklist(), id);
    view.codeFor = id;
    view.code = index < 0 ? QrCode{} : qrCode(view.checklist().evidence[static_cast<std::size_t>(index)].link);
}

} // namespace

View makeView(const Snapshot* snapshot, Day asOf, SourceState source, std::shared_ptr<const Counted> counted) {
    View view;
    view.snapshot = snapshot;
    view.asOf = asOf;
    view.source = std::move(source);
    if (snapshot == nullptr) return view;
    const bool fits = counted && counted->asOf == asOf;
    view.counted = fits ? std::move(counted) : countedIn(snapshot->checklist, asOf);
    view.summary = view.counted->summary;
    view.attention = view.counted->attention;
    view.needingAttention = view.counted->needingAttention;
    return view;
}

void refreshView(View& view, const UiState& state, const UiState* before) {
    if (view.snapshot == nullptr) return;
    if (before != nullptr && asksForTheSame(state, *before)) return;
    const Checklist& checklist = view.checklist();
    switch (state.here.page) {
    case Page::Element:
        view.evidence = evidenceOfElement(checklist, state.here.item);
        view.actions = actionsOfElement(checklist, state.here.item, view.asOf);
        break;
    case Page::EvidenceItem: makeCode(view, state.here.item); [[fallthrough]];
    case Page::Evidence: view.evidence = evidenceMatching(checklist, state.filter, view.asOf); break;
    case Page::Actions: view.actionGroups = groupActions(checklist, state.grouping, state.withDone, view.asOf); break;
    case Page::Search:
        // On the thread that draws, as it is bounded whatever is typed (SearchIndex::find) and measured: 100,000 items
        // with a million words take a third of a frame at worst (tests/bench/search.cpp).
        // Hits name owners, which nobody is to read who is not there.
        view.found = view.search && !state.ownersHidden ? searchFor(state.query, *view.search, view.elementsOf())
                                                        : SearchResults{};
        break;
    case Page::Overview:
    case Page::Map:
    case Page::Changes:
    case Page::About:
    case Page::Pattern:
    case Page::Health: break;
    }
}

const Document* documentOf(const Checklist& checklist, const Evidence& item) {
    if (item.document == 0) return nullptr;
    const auto found = std::ranges::find(checklist.documents, item.document, &Document::id);
    return found == checklist.documents.end() || found->pages.empty() ? nullptr : &*found;
}

const Document* documentOf(const Checklist& checklist, int evidence) {
    const int index = evidenceIndex(checklist, evidence);
    return index < 0 ? nullptr : documentOf(checklist, checklist.evidence[static_cast<std::size_t>(index)]);
}

int evidenceIndex(const Checklist& checklist, int id) {
    const auto found = std::ranges::find(checklist.evidence, id, &Evidence::id);
    return found == checklist.evidence.end() ? -1 : static_cast<int>(found - checklist.evidence.begin());
}

} // namespace sightline
