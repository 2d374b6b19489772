#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "data/date.h"

namespace sightline {

/// Where a row came from. Empty where the row was not read from a document.
struct Place {
    int source = 0;    ///< SourceDocument::id; 0: none
    std::string where; ///< "table 1, row 3, Evidence, paragraph 2"
    bool operator==(const Place&) const = default;
};

/// A document that was read.
struct SourceDocument {
    int id = 0;
    std::string name;   ///< file name without folders
    std::string kind;   ///< "docx", "workbook", "csv", "database", "sample"
    std::string digest; ///< BLAKE2b-256 of its bytes in hexadecimal; empty where there is none
    std::int64_t bytes = 0;
    bool operator==(const SourceDocument&) const = default;
};

/// Who holds a statutory role: a post, never a person's name.
struct RoleHolder {
    int id = 0;
    std::string role;         ///< "Director of Children's Services"
    std::string abbreviation; ///< "DCS"
    std::string holder;       ///< the post that carries the role locally
    Place place;
    bool operator==(const RoleHolder&) const = default;
};

/// A paragraph about the culture of self-evaluation, or of the background.
struct Statement {
    int id = 0;
    std::string text;
    Place place;
    bool operator==(const Statement&) const = default;
};

/// The five bands an opinion may take its colour from; the theme holds the colours (visual.md).
enum class ColourRole { Good, Fair, Caution, Poor, None };

/// The five shapes an opinion may be told by where colour is not seen.
enum class Shape { DiscTick, HalfDisc, Triangle, OctagonCross, DashedRing };

/// One word of the opinion scale. The scale is data: its words, order, colours, shapes and definitions are the
/// council's.
struct Opinion {
    int id = 0;
    std::string word;
    int rank = 0; ///< 1 is best
    ColourRole colour = ColourRole::None;
    Shape shape = Shape::DashedRing;
    std::string definition;
    bool operator==(const Opinion&) const = default;
};

/// The three lines of assurance; the values are the ids in the snapshot.
enum class Line { Management = 1, Oversight = 2, Independent = 3 };

/// A line's word and the age after which its evidence is stale.
struct AssuranceLine {
    Line id = Line::Management;
    std::string word;
    int staleAfterMonths = 24; ///< 1 to 240
    int staleInSnapshot = 0;   ///< what the snapshot says where the wall is set to something else; 0: the same
    bool operator==(const AssuranceLine&) const = default;
};

struct EvidenceKind {
    int id = 0;
    std::string word;
    bool operator==(const EvidenceKind&) const = default;
};

/// One of the six elements.
struct Element {
    int number = 0; ///< 1 to 6
    std::string title;
    std::string statement;
    int opinion = 0; ///< Opinion::id; 0: not assessed
    std::string opinionReason;
    PartialDate opinionDate;
    std::string opinionBy; ///< a role
    Place place;
    bool operator==(const Element&) const = default;
};

/// What is in place. A line feed starts a sub-point.
struct Position {
    int id = 0;
    int element = 0;
    std::string text;
    Place place;
    bool operator==(const Position&) const = default;
};

/// One page of a document. Its picture stays in the snapshot file until it is looked at (data/page_pictures.h).
struct DocumentPage {
    int number = 0; ///< from 1, without gaps
    int width = 0;  ///< of its picture, pixels
    int height = 0;
    std::string digest; ///< BLAKE2b-256 of its picture, a PNG, in hexadecimal
    std::string text;   ///< what is written on it, for the search; may be empty
    bool operator==(const DocumentPage&) const = default;
};

/// A document whose pages can be shown: the evidence itself.
struct Document {
    int id = 0;
    std::string name;       ///< file name without folders
    std::string digest;     ///< BLAKE2b-256 of the file in hexadecimal
    std::int64_t bytes = 0; ///< of the file
    std::string recipe;     ///< how its pages were made: the same file and recipe give the same pages
    std::vector<DocumentPage> pages;
    bool operator==(const Document&) const = default;
};

/// How much of a marked piece of evidence there is in a copy for the room (data/room_privacy.h). No file holds this.
enum class Shown { All, Title, Nothing };

/// A distinct piece of evidence, however many elements it supports.
struct Evidence {
    int id = 0;
    std::string name;
    std::string detail; ///< sub-points, one a line
    Line line = Line::Management;
    bool lineGuessed = false; ///< by keyword; true until an officer confirms it
    int kind = 0;             ///< EvidenceKind::id; 0: not given
    std::string organisation;
    PartialDate covers;
    PartialDate reviewDue;
    std::string link; ///< http: or https:
    std::string marking;
    std::string file; ///< name of the file that is this evidence, whether or not its pages are here
    int document = 0; ///< Document::id: its pages; 0: none
    Place place;      ///< of its first mention
    Shown shown = Shown::All;
    bool operator==(const Evidence&) const = default;
};

/// One mention of a piece of evidence in one element.
struct EvidenceLink {
    int evidence = 0;
    int element = 0;
    int seat = 0; ///< order within the element, from 1
    Place place;
    bool operator==(const EvidenceLink&) const = default;
};

enum class ActionStatus { Open, InProgress, Done };

/// A next step.
struct Action {
    int id = 0;
    int element = 0;
    std::string text;
    std::string owner; ///< a role; empty: none given
    PartialDate due;
    ActionStatus status = ActionStatus::Open;
    PartialDate completed;
    Place place;
    bool operator==(const Action&) const = default;
};

/// Everything a checklist says: what importers fill, the snapshot stores and the pages show. Rows keep reading order.
struct Checklist {
    std::string title;
    std::string authority;
    std::string service;
    PartialDate positionDate;
    PartialDate reviewDue;
    std::string approvedBy; ///< a role
    PartialDate approvedOn;
    Place place;

    std::vector<SourceDocument> sources;
    std::vector<RoleHolder> roleHolders;
    std::vector<Statement> culture;
    std::vector<Statement> background;
    std::vector<Opinion> scale;       ///< ordered by rank; exactly one with ColourRole::None
    std::vector<AssuranceLine> lines; ///< the three, in order
    std::vector<EvidenceKind> kinds;
    std::vector<Element> elements; ///< by number
    std::vector<Position> positions;
    std::vector<Document> documents;
    std::vector<Evidence> evidence;
    std::vector<EvidenceLink> links; ///< by element, then seat
    std::vector<Action> actions;
    bool operator==(const Checklist&) const = default;
};

/// What a snapshot file says of itself.
struct Meta {
    int format = 3; ///< kFormat of data/header.h
    std::int64_t sequence = 0;
    std::string created; ///< UTC, "2026-06-14T09:30:00Z"
    std::string generator;
    std::string site = {};    ///< whose snapshot it is: "northmoor-council"
    std::string expires = {}; ///< UTC; from then on a newer one is due; empty: never
    bool operator==(const Meta&) const = default;
};

/// Who signed a snapshot, as it was checked against an installed key.
struct Signature {
    std::string keyId;   ///< as minisign prints it: 16 hexadecimal digits
    std::string keyFile; ///< its file name in the folder of keys: "01-northmoor.pub"
    int epoch = 0;       ///< of the key
    bool operator==(const Signature&) const = default;
};

/// A verified snapshot. Immutable once loaded.
struct Snapshot {
    Meta meta;
    Checklist checklist;
    std::string digest;  ///< BLAKE2b-512 of the file before its seal, hexadecimal; empty for an embedded sample
    bool sample = false; ///< one of the program's own: it opens as of its own position date and says so
    std::optional<Signature> signature = {}; ///< nothing: none was asked for
};

} // namespace sightline
