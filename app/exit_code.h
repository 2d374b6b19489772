#pragma once

namespace sightline {

/// What the command line answers with.
enum ExitCode {
    kFine = 0,      ///< all is well
    kFindings = 1,  ///< the work was done, and something needs a person's eye
    kUsage = 2,     ///< the command line itself is wrong
    kRefused = 3,   ///< the input was unreadable or refused, or the output could not be written
    kNoDisplay = 4, ///< no display or no OpenGL
    kTryAgain = 75  ///< the graphics card was reset; started again, the wall is well (EX_TEMPFAIL of sysexits.h)
};

} // namespace sightline
