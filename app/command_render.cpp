#include "app/command_still.h"

#include "app/report_failure.h"
#include "app/still.h"
#include "render/offscreen.h"
#include "render/png_file.h"

namespace sightline {

ExitCode runRender(const RenderCommand& options) {
    auto still = Still::build(options);
    if (!still) return reportFailure(still.error());
    auto context = OffscreenContext::create(options.size.width, options.size.height);
    if (!context) return reportFailure(context.error(), kNoDisplay);

    GlTarget& target = (*context)->target();
    (*still)->giveTo(target);
    target.paint((*still)->frame().drawData(), options.size.width, options.size.height, (*still)->look().ground.rgb);
    const auto written = writePng((*context)->read(), options.output);
    return written ? kFine : reportFailure(written.error());
}

} // namespace sightline
