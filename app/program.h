#pragma once

#include "app/wall_setting.h"

namespace sightline {

/// The whole program, from its command line to its exit code. `setting`: what only tests set otherwise.
int runProgram(int argc, char** argv, const WallSetting& setting = {});

} // namespace sightline
