#include "data/export/pdf/book.h"

#include <memory>

#include <cairo-pdf.h>

#include "data/export/pdf/finish.h"
#include "data/export/pdf_words.h"
#include "data/rules.h"

namespace sightline::pdf {
namespace {

struct DestroySurface {
    void operator()(cairo_surface_t* surface) const { cairo_surface_destroy(surface); }
};
struct DestroyContext {
    void operator()(cairo_t* context) const { cairo_destroy(context); }
};

cairo_status_t append(void* bytes, const unsigned char* data, unsigned int length) {
    static_cast<std::string*>(bytes)->append(reinterpret_cast<const char*>(data), length);
    return CAIRO_STATUS_SUCCESS;
}

std::string titleOf(const Checklist& checklist) { return checklist.authority + ": " + checklist.title; }

/// When the pack's content was made, so that the same snapshot gives the same file: a sample has no time of its own.
std::string madeAt(const Pack& pack) {
    if (!pack.snapshot->meta.created.empty()) return pack.snapshot->meta.created;
    return isoDate(pack.asOf) + "T00:00:00Z";
}

void describe(cairo_surface_t* surface, const Pack& pack) {
    const auto set = [&](cairo_pdf_metadata_t what, const std::string& words) {
        cairo_pdf_surface_set_metadata(surface, what, words.c_str());
    };
    set(CAIRO_PDF_METADATA_TITLE, titleOf(pack.checklist()));
    set(CAIRO_PDF_METADATA_AUTHOR, pack.checklist().authority);
    set(CAIRO_PDF_METADATA_SUBJECT, headWords(pack) + " · " + snapshotIdentity(*pack.snapshot));
    set(CAIRO_PDF_METADATA_CREATOR, "Sightline");
    set(CAIRO_PDF_METADATA_CREATE_DATE, madeAt(pack));
}

void drawHead(Sheet& sheet, const Pack& pack) {
    constexpr double kTop = 28;
    const std::string position = headWords(pack);
    const double right = kPageWidth - kMargin;
    const double room = kContentWidth - sheet.type.width(Style::Running, position) - kGap;
    sheet.text(Style::Running, kMargin, kTop, kInk,
               sheet.type.fit(Style::Running, room, pack.checklist().authority + " · " + pack.checklist().title));
    sheet.textRight(Style::Running, right, kTop, kSecondary, position);
    sheet.hairline(kMargin, right, kTop + 16);
}

void drawFoot(Sheet& sheet, const Pack& pack, std::size_t number, std::size_t count) {
    constexpr double kTop = 560;
    const double right = kPageWidth - kMargin;
    sheet.hairline(kMargin, right, kTop - 5);
    sheet.text(Style::Running, kMargin, kTop, kSecondary, snapshotIdentity(*pack.snapshot));
    sheet.textRight(Style::Running, right, kTop, kInk, std::to_string(number) + " of " + std::to_string(count));
}

void drawPage(Sheet& sheet, const Chapter& chapter, const Page& page, bool first) {
    const auto section = sheet.tag("Sect");
    for (std::size_t i = 0; i < page.drawings.size(); ++i) {
        std::optional<Sheet::Tag> target;
        if (first && i == 0) target.emplace(sheet.destination(chapter.destination));
        page.drawings[i](sheet);
    }
}

void addBookmarks(cairo_surface_t* surface, const std::vector<Chapter>& chapters) {
    int elements = CAIRO_PDF_OUTLINE_ROOT;
    const auto add = [&](int parent, const std::string& title, const std::string& destination) {
        return cairo_pdf_surface_add_outline(surface, parent, title.c_str(), ("dest='" + destination + "'").c_str(),
                                             CAIRO_PDF_OUTLINE_FLAG_OPEN);
    };
    for (const Chapter& chapter : chapters) {
        if (chapter.ofElements && elements == CAIRO_PDF_OUTLINE_ROOT)
            elements = add(CAIRO_PDF_OUTLINE_ROOT, "Elements", chapter.destination);
        add(chapter.ofElements ? elements : CAIRO_PDF_OUTLINE_ROOT, chapter.title, chapter.destination);
    }
}

} // namespace

double addTitle(const Typesetter& type, Page& page, std::string_view title, std::string_view subtitle, bool first,
                double width, std::size_t most) {
    const Style style = first ? Style::PageTitle : Style::Section;
    auto lines = type.wrap(style, width, first ? std::string(title) : std::string(title) + ", continued", most);
    auto below = subtitle.empty() ? std::vector<std::string>() : type.wrap(Style::Body, width, subtitle, 3);
    const double step = lookOf(style).step;
    const double end = kContentTop + step * static_cast<double>(lines.size()) +
                       lookOf(Style::Body).step * static_cast<double>(below.size());
    page.drawings.emplace_back([lines = std::move(lines), below = std::move(below), style, step, first](Sheet& sheet) {
        double y = kContentTop - 4;
        {
            const auto heading = sheet.tag(first ? "H1" : "P");
            for (const std::string& line : lines) {
                sheet.text(style, kMargin, y, kInk, line);
                y += step;
            }
        }
        if (below.empty()) return;
        const auto paragraph = sheet.tag("P");
        for (const std::string& line : below) {
            sheet.text(Style::Body, kMargin, y, kSecondary, line);
            y += lookOf(Style::Body).step;
        }
    });
    return end + 8;
}

double columnWidth(std::size_t count) {
    return (kContentWidth - kGap * static_cast<double>(count - 1)) / static_cast<double>(count);
}

std::vector<Column> columnsBelow(double top, std::size_t count) {
    std::vector<Column> columns;
    const double width = columnWidth(count);
    for (std::size_t i = 0; i < count; ++i)
        columns.emplace_back(Rect{kMargin + static_cast<double>(i) * (width + kGap), top, width, kContentBottom - top});
    return columns;
}

namespace {

void addColumns(Page& page, std::vector<Column> columns) {
    for (Column& column : columns)
        if (!column.empty())
            page.drawings.emplace_back([column = std::move(column)](Sheet& sheet) { column.draw(sheet); });
}

/// Fills columns with flows, one after the other, from flow `at` on.
void fillInTurn(std::vector<Column>& columns, std::vector<Flow>& flows, std::size_t& at) {
    for (Column& column : columns)
        for (; at < flows.size(); ++at) {
            flows[at].fill(column);
            if (!flows[at].done()) break;
        }
}

/// Gives each flow the column of its own; what is left goes on below the flows that stand to its right.
void fillSideBySide(std::vector<Column>& columns, std::vector<Flow>& flows) {
    for (std::size_t i = 0; i < flows.size(); ++i) flows[i].fill(columns[i]);
    for (std::size_t i = 1; i < columns.size(); ++i)
        for (std::size_t left = 0; left < i && left < flows.size(); ++left) {
            flows[left].fill(columns[i]);
            if (!flows[left].done()) break;
        }
}

} // namespace

void addFlows(const Typesetter& type, Chapter& chapter, double top, std::vector<Flow> flows, std::size_t columns,
              bool together, std::string_view title) {
    std::vector<Column> filled = columnsBelow(top, columns);
    std::size_t at = 0;
    if (together)
        fillInTurn(filled, flows, at);
    else
        fillSideBySide(filled, flows);
    addColumns(chapter.pages.back(), std::move(filled));
    while (at < flows.size() && flows[at].done()) ++at;
    while (at < flows.size()) {
        Page& page = chapter.addPage();
        filled = columnsBelow(addTitle(type, page, title, "", false), columns);
        fillInTurn(filled, flows, at);
        addColumns(page, std::move(filled));
        while (at < flows.size() && flows[at].done()) ++at;
    }
}

Block headingBlock(const Typesetter& type, double width, std::string_view words, std::string_view count) {
    Block block(type, width, "H2");
    const double room = count.empty() ? 0 : type.width(Style::Label, count) + 10;
    const bool beside = room + type.width(Style::Section, words) <= width;
    block.inset(0, beside ? room : 0).text(Style::Section, kInk, words);
    if (!count.empty() && beside) block.tagAtRight(Style::Label, kSecondary, count);
    if (!count.empty() && !beside) block.inset(0).text(Style::Label, kSecondary, count);
    block.before(14).after(8).ruled().keep();
    return block;
}

Block againBlock(const Typesetter& type, double width, std::string_view words) {
    Block block(type, width, "P");
    block.text(Style::Row, kSecondary, std::string(words) + ", continued").before(14).after(8).ruled().keep();
    return block;
}

Result<std::string> drawBook(const Pack& pack, const Typesetter& type, const std::vector<Chapter>& chapters) {
    std::string bytes;
    const std::unique_ptr<cairo_surface_t, DestroySurface> surface(
        cairo_pdf_surface_create_for_stream(append, &bytes, kPageWidth, kPageHeight));
    const std::unique_ptr<cairo_t, DestroyContext> context(cairo_create(surface.get()));
    describe(surface.get(), pack);
    Sheet sheet(context.get(), type);
    std::size_t count = 0;
    for (const Chapter& chapter : chapters) count += chapter.pages.size();
    std::size_t number = 0;
    for (const Chapter& chapter : chapters)
        for (const Page& page : chapter.pages) {
            drawHead(sheet, pack);
            drawPage(sheet, chapter, page, &page == &chapter.pages.front());
            drawFoot(sheet, pack, ++number, count);
            cairo_show_page(context.get());
        }
    addBookmarks(surface.get(), chapters);
    cairo_surface_finish(surface.get());
    for (const cairo_status_t status : {cairo_status(context.get()), cairo_surface_status(surface.get())})
        if (status != CAIRO_STATUS_SUCCESS)
            return fail(FailureKind::Internal, "",
                        std::string("The pack could not be drawn: ") + cairo_status_to_string(status) + ".");
    return finish(bytes);
}

} // namespace sightline::pdf
