-- Sightline snapshot, format 3.
--
-- This file is Sightline's interface to other systems. A council that keeps its Test of Assurance in a database of
-- its own can fill these tables and hand the file to `sightline publish PLAIN.db -o SNAPSHOT`, which checks every
-- rule below, adds the meta table and the seal, and puts the result in place in one step.
--
-- Conventions
--   * Text is UTF-8 without control characters and without characters that turn the direction of writing. A line feed
--     is allowed in the columns text, detail, statement, opinion_reason and definition only.
--   * A date is text: 'YYYY-MM-DD', or 'YYYY-MM', or 'YYYY' where that is all that is known. NULL means not known.
--     Nothing in Sightline fills an unknown date, owner or opinion in.
--   * `source` and `place` say where a row came from: the document, and the table, row and cell, the paragraph, or
--     the line in it ("table 1, row 3, Evidence, paragraph 2"). Both may be NULL.
--   * Lengths are counted in characters: 20,000 where a line feed is allowed; 100 for words, abbreviations and
--     markings; 500 for places; 2,000 for links; 1,000 for everything else. NOT NULL text is not empty either
--     (source.digest may be).

PRAGMA application_id = 1397181518; -- 'SGLN'
PRAGMA user_version = 3;

-- What this file is. `publish` and `import` write it; a database handed to `publish` may leave it empty.
CREATE TABLE meta (
  id INTEGER PRIMARY KEY CHECK (id = 1),
  format INTEGER NOT NULL,             -- 3
  sequence INTEGER NOT NULL,           -- grows by one with every publication of the same snapshot file
  created TEXT NOT NULL,               -- UTC, 'YYYY-MM-DDTHH:MM:SSZ'
  generator TEXT NOT NULL,             -- the program and version that wrote the file
  site TEXT NOT NULL,                  -- whose snapshot it is: 'northmoor-council'; a wall shows those of one site only
  expires TEXT                         -- UTC; from then on a wall says that a newer one is due. NULL: never
);

-- A document that was read.
CREATE TABLE source (
  id INTEGER PRIMARY KEY,
  name TEXT NOT NULL,                  -- file name without folders
  kind TEXT NOT NULL,                  -- 'docx', 'workbook', 'csv', 'database' or 'sample'
  digest TEXT NOT NULL,                -- BLAKE2b-256 of its bytes, 64 hexadecimal digits; '' where there is none
  bytes INTEGER NOT NULL
);

-- Facts about the checklist as a whole. Exactly one row.
CREATE TABLE checklist (
  id INTEGER PRIMARY KEY CHECK (id = 1),
  title TEXT NOT NULL,                 -- 'Test of Assurance'
  authority TEXT NOT NULL,             -- 'Northmoor Council'
  service TEXT,                        -- 'Children''s Services'
  position_date TEXT,                  -- what the snapshot speaks of
  review_due TEXT,                     -- when the checklist itself is to be reviewed
  approved_by TEXT,                    -- a role, not a name
  approved_on TEXT,
  source INTEGER REFERENCES source (id),
  place TEXT
);

-- Who holds the statutory roles. Posts, not people.
CREATE TABLE role_holder (
  id INTEGER PRIMARY KEY,
  role TEXT NOT NULL,                  -- 'Director of Children''s Services'
  abbreviation TEXT,                   -- 'DCS'
  holder TEXT NOT NULL,                -- the post that carries the role locally
  source INTEGER REFERENCES source (id),
  place TEXT
);

-- Statements about the culture of self-evaluation, and the background to the checklist, in reading order by id.
CREATE TABLE culture (
  id INTEGER PRIMARY KEY,
  text TEXT NOT NULL,
  source INTEGER REFERENCES source (id),
  place TEXT
);
CREATE TABLE background (
  id INTEGER PRIMARY KEY,
  text TEXT NOT NULL,
  source INTEGER REFERENCES source (id),
  place TEXT
);

-- The opinion scale: the words an assessor may use, best first by `rank`.
-- Exactly one row has colour_role 'none': it is what an element shows that nobody has given an opinion on.
-- No two rows share a colour role or a shape.
CREATE TABLE opinion (
  id INTEGER PRIMARY KEY,
  word TEXT NOT NULL UNIQUE,           -- 'Substantial'
  rank INTEGER NOT NULL UNIQUE,        -- 1 is best
  colour_role TEXT NOT NULL UNIQUE CHECK (colour_role IN ('good', 'fair', 'caution', 'poor', 'none')),
  shape TEXT NOT NULL UNIQUE CHECK (shape IN ('disc-tick', 'half-disc', 'triangle', 'octagon-cross', 'dashed-ring')),
  definition TEXT NOT NULL
);

