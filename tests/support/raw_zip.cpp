#include "tests/support/raw_zip.h"

#include <stdexcept>

#include <zlib.h>

namespace sightline::testing_support {
namespace {

constexpr std::uint16_t kVersion = 45; // the first that knows 64 bits

void add(std::string& to, std::uint64_t number, int bytes) {
    for (; bytes > 0; --bytes, number >>= 8) to += static_cast<char>(number & 0xffU);
}

std::uint32_t crcOf(std::string_view bytes) {
    return static_cast<std::uint32_t>(
        ::crc32(0, reinterpret_cast<const Bytef*>(bytes.data()), static_cast<uInt>(bytes.size())));
}

// What local headers and entries of the directory have in common, from the version on.
void describe(std::string& to, const ZipClaim& claim) {
    add(to, kVersion, 2);
    add(to, 0x800, 2); // names are UTF-8
    add(to, claim.method, 2);
    add(to, 0x21, 4); // the first day that a zip knows
    add(to, claim.crc, 4);
    add(to, claim.packed, 4);
    add(to, claim.size, 4);
    add(to, claim.name.size(), 2);
    add(to, claim.extra.size(), 2);
}

} // namespace

std::string deflated(std::string_view bytes) {
    z_stream stream{};
    constexpr int kRaw = -15; // no head, no checksum
    if (::deflateInit2(&stream, 9, Z_DEFLATED, kRaw, 9, Z_DEFAULT_STRATEGY) != Z_OK)
        throw std::runtime_error("no zlib");
    std::string out(::deflateBound(&stream, bytes.size()), '\0');
    stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(bytes.data()));
    stream.avail_in = static_cast<uInt>(bytes.size());
    stream.next_out = reinterpret_cast<Bytef*>(out.data());
    stream.avail_out = static_cast<uInt>(out.size());
    ::deflate(&stream, Z_FINISH);
    out.resize(stream.total_out);
    ::deflateEnd(&stream);
    return out;
}

std::string zip64Sizes(std::uint64_t size, std::uint64_t packed) {
    std::string out;
    add(out, 1, 2);
    add(out, 16, 2);
    add(out, size, 8);
    add(out, packed, 8);
    return out;
}

ZipClaim RawZip::store(const std::string& name, std::string_view bytes) {
    const std::string packed = deflated(bytes);
    return put({.name = name,
                .packed = static_cast<std::uint32_t>(packed.size()),
                .size = static_cast<std::uint32_t>(bytes.size()),
                .crc = crcOf(bytes)},
               packed);
}

ZipClaim RawZip::keep(const std::string& name, std::string_view bytes) {
    const auto size = static_cast<std::uint32_t>(bytes.size());
    return put({.name = name, .method = 0, .packed = size, .size = size, .crc = crcOf(bytes)}, bytes);
}

ZipClaim RawZip::put(const ZipClaim& claim, std::string_view packed) {
    ZipClaim listed = claim;
    listed.at = static_cast<std::uint32_t>(bytes_.size());
    bytes_ += "PK\3\4";
    describe(bytes_, claim);
    bytes_ += claim.name;
    bytes_ += claim.extra;
    bytes_ += packed;
    return listed;
}

void RawZip::list(const ZipClaim& claim) {
    directory_ += "PK\1\2";
    add(directory_, kVersion, 2);
    describe(directory_, claim);
    add(directory_, 0, 2 + 2 + 2 + 4); // no comment, first disk, no attributes
    add(directory_, claim.at, 4);
    directory_ += claim.name;
    directory_ += claim.extra;
    ++listed_;
}

std::string RawZip::finish(std::optional<std::uint64_t> entries, bool zip64) const {
    const std::uint64_t count = entries.value_or(listed_);
    std::string out = bytes_ + directory_;
    if (zip64) {
        const std::size_t record = out.size();
        out += "PK\6\6";
        add(out, 44, 8); // bytes that follow
        add(out, kVersion, 2);
        add(out, kVersion, 2);
        add(out, 0, 4 + 4);
        add(out, count, 8);
        add(out, count, 8);
        add(out, directory_.size(), 8);
        add(out, bytes_.size(), 8);
        out += "PK\6\7";
        add(out, 0, 4);
        add(out, record, 8);
        add(out, 1, 4);
    }
    out += "PK\5\6";
    add(out, 0, 2 + 2);
    add(out, zip64 ? 0xffff : count, 2);
    add(out, zip64 ? 0xffff : count, 2);
    add(out, zip64 ? 0xffffffff : directory_.size(), 4);
    add(out, zip64 ? 0xffffffff : bytes_.size(), 4);
    add(out, 0, 2);
    return out;
}

} // namespace sightline::testing_support
