#!/bin/sh
# Installs what is missing, builds Sightline and shows the embedded sample; without a display it writes every page as a
# picture. Further arguments go to `sightline show`: ./run.sh --sample northmoor, ./run.sh snapshot.db
set -eu
cd "$(dirname "$0")"

.ci/install .ci/packages-build
echo "Building Sightline into build/release."
mkdir -p build
cmake --preset release -DSIGHTLINE_TESTS=OFF >build/configure.log 2>&1 || { cat build/configure.log >&2; exit 1; }
cmake --build --preset release --target sightline
sightline=build/release/app/sightline

if [ -n "${DISPLAY:-}" ]; then
    echo "Showing the wall. Close it with Alt+F4; the keys are in the README."
    exec "$sightline" show "$@"
fi

mkdir -p build/pages
echo "There is no display (DISPLAY is not set), so every page is written as a picture."
for sample in dorset northmoor; do
    for page in overview element:1 element:2 element:3 element:4 element:5 element:6 evidence evidence:1 evidence:9 actions map changes \
        search search:famil about meeting meeting:1 meeting:attention:2 meeting:3:map meeting:end rotation:2 rotation:4:paused evidence:8 pin curtain; do
        "$sightline" render --sample "$sample" --page "$page" --size 1920x1080 \
            -o "build/pages/$sample-$(echo "$page" | tr ':' '-').png"
    done
done
echo "The pages are in $(pwd)/build/pages:"
ls build/pages
