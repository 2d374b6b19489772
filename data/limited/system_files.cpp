#include "data/limited/system_files.h"

namespace sightline {

FileAccess systemFiles() {
    return {.readable = {"/usr",
                         "/lib",
                         "/lib64",
                         "/bin",
                         "/etc/ld.so.cache",
                         "/etc/ld.so.preload",
                         "/etc/fonts",
                         "/etc/libreoffice",
                         "/etc/localtime",
                         "/etc/passwd",
                         "/etc/group",
                         "/etc/nsswitch.conf",
                         "/etc/papersize",
                         "/var/cache/fontconfig",
                         "/var/lib/libreoffice",
                         "/var/spool/libreoffice",
                         "/proc",
                         "/dev/urandom",
                         "/dev/random",
                         "/dev/zero",
                         "/sys/devices/system/cpu"},
            .writable = {"/dev/null"},
            .executable = true};
}

} // namespace sightline
