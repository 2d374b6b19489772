#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

#include "data/failure.h"

namespace sightline {

/// How a process that checks a copy ends: it has said what it found, or could not come to that.
inline constexpr int kCopyAnswered = 0;
inline constexpr int kCopyNotRead = 3;

/// It may say no more than this.
inline constexpr std::size_t kMostAnswerBytes = 8192;

/// What stands in its failures for the file, whose name it is not told: "*, table action, row 3".
inline constexpr const char* kCheckedFile = "*";

/// What it says on its standard output.
std::string answerText(const Result<void>& checked);

/// Reads that. It comes from a process that a hostile file may have taken over, so that only three things get through:
/// a kind, where in `place` it is, and a sentence, both fit to be shown. Nothing: it is no answer.
std::optional<Result<void>> parseAnswer(std::string_view text, const std::string& place);

} // namespace sightline
