#!/bin/sh
# What sanitizers have found. Each process writes its report to a file of its own (log_path in CMakePresets.json): many are
# children whose words nobody hears, and to whoever started them a crash is one refusal more. UBSan beside
# AddressSanitizer can only write to standard error: it aborts, and the other reports that (handle_abort).
# At the end of a wall, LeakSanitizer would follow storage of the driver's threads that is gone and die of it, hence
# intercept_tls_get_addr=0.
#   reports.sh forget FOLDER   before the tests
#   reports.sh none FOLDER     after them: prints what there is, and fails if there is anything
set -eu
mkdir -p "$2"
cd "$2"
case $1 in
forget) find . -type f -delete ;;
none)
    [ -n "$(find . -type f)" ] || { echo "no report"; exit 0; }
    find . -type f -exec sh -c 'echo "$1:"; cat "$1"' sh {} \;
    exit 1
    ;;
esac
