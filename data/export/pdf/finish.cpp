#include "data/export/pdf/finish.h"

#include <memory>

#include <qpdf/qpdf-c.h>

namespace sightline::pdf {
namespace {

struct Cleanup {
    void operator()(qpdf_data file) const { qpdf_cleanup(&file); }
};
using File = std::unique_ptr<std::remove_pointer_t<qpdf_data>, Cleanup>;

void replace(qpdf_data file, qpdf_oh dictionary, const char* key, const char* value) {
    qpdf_oh_replace_key(file, dictionary, key, qpdf_oh_parse(file, value));
}

/// Cairo 1.16 leaves the "D:" of a date out that it was given (PDF 32000-1, 7.9.4).
void mendDate(qpdf_data file) {
    const qpdf_oh info = qpdf_oh_get_key(file, qpdf_get_trailer(file), "/Info");
    if (qpdf_oh_is_dictionary(file, info) == QPDF_FALSE) return;
    const qpdf_oh date = qpdf_oh_get_key(file, info, "/CreationDate");
    if (qpdf_oh_is_string(file, date) == QPDF_FALSE) return;
    const std::string written = qpdf_oh_get_string_value(file, date);
    if (!written.starts_with("D:"))
        qpdf_oh_replace_key(file, info, "/CreationDate", qpdf_oh_new_string(file, ("D:" + written).c_str()));
}

/// Puts all sections below one document.
void addDocument(qpdf_data file, qpdf_oh tree) {
    qpdf_oh sections = qpdf_oh_get_key(file, tree, "/K");
    if (qpdf_oh_is_array(file, sections) == QPDF_FALSE) {
        const qpdf_oh only = sections;
        sections = qpdf_oh_new_array(file);
        qpdf_oh_append_item(file, sections, only);
    }
    const qpdf_oh document =
        qpdf_make_indirect_object(file, qpdf_oh_parse(file, "<< /Type /StructElem /S /Document >>"));
    qpdf_oh_replace_key(file, document, "/P", tree);
    qpdf_oh_replace_key(file, document, "/K", sections);
    for (int i = 0; i < qpdf_oh_get_array_n_items(file, sections); ++i)
        qpdf_oh_replace_key(file, qpdf_oh_get_array_item(file, sections, i), "/P", document);
    qpdf_oh_replace_key(file, tree, "/K", document);
}

bool isElement(qpdf_data file, qpdf_oh object, const char* structure) {
    if (qpdf_oh_is_dictionary(file, object) == QPDF_FALSE) return false;
    const qpdf_oh kind = qpdf_oh_get_key(file, object, "/S");
    return qpdf_oh_is_name(file, kind) != QPDF_FALSE && std::string_view(qpdf_oh_get_name(file, kind)) == structure;
}

/// A heading beside data heads its row; headings among themselves head the columns.
bool headsRow(qpdf_data file, qpdf_oh heading) {
    const qpdf_oh cells = qpdf_oh_get_key(file, qpdf_oh_get_key(file, heading, "/P"), "/K");
    if (qpdf_oh_is_array(file, cells) == QPDF_FALSE) return false;
    for (int i = 0; i < qpdf_oh_get_array_n_items(file, cells); ++i)
        if (isElement(file, qpdf_oh_get_array_item(file, cells, i), "/TD")) return true;
    return false;
}

void sayScopes(qpdf_data file) {
    const int size = qpdf_oh_get_int_value_as_int(file, qpdf_oh_get_key(file, qpdf_get_trailer(file), "/Size"));
    for (int id = 1; id < size; ++id) {
        const qpdf_oh object = qpdf_get_object_by_id(file, id, 0);
        if (isElement(file, object, "/TH"))
            replace(file, object, "/A",
                    headsRow(file, object) ? "<< /O /Table /Scope /Row >>" : "<< /O /Table /Scope /Column >>");
        qpdf_oh_release(file, object);
    }
}

tl::unexpected<Failure> failure(qpdf_data file) {
    const qpdf_error error = qpdf_get_error(file);
    return fail(FailureKind::Internal, "",
                "The pack could not be finished: " +
                    std::string(error == nullptr ? "no reason is given" : qpdf_get_error_full_text(file, error)) + ".");
}

} // namespace

Result<std::string> finish(const std::string& bytes) {
    const File owner(qpdf_init());
    const qpdf_data file = owner.get();
    qpdf_silence_errors(file);
    qpdf_set_suppress_warnings(file, QPDF_TRUE);
    if ((qpdf_read_memory(file, "pack", bytes.data(), bytes.size(), nullptr) & QPDF_ERRORS) != 0) return failure(file);
    const qpdf_oh root = qpdf_get_root(file);
    replace(file, root, "/Lang", "(en-GB)");
    replace(file, root, "/ViewerPreferences", "<< /DisplayDocTitle true >>");
    replace(file, root, "/PageMode", "/UseOutlines");
    mendDate(file);
    const qpdf_oh tree = qpdf_oh_get_key(file, root, "/StructTreeRoot");
    if (qpdf_oh_is_dictionary(file, tree) != QPDF_FALSE) {
        addDocument(file, tree);
        sayScopes(file);
    }
    if ((qpdf_init_write_memory(file) & QPDF_ERRORS) != 0) return failure(file);
    qpdf_set_deterministic_ID(file, QPDF_TRUE);
    if ((qpdf_write(file) & QPDF_ERRORS) != 0) return failure(file);
    return std::string(reinterpret_cast<const char*>(qpdf_get_buffer(file)), qpdf_get_buffer_length(file));
}

} // namespace sightline::pdf
