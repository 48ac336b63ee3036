-- A moment that somebody wants to find again: of a take, and so of all of its angles, or of one video that was not recorded
-- here. moment is the court's clock; where it lies in a video follows from when that one began.
create table markers (
    id         uuid primary key,
    session_id uuid references sessions (id) on delete cascade,
    take       integer                  not null,
    video_id   uuid references videos (id) on delete cascade,
    moment     timestamp with time zone not null,
    label      varchar(100),
    made_by    uuid                     not null references users (id)
);
create index markers_by_session on markers (session_id, take);
create index markers_by_video on markers (video_id);
