-- A list is ordered by deleted_at as well, because H2 wants to hear each column of an index; see VideoSearch. Within a club each
-- order has its own.
drop index videos_by_time;
drop index videos_by_length;
drop index videos_by_size;
drop index videos_by_title;
drop index videos_of_club_by_time;
drop index videos_of_owner_by_time;
drop index videos_by_origin;
drop index videos_of_club_by_origin;
create index videos_by_time on videos (deleted_at, started_at, id) where deleted_at is null;
create index videos_by_length on videos (deleted_at, duration_seconds, id) where deleted_at is null;
create index videos_by_size on videos (deleted_at, size_bytes, id) where deleted_at is null;
create index videos_by_title on videos (deleted_at, sort_title, id) where deleted_at is null;
create index videos_of_club_by_time on videos (club_id, deleted_at, started_at, id) where deleted_at is null;
create index videos_of_club_by_length on videos (club_id, deleted_at, duration_seconds, id) where deleted_at is null;
create index videos_of_club_by_size on videos (club_id, deleted_at, size_bytes, id) where deleted_at is null;
create index videos_of_club_by_title on videos (club_id, deleted_at, sort_title, id) where deleted_at is null;
create index videos_of_owner_by_time on videos (owner_id, deleted_at, started_at, id) where deleted_at is null;
create index videos_by_origin on videos (origin, deleted_at, started_at, id) where deleted_at is null;
create index videos_of_club_by_origin on videos (club_id, origin, deleted_at, started_at, id) where deleted_at is null;