-- The three lines of assurance. Exactly the rows 1 (management), 2 (oversight), 3 (independent).
CREATE TABLE line (
  id INTEGER PRIMARY KEY CHECK (id IN (1, 2, 3)),
  word TEXT NOT NULL,                  -- 'Independent'
  stale_after_months INTEGER NOT NULL CHECK (stale_after_months BETWEEN 1 AND 240)
);

-- Kinds of evidence, the council's own words.
CREATE TABLE kind (
  id INTEGER PRIMARY KEY,
  word TEXT NOT NULL UNIQUE            -- 'Inspection'
);

-- The six elements of the Test of Assurance.
CREATE TABLE element (
  number INTEGER PRIMARY KEY CHECK (number BETWEEN 1 AND 6),
  title TEXT NOT NULL,                 -- short, for a tile
  statement TEXT NOT NULL,             -- the element in full
  opinion INTEGER REFERENCES opinion (id), -- NULL: not assessed
  opinion_reason TEXT,
  opinion_date TEXT,
  opinion_by TEXT,                     -- the role that gave the opinion
  source INTEGER REFERENCES source (id),
  place TEXT
);

-- What is in place. A line feed inside `text` starts a sub-point.
CREATE TABLE position (
  id INTEGER PRIMARY KEY,              -- reading order
  element INTEGER NOT NULL REFERENCES element (number),
  text TEXT NOT NULL,
  source INTEGER REFERENCES source (id),
  place TEXT
);

-- Documents whose pages can be shown on the wall: the evidence itself.
CREATE TABLE document (
  id INTEGER PRIMARY KEY,
  name TEXT NOT NULL,                  -- file name without folders
  digest TEXT NOT NULL,                -- BLAKE2b-256 of the file, 64 hexadecimal digits
  bytes INTEGER NOT NULL,              -- of the file
  recipe TEXT NOT NULL                 -- how the pages were made; `import` takes pages over while file and recipe stay
);

-- Their pages, numbered from 1 without gaps. At most 8 MiB and 8,192 pixels a side each.
CREATE TABLE page (
  document INTEGER NOT NULL REFERENCES document (id),
  number INTEGER NOT NULL,
  width INTEGER NOT NULL,              -- pixels
  height INTEGER NOT NULL,
  digest TEXT NOT NULL,                -- BLAKE2b-256 of the picture, 64 hexadecimal digits
  text TEXT,                           -- what is written on the page, for the search
  picture BLOB NOT NULL,               -- PNG, 8 bits a sample, grey, colour or palette, not interlaced
  PRIMARY KEY (document, number)
);

-- One row for each distinct piece of evidence, however many elements it supports.
CREATE TABLE evidence (
  id INTEGER PRIMARY KEY,
  name TEXT NOT NULL,
  detail TEXT,                         -- sub-points given under the name, one a line
  line INTEGER NOT NULL REFERENCES line (id),
  line_guessed INTEGER NOT NULL DEFAULT 0 CHECK (line_guessed IN (0, 1)), -- 1 until an officer confirms the line
  kind INTEGER REFERENCES kind (id),
  organisation TEXT,                   -- who produced it
  covers TEXT,                         -- the date it speaks of
  review_due TEXT,
  link TEXT,                           -- http: or https: address
  marking TEXT,                        -- protective marking, 'OFFICIAL-SENSITIVE'
  file TEXT,                           -- name of the file that is this evidence, whether or not its pages are here
  document INTEGER REFERENCES document (id), -- its pages
  source INTEGER REFERENCES source (id),
  place TEXT
);

-- Which evidence supports which element; each mention keeps its own provenance. `seat` is the order within the element.
CREATE TABLE evidence_element (
  evidence INTEGER NOT NULL REFERENCES evidence (id),
  element INTEGER NOT NULL REFERENCES element (number),
  seat INTEGER NOT NULL,
  source INTEGER REFERENCES source (id),
  place TEXT,
  PRIMARY KEY (evidence, element)
);

-- Next steps.
CREATE TABLE action (
  id INTEGER PRIMARY KEY,              -- reading order
  element INTEGER NOT NULL REFERENCES element (number),
  text TEXT NOT NULL,                  -- a line feed starts a sub-point
  owner TEXT,                          -- a role
  due TEXT,
  status TEXT NOT NULL DEFAULT 'open' CHECK (status IN ('open', 'in progress', 'done')),
  completed TEXT,
  source INTEGER REFERENCES source (id),
  place TEXT
);
