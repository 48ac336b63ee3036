-- How videos came, of all clubs and of one: else each of them is read to find out.
create index videos_by_origin on videos (origin, started_at, id) where deleted_at is null;
create index videos_of_club_by_origin on videos (club_id, origin, started_at, id) where deleted_at is null;
