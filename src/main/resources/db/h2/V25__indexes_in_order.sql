-- A list in the order of an index reads its page and no more; H2 does so where the order names each column of the index from
-- its first, see VideoSearch. Within a club each order has its own, and words are looked for in the club's index alone.
drop index videos_of_club_by_time;
create index videos_of_club_by_time on videos (club_id, deleted_at, started_at, id, sort_title, court_id, owner_id);
create index videos_of_club_by_length on videos (club_id, deleted_at, duration_seconds, id);
create index videos_of_club_by_size on videos (club_id, deleted_at, size_bytes, id);
create index videos_of_club_by_title on videos (club_id, deleted_at, sort_title, id);
