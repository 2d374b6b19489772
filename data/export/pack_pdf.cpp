#include "data/export/pack_pdf.h"

#include <dlfcn.h>

#include "assets/embedded.h"
#include "data/export/pdf/library.h"

namespace sightline {

Result<std::string> packPdf(const Pack& pack) {
    // Found where CMake put it, or beside the program. Never closed again: what it uses does not bear that.
    void* library = dlopen("libsightline_pdf.so", RTLD_NOW | RTLD_LOCAL);
    void* door = library == nullptr ? nullptr : dlsym(library, "sightlineMakePackPdf");
    if (door == nullptr)
        return fail(FailureKind::Internal, "libsightline_pdf.so",
                    "This part of the program, which makes PDF files, is missing or does not fit.");
    Result<std::string> made;
    reinterpret_cast<decltype(&sightlineMakePackPdf)>(door)(pack, embeddedFiles(), made);
    return made;
}

} // namespace sightline
