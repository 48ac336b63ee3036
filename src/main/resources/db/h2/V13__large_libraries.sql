-- The library in each of its orders, for all clubs, for one, and for whoever owns the videos. deleted_at stands before what it
-- is sorted by, because H2 knows no partial indexes; ids stand last, so that an index has all that a page or a count asks for.
alter table videos add column sort_title varchar(400) generated always as (lower(title));
create index videos_by_time on videos (deleted_at, started_at, id);
create index videos_by_length on videos (deleted_at, duration_seconds, id);
create index videos_by_size on videos (deleted_at, size_bytes, id);
create index videos_by_title on videos (deleted_at, sort_title, id);
create index videos_of_club_by_time on videos (club_id, deleted_at, started_at, id);
create index videos_of_owner_by_time on videos (owner_id, deleted_at, started_at, id, club_id);
-- What a search in words looks through.
create index videos_by_words on videos (deleted_at, started_at, id, sort_title, court_id, owner_id, club_id);
