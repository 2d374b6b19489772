#include "data/import/evidence/pdf_pages.h"

#include <algorithm>
#include <charconv>
#include <utility>

#include "data/limited/system_files.h"

namespace sightline {
namespace {

namespace fs = std::filesystem;

constexpr std::uint64_t kMegabyte = std::uint64_t{1} << 20;

// A page of one line takes 20 ms, a map of a whole district some seconds. The clock is given more than the processor: a
// busy machine is no fault of the file.
constexpr ProcessLimits kInfoLimits{.time = std::chrono::seconds(60), .processorTime = std::chrono::seconds(20)};
constexpr ProcessLimits kDrawLimits{
    .time = std::chrono::seconds(90), .processorTime = std::chrono::seconds(30), .memory = 1536 * kMegabyte};
constexpr ProcessLimits kTextLimits{
    .time = std::chrono::seconds(60), .processorTime = std::chrono::seconds(60), .outputBytes = size_t{64} << 20};

constexpr const char* kPrefix = "page"; // pdftoppm adds ".ppm"

// The last line "Pages: 12": titles, which may hold anything, come before it.
int pagesIn(const std::string& output) {
    const size_t at = ("\n" + output).rfind("\nPages:");
    if (at == std::string::npos) return 0;
    const size_t digits = output.find_first_of("0123456789", at);
    int pages = 0;
    if (digits != std::string::npos) std::from_chars(output.data() + digits, output.data() + output.size(), pages);
    return pages;
}

bool says(const Ended& ended, std::string_view words) { return ended.errors.find(words) != std::string::npos; }

} // namespace

tl::unexpected<Failure> interruptedFailure() { return fail(FailureKind::Internal, "", "The run was stopped."); }

std::optional<PopplerTools> installedPoppler(const fs::path& work, Interruption interruption) {
    const auto info = installedProgram("pdfinfo");
    const auto draw = installedProgram("pdftoppm");
    const auto text = installedProgram("pdftotext");
    if (!info || !draw || !text) return std::nullopt;
    const Ended ended = runLimited({{draw->string(), "-v"}, nullptr, work, kInfoLimits, interruption, systemFiles()});
    constexpr std::string_view kBefore = "pdftoppm version ";
    const size_t at = ended.errors.find(kBefore);
    if (at == std::string::npos) return std::nullopt;
    const size_t begin = at + kBefore.size();
    return PopplerTools{*info, *draw, *text, ended.errors.substr(begin, ended.errors.find('\n', begin) - begin)};
}

PdfPages::PdfPages(const PopplerTools& installed, fs::path file, Interruption stop)
    : tools(installed), pdf(std::move(file)), interruption(stop) {}

Ended PdfPages::run(const fs::path& program, std::vector<std::string> words, const ProcessLimits& limits) const {
    words.insert(words.begin(), program.string());
    return runLimited({std::move(words), nullptr, pdf.parent_path(), limits, interruption, systemFiles()});
}

Result<int> PdfPages::count() const {
    const Ended ended = run(tools.info, {pdf.string()}, kInfoLimits);
    if (ended.how == Ending::Interrupted) return interruptedFailure();
    if (ended.how == Ending::TimedOut) return fail(FailureKind::TooLarge, "", "The PDF takes too long to open.");
    if (says(ended, "Incorrect password"))
        return fail(FailureKind::Foreign, "", "The PDF is protected by a password; save it without one.");
    if (says(ended, "Unsupported security handler") || says(ended, "Unknown security handler"))
        return fail(FailureKind::Foreign, "", "The PDF is protected in a way that is not known; save it without.");
    const int pages = ended.fine() ? pagesIn(ended.output) : 0;
    if (pages <= 0) return fail(FailureKind::Damaged, "", "The PDF is damaged, or has no page.");
    return pages;
}

Result<Raster> PdfPages::draw(int number, int side) const {
    const std::string page = std::to_string(number);
    const fs::path drawn = pdf.parent_path() / (std::string(kPrefix) + ".ppm");
    const Ended ended = run(tools.draw,
                            {"-q", "-f", page, "-l", page, "-singlefile", "-scale-to", std::to_string(side),
                             pdf.string(), (pdf.parent_path() / kPrefix).string()},
                            kDrawLimits);
    if (ended.how == Ending::Interrupted) return interruptedFailure();
    if (ended.how == Ending::TimedOut)
        return fail(FailureKind::TooLarge, "", "Page " + page + " takes more than 30 seconds to draw.");
    Result<Raster> raster = fail(FailureKind::Damaged, "", "");
    if (ended.fine()) raster = readPpm(drawn);
    std::error_code ignored;
    fs::remove(drawn, ignored);
    if (!raster) return fail(FailureKind::Damaged, "", "Page " + page + " cannot be drawn.");
    return raster;
}

std::vector<PageText> PdfPages::texts(int pages) const {
    const Ended ended = run(
        tools.text, {"-q", "-f", "1", "-l", std::to_string(pages), "-enc", "UTF-8", "-eol", "unix", pdf.string(), "-"},
        kTextLimits);
    return cleanPageTexts(ended.fine() ? ended.output : "", static_cast<size_t>(pages));
}

} // namespace sightline
