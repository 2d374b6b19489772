#include "data/export/pdf/finish.h"

#include <algorithm>

#define POINTERHOLDER_TRANSITION 4 // qpdf before 12 asks which of its pointers is meant: the standard's
#include <qpdf/QPDF.hh>
#include <qpdf/QPDFWriter.hh>

namespace sightline::pdf {
namespace {

/// Cairo 1.16 leaves the "D:" of a date out that it was given (PDF 32000-1, 7.9.4).
void mendDate(QPDF& pdf) {
    QPDFObjectHandle info = pdf.getTrailer().getKey("/Info");
    if (!info.isDictionary()) return;
    QPDFObjectHandle date = info.getKey("/CreationDate");
    if (date.isString() && !date.getStringValue().starts_with("D:"))
        info.replaceKey("/CreationDate", QPDFObjectHandle::newString("D:" + date.getStringValue()));
}

/// Puts all sections below one document.
void addDocument(QPDF& pdf, QPDFObjectHandle tree) {
    QPDFObjectHandle sections = tree.getKey("/K");
    if (sections.isNull()) return;
    if (!sections.isArray()) sections = QPDFObjectHandle::newArray({sections});
    QPDFObjectHandle document = pdf.makeIndirectObject(QPDFObjectHandle::parse("<< /Type /StructElem /S /Document >>"));
    document.replaceKey("/P", tree);
    document.replaceKey("/K", sections);
    for (QPDFObjectHandle section : sections.aitems())
        if (section.isDictionary()) section.replaceKey("/P", document);
    tree.replaceKey("/K", QPDFObjectHandle::newArray({document}));
}

bool isElement(QPDFObjectHandle object, const char* structure) {
    return object.isDictionary() && object.getKey("/S").isNameAndEquals(structure);
}

/// A heading beside data heads its row; headings among themselves head the columns.
bool headsRow(QPDFObjectHandle heading) {
    QPDFObjectHandle cells = heading.getKey("/P").getKey("/K");
    if (!cells.isArray()) return false;
    auto all = cells.aitems();
    return std::any_of(all.begin(), all.end(), [](QPDFObjectHandle cell) { return isElement(cell, "/TD"); });
}

void sayScopes(QPDF& pdf) {
    for (QPDFObjectHandle object : pdf.getAllObjects())
        if (isElement(object, "/TH"))
            object.replaceKey("/A", QPDFObjectHandle::parse(headsRow(object) ? "<< /O /Table /Scope /Row >>"
                                                                             : "<< /O /Table /Scope /Column >>"));
}

} // namespace

Result<std::string> finish(const std::string& bytes) {
    try {
        QPDF pdf;
        pdf.processMemoryFile("pack", bytes.data(), bytes.size());
        QPDFObjectHandle root = pdf.getRoot();
        root.replaceKey("/Lang", QPDFObjectHandle::newUnicodeString("en-GB"));
        root.replaceKey("/ViewerPreferences", QPDFObjectHandle::parse("<< /DisplayDocTitle true >>"));
        root.replaceKey("/PageMode", QPDFObjectHandle::newName("/UseOutlines"));
        mendDate(pdf);
        if (QPDFObjectHandle tree = root.getKey("/StructTreeRoot"); tree.isDictionary()) {
            addDocument(pdf, tree);
            sayScopes(pdf);
        }
        QPDFWriter writer(pdf);
        writer.setOutputMemory();
        writer.setDeterministicID(true);
        writer.write();
        const auto written = writer.getBufferSharedPointer();
        return std::string(reinterpret_cast<const char*>(written->getBuffer()), written->getSize());
    } catch (const std::exception& error) {
        return fail(FailureKind::Internal, "", std::string("The pack could not be finished: ") + error.what() + ".");
    }
}

} // namespace sightline::pdf
