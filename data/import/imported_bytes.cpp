#include "data/import/imported_bytes.h"

#include <cstdint>
#include <limits>
#include <type_traits>
#include <utility>
#include <vector>

#include "data/import/member_count.h"

namespace sightline {
namespace {

constexpr std::string_view kMagic = "sightline imported 1\n";
constexpr char kImported = 'i';
constexpr char kFailed = 'f';

// The greatest enumerators; all begin with 0 but Line, of which 0 is none.
constexpr int greatest(ColourRole) { return static_cast<int>(ColourRole::None); }
constexpr int greatest(Shape) { return static_cast<int>(Shape::DashedRing); }
constexpr int greatest(Line) { return static_cast<int>(Line::Independent); }
constexpr int greatest(ActionStatus) { return static_cast<int>(ActionStatus::Done); }
constexpr int greatest(Shown) { return static_cast<int>(Shown::Nothing); }
constexpr int greatest(FailureKind) { return static_cast<int>(FailureKind::Internal); }

template <class Self, class Struct>
concept Is = std::is_same_v<std::remove_const_t<Self>, Struct>;

// The members of each struct, in their order: what is written is read again in the same way.
template <class Visitor>
void members(Visitor& visit, Is<Place> auto& x) {
    visit.all(x, x.source, x.where);
}
template <class Visitor>
void members(Visitor& visit, Is<PartialDate> auto& x) {
    visit.all(x, x.year, x.month, x.day);
}
template <class Visitor>
void members(Visitor& visit, Is<SourceDocument> auto& x) {
    visit.all(x, x.id, x.name, x.kind, x.digest, x.bytes);
}
template <class Visitor>
void members(Visitor& visit, Is<RoleHolder> auto& x) {
    visit.all(x, x.id, x.role, x.abbreviation, x.holder, x.place);
}
template <class Visitor>
void members(Visitor& visit, Is<Statement> auto& x) {
    visit.all(x, x.id, x.text, x.place);
}
template <class Visitor>
void members(Visitor& visit, Is<Opinion> auto& x) {
    visit.all(x, x.id, x.word, x.rank, x.colour, x.shape, x.definition);
}
template <class Visitor>
void members(Visitor& visit, Is<AssuranceLine> auto& x) {
    visit.all(x, x.id, x.word, x.staleAfterMonths, x.staleInSnapshot);
}
template <class Visitor>
void members(Visitor& visit, Is<EvidenceKind> auto& x) {
    visit.all(x, x.id, x.word);
}
template <class Visitor>
void members(Visitor& visit, Is<Element> auto& x) {
    visit.all(x, x.number, x.title, x.statement, x.opinion, x.opinionReason, x.opinionDate, x.opinionBy, x.place);
}
template <class Visitor>
void members(Visitor& visit, Is<Position> auto& x) {
    visit.all(x, x.id, x.element, x.text, x.place);
}
template <class Visitor>
void members(Visitor& visit, Is<DocumentPage> auto& x) {
    visit.all(x, x.number, x.width, x.height, x.digest, x.text);
}
template <class Visitor>
void members(Visitor& visit, Is<Document> auto& x) {
    visit.all(x, x.id, x.name, x.digest, x.bytes, x.recipe, x.pages);
}
template <class Visitor>
void members(Visitor& visit, Is<Evidence> auto& x) {
    visit.all(x, x.id, x.name, x.detail, x.line, x.lineGuessed, x.kind, x.organisation, x.covers, x.reviewDue, x.link,
              x.marking, x.shown, x.file, x.document, x.place);
}
template <class Visitor>
void members(Visitor& visit, Is<EvidenceLink> auto& x) {
    visit.all(x, x.evidence, x.element, x.seat, x.place);
}
template <class Visitor>
void members(Visitor& visit, Is<Action> auto& x) {
    visit.all(x, x.id, x.element, x.text, x.owner, x.due, x.status, x.completed, x.place);
}
template <class Visitor>
void members(Visitor& visit, Is<Checklist> auto& x) {
    visit.all(x, x.title, x.authority, x.service, x.positionDate, x.reviewDue, x.approvedBy, x.approvedOn, x.place,
              x.sources, x.roleHolders, x.culture, x.background, x.scale, x.lines, x.kinds, x.elements, x.positions,
              x.documents, x.evidence, x.links, x.actions);
}
template <class Visitor>
void members(Visitor& visit, Is<ReportEntry> auto& x) {
    visit.all(x, x.place, x.text, x.why, x.paragraphs);
}
template <class Visitor>
void members(Visitor& visit, Is<SourceReport> auto& x) {
    visit.all(x, x.name, x.kind, x.counts, x.paragraphs, x.inRows, x.structure, x.reported);
}
template <class Visitor>
void members(Visitor& visit, Is<Failure> auto& x) {
    visit.all(x, x.kind, x.place, x.sentence);
}
// Without `pages`, which importSources never fills.
template <class Visitor>
void members(Visitor& visit, Is<ImportReport> auto& x) {
    visit.some(x.sources, x.unclear, x.skipped, x.guessed, x.recognised, x.merged, x.contradicted, x.onlyInRegister,
               x.onlyInDocuments, x.reworded, x.matched);
}
template <class Visitor>
void members(Visitor& visit, Is<Imported> auto& x) {
    visit.all(x, x.checklist, x.report);
}

/// What writing and reading have in common.
template <class Derived>
class Visitor {
public:
    template <class Struct, class... Members>
    void all(const Struct&, Members&... values) {
        static_assert(memberCount<Struct>() == sizeof...(Members), "a member was forgotten above");
        some(values...);
    }
    template <class... Members>
    void some(Members&... values) {
        (static_cast<Derived*>(this)->value(values), ...);
    }
};

class Writer : public Visitor<Writer> {
public:
    std::string bytes;

