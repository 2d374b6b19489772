#pragma once

#include <string>

#include "data/model.h"

namespace sightline::testing_support {

/// A snapshot with rows, and with `text` wherever there is text.
Snapshot everywhere(const std::string& text);

Snapshot longWords();
Snapshot longSentences();
Snapshot manySubPoints();
Snapshot noText();
/// A checklist that says almost nothing: what a council starts with.
Snapshot nearlyEmpty();

} // namespace sightline::testing_support
