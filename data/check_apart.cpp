#include "data/check_apart.h"

#include <algorithm>
#include <array>
#include <cerrno>
#include <csignal>
#include <string>
#include <string_view>
#include <utility>

#include <fcntl.h>
#include <poll.h>
#include <spawn.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

#include "data/check_answer.h"
#include "data/check_copy.h"
#include "data/file.h"

namespace sightline {
namespace {

namespace fs = std::filesystem;
using Clock = std::chrono::steady_clock;

// Whoever waits for us is told this often that we wait for something that has its own limit.
constexpr std::chrono::milliseconds kBetweenSigns{200};

/// The process that checks, until it has ended.
class Checker {
public:
    /// False: the system refused to start it.
    bool start(const fs::path& program, const std::array<std::string, 4>& words) {
        std::array<int, 2> ends{};
        if (::pipe2(ends.data(), O_CLOEXEC) != 0) return false;
        answer = OpenFile(ends[0]);
        const OpenFile writable(ends[1]);
        posix_spawn_file_actions_t files;
        if (::posix_spawn_file_actions_init(&files) != 0) return false;
        ::posix_spawn_file_actions_addopen(&files, STDIN_FILENO, "/dev/null", O_RDONLY, 0);
        ::posix_spawn_file_actions_adddup2(&files, writable.get(), STDOUT_FILENO);
        std::array<char*, 5> arguments{};
        std::ranges::transform(words, arguments.begin(), [](const std::string& word) {
            return const_cast<char*>(word.c_str()); // posix_spawn does not change them
        });
        const int error = ::posix_spawn(&process, program.c_str(), &files, nullptr, arguments.data(), environ);
        ::posix_spawn_file_actions_destroy(&files);
        if (error != 0) process = -1;
        return error == 0;
    }
    ~Checker() {
        if (process > 0) end();
    }
    Checker() = default;
    Checker(const Checker&) = delete;
    Checker& operator=(const Checker&) = delete;

    /// Takes what it says until it ends. False: it was still there at `until`.
    bool listen(Clock::time_point until, const Progress& goesOn) {
        const OpenFile ended(static_cast<int>(::syscall(SYS_pidfd_open, process, 0U)));
        std::array<pollfd, 2> events = {{{answer.get(), POLLIN, 0}, {ended.get(), POLLIN, 0}}};
        while (true) {
            const auto left = std::chrono::ceil<std::chrono::milliseconds>(until - Clock::now());
            if (left.count() <= 0) return false;
            ::poll(events.data(), events.size(), static_cast<int>(std::min(left, kBetweenSigns).count()));
            if (goesOn) goesOn();
            if (events[0].revents != 0 && !take()) events[0].fd = -1;
            if (said.size() > kMostAnswerBytes) ::kill(process, SIGKILL);
            const bool silent = events[0].fd < 0;
            // Without that kind of descriptor its silence has to do: nobody else holds the pipe.
            if (silent && (events[1].revents != 0 || !ended.isOpen())) return true;
        }
    }

    /// Kills it where it is still there. The status as waitpid gives it.
    int end() {
        ::kill(process, SIGKILL);
        return await();
    }
    int await() {
        int status = 0;
        while (::waitpid(process, &status, 0) < 0 && errno == EINTR) {
        }
        process = -1;
        return status;
    }

    std::string said;

private:
    // One portion. False: the pipe is at its end, or says more than it may.
    bool take() {
        std::array<char, kMostAnswerBytes> portion{};
        const ssize_t count = ::read(answer.get(), portion.data(), portion.size());
        if (count < 0 && errno == EINTR) return true;
        if (count <= 0) return false;
        said.append(portion.data(), static_cast<size_t>(count));
        return said.size() <= kMostAnswerBytes;
    }

    pid_t process = -1;
    OpenFile answer;
};

tl::unexpected<Failure> tookTooLong(const std::string& place) {
    return fail(FailureKind::TooLarge, place, "Checking the file took too long, so it was refused.");
}

Result<bool> judge(int status, const std::string& said, const std::string& place) {
    if (WIFSIGNALED(status) && WTERMSIG(status) == SIGXCPU) return tookTooLong(place);
    if (WIFEXITED(status) && WEXITSTATUS(status) == kCopyNotRead)
        return fail(FailureKind::TooLarge, place, "Checking the file needs more memory than is allowed.");
    if (WIFEXITED(status) && WEXITSTATUS(status) == kCopyAnswered)
        if (auto answer = parseAnswer(said, place))
            return *answer ? Result<bool>(true) : tl::unexpected(answer->error());
    return fail(FailureKind::Damaged, place, "The file made the program that checks it crash, so it was refused.");
}

} // namespace

CopyCheck checkApart(fs::path program, const ApartLimits& most) {
    return [program = std::move(program), most](const fs::path& copy, std::uint64_t bytes, const std::string& place,
                                                const Progress& goesOn) -> Result<bool> {
        const std::chrono::seconds more(bytes / limits::kBytesASecond);
        const std::string processorTime = std::to_string((most.processorTime + more).count());
        Checker checker;
        if (!checker.start(program, {"sightline", kCheckCopyWord, copy.string(), processorTime})) return false;
        if (!checker.listen(Clock::now() + most.time + 3 * more, goesOn)) return tookTooLong(place);
        const int status = checker.await();
        return judge(status, checker.said, place);
    };
}

CopyCheck checkInOwnProcess() {
    std::error_code error;
    const fs::path self = fs::read_symlink("/proc/self/exe", error);
    if (error || !self.filename().string().starts_with("sightline")) return {};
    return checkApart("/proc/self/exe");
}

} // namespace sightline