    void value(const std::string& text) {
        number(static_cast<std::int64_t>(text.size()));
        bytes += text;
    }
    template <class Row>
    void value(const std::vector<Row>& rows) {
        number(static_cast<std::int64_t>(rows.size()));
        for (const Row& row : rows) value(row);
    }
    template <class First, class Second>
    void value(const std::pair<First, Second>& both) {
        value(both.first);
        value(both.second);
    }
    template <class Value>
    void value(const Value& simple) {
        if constexpr (std::is_enum_v<Value> || std::is_integral_v<Value>)
            number(static_cast<std::int64_t>(simple));
        else
            members(*this, simple);
    }

private:
    void number(std::int64_t value) {
        auto left = static_cast<std::uint64_t>(value);
        for (int i = 0; i < 8; ++i, left >>= 8U) bytes += static_cast<char>(left & 0xffU);
    }
};

/// Once something is wrong, nothing more is read and `good` stays false.
class Reader : public Visitor<Reader> {
public:
    explicit Reader(std::string_view all) : left(all) {}
    bool good = true;

    [[nodiscard]] bool atEnd() const { return good && left.empty(); }

    void value(std::string& text) {
        const size_t length = count();
        text = std::string(left.substr(0, length));
        left.remove_prefix(length);
    }
    template <class Row>
    void value(std::vector<Row>& rows) {
        // Not reserved: a row takes at least a byte here, but many in memory.
        for (size_t remaining = count(); good && remaining > 0; --remaining) value(rows.emplace_back());
    }
    template <class First, class Second>
    void value(std::pair<First, Second>& both) {
        value(both.first);
        value(both.second);
    }
    void value(PartialDate& date) {
        members(*this, date);
        good = good && (date == PartialDate{} || parseIsoDate(isoDate(date)) == date);
    }
    template <class Value>
    void value(Value& simple) {
        if constexpr (std::is_enum_v<Value>)
            simple = static_cast<Value>(number(0, greatest(Value{})));
        else if constexpr (std::is_same_v<Value, bool>)
            simple = number(0, 1) == 1;
        else if constexpr (std::is_integral_v<Value>)
            simple = static_cast<Value>(number(std::numeric_limits<Value>::min(), std::numeric_limits<Value>::max()));
        else
            members(*this, simple);
    }

private:
    // How many bytes or rows follow: never more than there are bytes left.
    size_t count() {
        const auto found = static_cast<std::uint64_t>(number(0, std::numeric_limits<std::int64_t>::max()));
        good = good && found <= left.size();
        return good ? static_cast<size_t>(found) : 0;
    }

    std::int64_t number(std::int64_t least, std::int64_t most) {
        constexpr size_t kBytes = 8;
        good = good && left.size() >= kBytes;
        if (!good) return 0;
        std::uint64_t value = 0;
        for (size_t i = kBytes; i-- > 0;) value = value << 8U | static_cast<unsigned char>(left[i]);
        left.remove_prefix(kBytes);
        const auto found = static_cast<std::int64_t>(value);
        good = found >= least && (found <= most);
        return good ? found : 0;
    }

    std::string_view left;
};

} // namespace

std::string bytesOf(const Result<Imported>& imported) {
    Writer writer;
    writer.bytes = kMagic;
    writer.bytes += imported ? kImported : kFailed;
    if (imported)
        writer.value(*imported);
    else
        writer.value(imported.error());
    return std::move(writer.bytes);
}

std::optional<Result<Imported>> importedFrom(std::string_view bytes) {
    if (!bytes.starts_with(kMagic) || bytes.size() == kMagic.size()) return std::nullopt;
    const char outcome = bytes[kMagic.size()];
    Reader reader(bytes.substr(kMagic.size() + 1));
    if (outcome == kImported) {
        Imported imported;
        reader.value(imported);
        if (reader.atEnd()) return imported;
    } else if (outcome == kFailed) {
        Failure failure;
        reader.value(failure);
        if (reader.atEnd() && !failure.sentence.empty()) return Result<Imported>(tl::unexpected(std::move(failure)));
    }
    return std::nullopt;
}

} // namespace sightline
