-- How videos came, of all clubs and of one: else each of them is read to find out.
create index videos_by_origin on videos (origin, deleted_at, started_at, id);
create index videos_of_club_by_origin on videos (club_id, origin, deleted_at, started_at, id);
