-- Works on H2 (MODE=PostgreSQL) and PostgreSQL alike.

-- The cameras that a session covers, its angles; the main one is number 1. open_camera_id is the camera while the session
-- is open, then null: a camera has one open session at most, whoever presses at the same moment. A session of a bare
-- camera has none.
create table session_angles (
    id             uuid primary key,
    session_id     uuid    not null references sessions (id) on delete cascade,
    number         integer not null,
    camera_id      uuid    not null references cameras (id),
    open_camera_id uuid unique references cameras (id),
    unique (session_id, number),
    unique (session_id, camera_id)
);

insert into session_angles (id, session_id, number, camera_id, open_camera_id)
select id, id, 1, camera_id, open_camera_id from sessions where camera_id is not null;

-- One start/stop of a session is a take: one recording for each angle. running_session_id is the session until the
-- recording's end, then null: an angle is recorded once at a time.
alter table recordings add column camera_id uuid references cameras (id);
alter table recordings add column take integer default 1 not null;
alter table recordings add column angle integer default 1 not null;
update recordings set take = position,
    camera_id = (select s.camera_id from sessions s where s.id = recordings.session_id);
alter table recordings add constraint one_recording_of_an_angle unique (session_id, take, angle);
alter table recordings drop column running_session_id;
alter table recordings add column running_session_id uuid references sessions (id);
update recordings set running_session_id = session_id where ended_at is null;
alter table recordings add constraint one_running_recording_of_an_angle unique (running_session_id, angle);

alter table sessions drop column open_camera_id;
alter table sessions drop column camera_id;

-- Which take a video shows, and from which angle; what the camera was called then.
alter table videos add column take integer default 1 not null;
alter table videos add column angle integer default 1 not null;
alter table videos add column angle_name varchar(100);
update videos set
    take = coalesce((select r.take from recordings r where r.id = videos.id), 1),
    angle_name = (select c.name from cameras c join recordings r on r.camera_id = c.id where r.id = videos.id);
