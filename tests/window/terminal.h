#pragma once

#include <string>
#include <sys/types.h>
#include <vector>

namespace sightline::window_tests {

/// A program on a terminal of its own, at which the test types.
class Terminal {
public:
    explicit Terminal(const std::vector<std::string>& words);
    ~Terminal();
    Terminal(const Terminal&) = delete;
    Terminal& operator=(const Terminal&) = delete;

    /// Waits until the terminal shows a text. False: the program ended before, or it took half a minute.
    bool await(const std::string& text);
    void type(const std::string& keys) const;
    /// Whether the terminal shows what is typed.
    [[nodiscard]] bool echoes() const;
    /// Everything that it has shown.
    [[nodiscard]] const std::string& shown() const { return shown_; }
    /// Waits for the program's end: its exit code, or minus the signal that ended it.
    int end();

private:
    bool read(int milliseconds);

    pid_t pid_ = 0;
    int outside_ = -1; ///< where the test types and reads
    int inside_ = -1;  ///< held open, so that the terminal stays when the program ends
    std::string shown_;
};

} // namespace sightline::window_tests
