#include "data/check_answer.h"

#include "data/text_rules.h"

namespace sightline {
namespace {

constexpr std::string_view kFine = "fine\n";
constexpr char kFirstKind = 'a';
constexpr char kLastKind = static_cast<char>(kFirstKind + static_cast<int>(FailureKind::Internal));

} // namespace

std::string answerText(const Result<void>& checked) {
    if (checked) return std::string(kFine);
    const Failure& failure = checked.error();
    std::string text(1, static_cast<char>(kFirstKind + static_cast<int>(failure.kind)));
    text += failure.place + '\n' + failure.sentence + '\n';
    if (text.size() > kMostAnswerBytes) text.resize(kMostAnswerBytes);
    return text;
}

std::optional<Result<void>> parseAnswer(std::string_view text, const std::string& place) {
    if (text == kFine) return Result<void>();
    const auto second = text.find('\n');
    if (text.size() > kMostAnswerBytes || second == std::string_view::npos || !text.ends_with("\n"))
        return std::nullopt;
    if (text.front() < kFirstKind || text.front() > kLastKind) return std::nullopt;
    std::string_view where = text.substr(1, second - 1);
    if (!where.starts_with(kCheckedFile)) return std::nullopt;
    where.remove_prefix(std::string_view(kCheckedFile).size());
    const std::string_view sentence = text.substr(second + 1, text.size() - second - 2);
    if (sentence.empty() || sentence.back() != '.') return std::nullopt;
    for (const std::string_view part : {where, sentence})
        if (textProblem(part, kMostAnswerBytes, LineFeeds::Refused)) return std::nullopt;
    return fail(static_cast<FailureKind>(text.front() - kFirstKind), place + std::string(where), std::string(sentence));
}

} // namespace sightline
