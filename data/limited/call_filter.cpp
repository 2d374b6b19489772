#include "data/limited/call_filter.h"

#include <algorithm>
#include <array>
#include <cerrno>
#include <memory>

#include <fcntl.h>
#include <sched.h>
#include <seccomp.h>
#include <sys/mman.h>

namespace sightline {
namespace {

// What glibc, libstdc++, SQLite, zlib, libpng and libjpeg call to read files and to compute, on their way out included.
constexpr std::array kHarmless = {SCMP_SYS(read),
                                  SCMP_SYS(pread64),
                                  SCMP_SYS(readv),
                                  SCMP_SYS(preadv),
                                  SCMP_SYS(write),
                                  SCMP_SYS(writev),
                                  SCMP_SYS(close),
                                  SCMP_SYS(lseek),
                                  SCMP_SYS(fstat),
                                  SCMP_SYS(stat),
                                  SCMP_SYS(lstat),
                                  SCMP_SYS(newfstatat),
                                  SCMP_SYS(statx),
                                  SCMP_SYS(statfs),
                                  SCMP_SYS(fstatfs),
                                  SCMP_SYS(access),
                                  SCMP_SYS(faccessat),
                                  SCMP_SYS(faccessat2),
                                  SCMP_SYS(readlink),
                                  SCMP_SYS(readlinkat),
                                  SCMP_SYS(getcwd),
                                  SCMP_SYS(getdents64),
                                  SCMP_SYS(fadvise64),
                                  SCMP_SYS(munmap),
                                  SCMP_SYS(mremap),
                                  SCMP_SYS(brk),
                                  SCMP_SYS(madvise),
                                  SCMP_SYS(futex),
                                  SCMP_SYS(set_robust_list),
                                  SCMP_SYS(rseq),
                                  SCMP_SYS(rt_sigaction),
                                  SCMP_SYS(rt_sigprocmask),
                                  SCMP_SYS(rt_sigreturn),
                                  SCMP_SYS(sigaltstack),
                                  SCMP_SYS(restart_syscall),
                                  SCMP_SYS(exit),
                                  SCMP_SYS(exit_group),
                                  SCMP_SYS(clock_gettime),
                                  SCMP_SYS(clock_getres),
                                  SCMP_SYS(gettimeofday),
                                  SCMP_SYS(time),
                                  SCMP_SYS(nanosleep),
                                  SCMP_SYS(clock_nanosleep),
                                  SCMP_SYS(getrandom),
                                  SCMP_SYS(getpid),
                                  SCMP_SYS(gettid),
                                  SCMP_SYS(getuid),
                                  SCMP_SYS(geteuid),
                                  SCMP_SYS(getgid),
                                  SCMP_SYS(getegid),
                                  SCMP_SYS(sched_yield),
                                  SCMP_SYS(sched_getaffinity),
                                  SCMP_SYS(getrusage),
                                  SCMP_SYS(sysinfo),
                                  SCMP_SYS(uname),
                                  SCMP_SYS(poll),
                                  SCMP_SYS(ppoll)};

// What only somebody who has taken the process over would call. Better ended than told no.
constexpr std::array kDeadly = {SCMP_SYS(execve),
                                SCMP_SYS(execveat),
                                SCMP_SYS(fork),
                                SCMP_SYS(vfork),
                                SCMP_SYS(socket),
                                SCMP_SYS(socketpair),
                                SCMP_SYS(connect),
                                SCMP_SYS(bind),
                                SCMP_SYS(listen),
                                SCMP_SYS(accept),
                                SCMP_SYS(accept4),
                                SCMP_SYS(sendto),
                                SCMP_SYS(sendmsg),
                                SCMP_SYS(ptrace),
                                SCMP_SYS(process_vm_readv),
                                SCMP_SYS(process_vm_writev),
                                SCMP_SYS(kill),
                                SCMP_SYS(mount),
                                SCMP_SYS(umount2),
                                SCMP_SYS(pivot_root),
                                SCMP_SYS(chroot),
                                SCMP_SYS(unshare),
                                SCMP_SYS(setns),
                                SCMP_SYS(bpf),
                                SCMP_SYS(perf_event_open),
                                SCMP_SYS(io_uring_setup),
                                SCMP_SYS(userfaultfd),
                                SCMP_SYS(keyctl),
                                SCMP_SYS(add_key),
                                SCMP_SYS(init_module),
                                SCMP_SYS(finit_module),
                                SCMP_SYS(reboot),
                                SCMP_SYS(setuid),
                                SCMP_SYS(setgid),
                                SCMP_SYS(chmod),
                                SCMP_SYS(fchmod),
                                SCMP_SYS(fchmodat),
                                SCMP_SYS(chown),
                                SCMP_SYS(fchownat),
                                SCMP_SYS(link),
                                SCMP_SYS(linkat),
                                SCMP_SYS(symlink),
                                SCMP_SYS(symlinkat),
                                SCMP_SYS(mknodat)};

constexpr std::array kFilesMade = {SCMP_SYS(ftruncate), SCMP_SYS(unlink), SCMP_SYS(unlinkat),  SCMP_SYS(rename),
                                   SCMP_SYS(renameat),  SCMP_SYS(fsync),  SCMP_SYS(fdatasync), SCMP_SYS(fallocate),
                                   SCMP_SYS(pwrite64),  SCMP_SYS(mkdir),  SCMP_SYS(mkdirat)};

/// A filter that is being put together. A rule for a call that this kind of machine does not have is left out.
class Filter {
public:
    Filter() : context(seccomp_init(SCMP_ACT_ERRNO(EPERM)), &seccomp_release) {}

