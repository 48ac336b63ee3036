-- Compact storage: after a recording a smaller copy takes the place of its file.
alter table clubs add column compact boolean default false not null;

-- What its file is about to become; null while nothing is under way.
alter table recordings add column compact_bytes bigint;
alter table recordings add column compact_sha256 varchar(64);
-- When the copy took the file's place; size_bytes and sha256 are the copy's since then.
alter table recordings add column compacted_at timestamp with time zone;
