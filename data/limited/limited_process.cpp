#include "data/limited/limited_process.h"

#include <algorithm>
#include <array>
#include <cerrno>
#include <csignal>

#include <fcntl.h>
#include <poll.h>
#include <sys/wait.h>
#include <unistd.h>

#include "data/file.h"
#include "data/limited/process_warden.h"

namespace sightline {
namespace {

using Clock = std::chrono::steady_clock;

constexpr size_t kErrorBytes = 4096;
constexpr std::chrono::seconds kWardenTime{5}; // to kill what is left

struct Pipe {
    OpenFile readable;
    OpenFile writable;
    [[nodiscard]] bool open() {
        std::array<int, 2> ends{};
        if (::pipe2(ends.data(), O_CLOEXEC) != 0) return false;
        readable = OpenFile(ends[0]);
        writable = OpenFile(ends[1]);
        return true;
    }
};

/// Takes what arrives on a pipe, up to a bound.
class Intake {
public:
    Intake(const OpenFile& from, size_t bound) : pipe(from), most(bound) {}

    // One portion. False: the pipe is at its end.
    bool take() {
        std::array<char, 16384> portion{};
        const ssize_t count = ::read(pipe.get(), portion.data(), portion.size());
        if (count < 0 && errno == EINTR) return true;
        if (count <= 0) return false;
        const size_t arrived = static_cast<size_t>(count);
        const size_t room = most - text.size();
        over = over || arrived > room;
        text.append(portion.data(), std::min(arrived, room));
        return true;
    }
    std::string text;
    bool over = false;

private:
    const OpenFile& pipe;
    size_t most;
};

/// One job, from its pipes to its end.
class LimitedRun {
public:
    explicit LimitedRun(const LimitedJob& wanted) : job(wanted) {}

    Ended run() {
        if (!leash.open() || !status.open() || !output.open() || !errors.open()) return {};
        warden = startWarden(
            job, {leash.readable.get(), status.writable.get(), output.writable.get(), errors.writable.get()});
        if (warden < 0) return {};
        for (Pipe* pipe : {&status, &output, &errors}) pipe->writable.close();
        leash.readable.close();
        Ended ended;
        ended.how = collect();
        leash.writable.close();
        endWarden();
        // All writers are dead, so these come to their end.
        while (out.take()) {
        }
        while (err.take()) {
        }
        if (ended.how == Ending::Finished && out.over) ended.how = Ending::TooMuchOutput;
        if (ended.how == Ending::Finished) readCode(ended);
        ended.output = std::move(out.text);
        ended.errors = std::move(err.text);
        return ended;
    }

private:
    // Until the job ends by itself or has to be ended.
    Ending collect() {
        const auto end = Clock::now() + job.limits.time;
        std::array<pollfd, 4> events = {{{output.readable.get(), POLLIN, 0},
                                         {errors.readable.get(), POLLIN, 0},
                                         {status.readable.get(), POLLIN, 0},
                                         {job.interruption.descriptor, POLLIN, 0}}};
        while (true) {
            const auto left = std::chrono::ceil<std::chrono::milliseconds>(end - Clock::now()).count();
            if (left <= 0) return Ending::TimedOut;
            const int ready = ::poll(events.data(), events.size(), static_cast<int>(left));
            if (ready < 0 && errno != EINTR) return Ending::NotStarted;
            if (ready <= 0) continue;
            if (events[3].revents != 0) return Ending::Interrupted;
            if (events[0].revents != 0 && !out.take()) events[0].fd = -1;
            if (out.over) return Ending::TooMuchOutput;
            if (events[1].revents != 0 && !err.take()) events[1].fd = -1;
            if (events[2].revents != 0) return Ending::Finished;
        }
    }

    void endWarden() {
        pollfd gone{status.readable.get(), POLLIN, 0};
        // Readable: its status is there, and it is about to end.
        if (::poll(&gone, 1, static_cast<int>(std::chrono::milliseconds(kWardenTime).count())) == 0)
            ::kill(warden, SIGKILL);
        while (::waitpid(warden, nullptr, 0) < 0 && errno == EINTR) {
        }
    }

    void readCode(Ended& ended) {
        int code = 0;
        if (::read(status.readable.get(), &code, sizeof code) != sizeof code) {
            ended.how = Ending::NotStarted;
            return;
        }
        ended.code = WIFEXITED(code) ? WEXITSTATUS(code) : -WTERMSIG(code);
        if (ended.code == -SIGXCPU) ended.how = Ending::TimedOut;
    }

    const LimitedJob& job;
    Pipe leash;
    Pipe status;
    Pipe output;
    Pipe errors;
    Intake out{output.readable, job.limits.outputBytes};
    Intake err{errors.readable, kErrorBytes};
    pid_t warden = -1;
};

} // namespace

bool Interruption::raised() const {
    pollfd wanted{descriptor, POLLIN, 0};
    return descriptor >= 0 && ::poll(&wanted, 1, 0) > 0;
}

Ended runLimited(const LimitedJob& job) { return LimitedRun(job).run(); }

std::optional<std::filesystem::path> installedProgram(const std::string& name) {
    for (const char* folder : {"/usr/bin", "/usr/local/bin", "/bin"}) {
        std::filesystem::path path = std::filesystem::path(folder) / name;
        if (::access(path.c_str(), X_OK) == 0) return path;
    }
    return std::nullopt;
}

} // namespace sightline
