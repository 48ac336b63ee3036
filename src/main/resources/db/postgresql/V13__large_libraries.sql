-- The library in each of its orders, for all clubs, for one, and for whoever owns the videos.
alter table videos add column sort_title varchar(400) generated always as (lower(title)) stored;
create index videos_by_time on videos (started_at, id) where deleted_at is null;
create index videos_by_length on videos (duration_seconds, id) where deleted_at is null;
create index videos_by_size on videos (size_bytes, id) where deleted_at is null;
create index videos_by_title on videos (sort_title, id) where deleted_at is null;
create index videos_of_club_by_time on videos (club_id, started_at, id) where deleted_at is null;
create index videos_of_owner_by_time on videos (owner_id, started_at, id) where deleted_at is null;
create index videos_of_court on videos (court_id) where deleted_at is null;
-- What a search in words looks through: where the database may have its trigrams. Without them it reads all titles.
do $$
begin
    create extension if not exists pg_trgm;
    create index videos_by_words on videos using gin (sort_title gin_trgm_ops);
exception
    when insufficient_privilege or undefined_file or feature_not_supported then
        raise notice 'no pg_trgm here: searching a large library takes longer';
end
$$;
