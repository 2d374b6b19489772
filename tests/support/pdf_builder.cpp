#include "tests/support/pdf_builder.h"

#include <array>
#include <cstdio>
#include <random>

namespace sightline::testing_support {
namespace {

std::string textOperators(const std::vector<std::string>& lines, int height) {
    std::string out = "BT /F 14 Tf 17 TL 50 " + std::to_string(height - 60) + " Td\n";
    for (const std::string& line : lines) {
        out += "(";
        for (const char c : line) out += c == '(' || c == ')' || c == '\\' ? std::string{'\\', c} : std::string(1, c);
        out += ") Tj T*\n";
    }
    return out + "ET\n";
}

} // namespace

void PdfObjects::add(const std::string& body) {
    starts.push_back(file.size());
    file += std::to_string(starts.size()) + " 0 obj\n" + body + "\nendobj\n";
}

void PdfObjects::addStream(const std::string& bytes, const std::string& entries) {
    add("<<" + entries + "/Length " + std::to_string(bytes.size()) + ">>\nstream\n" + bytes + "\nendstream");
}

std::string PdfObjects::finish(const std::string& trailer) {
    const size_t table = file.size();
    const std::string size = std::to_string(starts.size() + 1);
    file += "xref\n0 " + size + "\n0000000000 65535 f \n";
    for (const size_t start : starts) {
        std::array<char, 32> line{};
        std::snprintf(line.data(), line.size(), "%010zu 00000 n \n", start);
        file += line.data();
    }
    file +=
        "trailer\n<</Size " + size + "/Root 1 0 R" + trailer + ">>\nstartxref\n" + std::to_string(table) + "\n%%EOF\n";
    return std::move(file);
}

std::string PdfFile::bytes() const {
    PdfObjects objects;
    objects.add("<</Type/Catalog/Pages 2 0 R>>");
    std::string kids;
    for (size_t i = 0; i < pages.size(); ++i) kids += std::to_string(4 + i * 2) + " 0 R ";
    objects.add("<</Type/Pages/Count " + std::to_string(pages.size()) + "/Kids[" + kids + "]>>");
    objects.add("<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>");
    for (size_t i = 0; i < pages.size(); ++i) {
        const std::string content = textOperators(pages[i].lines, height) + pages[i].more;
        objects.add("<</Type/Page/Parent 2 0 R/MediaBox[0 0 " + std::to_string(width) + " " + std::to_string(height) +
                    "]/Resources<</Font<</F 3 0 R>>>>/Contents " + std::to_string(5 + i * 2) + " 0 R>>");
        objects.addStream(content);
    }
    return objects.finish();
}

PdfFile reportPdf(int pages, const std::string& subject, int lines) {
    PdfFile file;
    for (int page = 1; page <= pages; ++page) {
        PdfFile::Page made;
        made.lines.push_back(subject + ", page " + std::to_string(page));
        for (int line = 1; line < lines; ++line)
            made.lines.push_back("The board looked at " + std::to_string(page * line) +
                                 " files in the quarter and found most of them sound.");
        file.pages.push_back(std::move(made));
    }
    return file;
}

std::string noisePicture(int width, int height, unsigned seed) {
    std::mt19937 random(seed);
    std::string pixels;
    constexpr char kDigits[] = "0123456789ABCDEF";
    for (int i = 0; i < width * height * 3; ++i) {
        const auto value = static_cast<unsigned>(random() & 0xff);
        pixels += kDigits[value >> 4];
        pixels += kDigits[value & 15];
    }
    return "q 495 0 0 600 50 50 cm BI /W " + std::to_string(width) + " /H " + std::to_string(height) +
           " /CS /RGB /BPC 8 /F /AHx ID\n" + pixels + ">\nEI Q\n";
}

} // namespace sightline::testing_support