    template <size_t Count>
    void add(std::uint32_t action, const std::array<int, Count>& calls) {
        for (const int call : calls) add(action, call, {});
    }
    void add(std::uint32_t action, int call, std::initializer_list<scmp_arg_cmp> conditions) {
        if (!context) return;
        const int code = seccomp_rule_add_array(context.get(), action, call, static_cast<unsigned>(conditions.size()),
                                                conditions.begin());
        whole = whole && (code == 0 || code == -EDOM);
    }
    [[nodiscard]] bool load() { return context && whole && seccomp_load(context.get()) == 0; }

private:
    std::unique_ptr<void, decltype(&seccomp_release)> context;
    bool whole = true;
};

// The argument `at` of a call, as far as `mask` goes, is `value`.
scmp_arg_cmp masked(unsigned at, std::uint64_t mask, std::uint64_t value) {
    return scmp_arg_cmp{at, SCMP_CMP_MASKED_EQ, mask, value};
}

} // namespace

bool filterCalls(CallFilter wanted) {
    Filter filter;
    filter.add(SCMP_ACT_ALLOW, kHarmless);
    filter.add(SCMP_ACT_KILL_PROCESS, kDeadly);
    // Memory, but none that could be executed.
    for (const int call : {SCMP_SYS(mmap), SCMP_SYS(mprotect)})
        filter.add(SCMP_ACT_ALLOW, call, {masked(2, PROT_EXEC, 0)});
    // Threads, but no processes. The newer call hides its flags behind a pointer; glibc goes on with the older one.
    filter.add(SCMP_ACT_ALLOW, SCMP_SYS(clone), {masked(0, CLONE_THREAD | CLONE_VM, CLONE_THREAD | CLONE_VM)});
    filter.add(SCMP_ACT_ERRNO(ENOSYS), SCMP_SYS(clone3), {});
    // Asking what the limits are, of oneself.
    filter.add(SCMP_ACT_ALLOW, SCMP_SYS(prlimit64), {scmp_arg_cmp{2, SCMP_CMP_EQ, 0, 0}});
    filter.add(SCMP_ACT_ALLOW, SCMP_SYS(getrlimit), {});
    // abort() has to work, in this process and no other.
    filter.add(SCMP_ACT_ALLOW, SCMP_SYS(tgkill),
               {scmp_arg_cmp{0, SCMP_CMP_EQ, static_cast<scmp_datum_t>(::getpid()), 0}});
    for (const int command : {F_GETFD, F_SETFD, F_GETFL, F_GETLK})
        filter.add(SCMP_ACT_ALLOW, SCMP_SYS(fcntl),
                   {scmp_arg_cmp{1, SCMP_CMP_EQ, static_cast<scmp_datum_t>(command), 0}});
    if (wanted == CallFilter::Writer) {
        filter.add(SCMP_ACT_ALLOW, SCMP_SYS(openat), {});
        filter.add(SCMP_ACT_ALLOW, SCMP_SYS(open), {});
        filter.add(SCMP_ACT_ALLOW, kFilesMade);
        // SQLite locks what it reads while a write-ahead log lies beside it.
        filter.add(SCMP_ACT_ALLOW, SCMP_SYS(fcntl), {scmp_arg_cmp{1, SCMP_CMP_EQ, F_SETLK, 0}});
    } else {
        constexpr std::uint64_t kWriting = O_ACCMODE | O_CREAT | O_TRUNC;
        filter.add(SCMP_ACT_ALLOW, SCMP_SYS(openat), {masked(2, kWriting, O_RDONLY)});
        filter.add(SCMP_ACT_ALLOW, SCMP_SYS(open), {masked(1, kWriting, O_RDONLY)});
    }
    return filter.load();
}

} // namespace sightline
