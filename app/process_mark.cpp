#include "app/process_mark.h"

#include <charconv>
#include <fstream>
#include <iterator>
#include <sstream>
#include <string_view>
#include <unistd.h>

namespace sightline {

namespace {

std::string fileOf(pid_t pid, std::string_view name) {
    return "/proc/" + std::to_string(pid) + "/" + std::string(name);
}

/// 0: there is no such process.
std::uint64_t startTicksOf(pid_t pid) {
    std::ifstream file(fileOf(pid, "stat"));
    const std::string text((std::istreambuf_iterator<char>(file)), {});
    // The second field is the program's name in brackets, and may hold anything.
    const auto name = text.rfind(')');
    if (name == std::string::npos) return 0;
    std::istringstream fields(text.substr(name + 1));
    std::string field;
    for (int number = 3; number <= 22 && fields >> field; ++number) {
    }
    std::uint64_t ticks = 0;
    std::from_chars(field.data(), field.data() + field.size(), ticks);
    return ticks;
}

/// "VmRSS:     34567 kB"
std::int64_t mib(const std::string& line) {
    constexpr std::int64_t kKibPerMib = 1024;
    std::int64_t kib = 0;
    std::istringstream(line.substr(line.find(':') + 1)) >> kib;
    return (kib + kKibPerMib / 2) / kKibPerMib;
}

} // namespace

std::string thisBoot() {
    std::ifstream file("/proc/sys/kernel/random/boot_id");
    std::string id;
    file >> id;
    return id;
}

ProcessMark thisProcess() { return {getpid(), startTicksOf(getpid()), thisBoot()}; }

bool isRunning(const ProcessMark& mark) {
    // A service that sees nothing but processes in /proc (ProcSubset=pid) does not know which start of the machine it
    // is.
    const bool sameBoot = mark.boot.empty() || mark.boot == thisBoot();
    return mark.pid > 0 && mark.startTicks > 0 && sameBoot && startTicksOf(mark.pid) == mark.startTicks;
}

ProcessMemory memoryOf(pid_t pid) {
    ProcessMemory memory;
    std::ifstream file(fileOf(pid, "status"));
    for (std::string line; std::getline(file, line);) {
        if (line.starts_with("VmRSS:")) memory.nowMib = mib(line);
        if (line.starts_with("VmHWM:")) memory.mostMib = mib(line);
    }
    return memory;
}

} // namespace sightline
