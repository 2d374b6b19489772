#pragma once

#include <chrono>
#include <functional>
#include <memory>
#include <optional>

#include "data/progress.h"

namespace sightline {

/// A thread for what may never come back: whoever asks for a file in a network folder whose server is gone waits for
/// ever, and cannot be told to stop. For one other thread, which waits, but not for ever.
class PatientThread {
public:
    /// `patience`: how long may pass without a sign of life.
    explicit PatientThread(std::chrono::milliseconds patience) : patience_(patience) {}
    /// Work that has not come back is left to itself.
    ~PatientThread();
    PatientThread(const PatientThread&) = delete;
    PatientThread& operator=(const PatientThread&) = delete;

    /// Does some work there and waits for it; `goesOn` is called meanwhile. Nothing: it has shown no sign of life for
    /// too long, or earlier work has not come back yet. As it may go on when nobody waits any more, it refers to
    /// nothing that goes away: what it needs is its own, or shared. Its signs of life are the calls of what it is
    /// given.
    template <class Answer>
    std::optional<Answer> ask(std::function<Answer(const Progress& alive)> work, const Progress& goesOn) {
        auto answer = std::make_shared<std::optional<Answer>>();
        if (!run([answer, work = std::move(work)](const Progress& alive) { answer->emplace(work(alive)); }, goesOn))
            return std::nullopt;
        return std::move(*answer);
    }

private:
    struct Shared;
    bool run(std::function<void(const Progress& alive)> work, const Progress& goesOn);

    std::chrono::milliseconds patience_;
    std::shared_ptr<Shared> shared_; ///< with the thread, which is started by the first work
};

} // namespace sightline
