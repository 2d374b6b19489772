#pragma once

namespace sightline {

/// SIGTERM and SIGINT as something that can be waited for. Make it before the first thread: they inherit the mask.
/// Nothing runs inside a signal handler.
class StopSignal {
public:
    StopSignal();
    ~StopSignal();
    StopSignal(const StopSignal&) = delete;
    StopSignal& operator=(const StopSignal&) = delete;

    /// Becomes readable when the program is to end. -1 where the system refuses: then the signals end it at once.
    [[nodiscard]] int descriptor() const { return descriptor_; }
    [[nodiscard]] bool raised() const;

private:
    int descriptor_ = -1;
};

} // namespace sightline
