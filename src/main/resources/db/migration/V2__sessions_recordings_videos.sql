-- A court opened by somebody in order to record, or a camera being tried out that belongs to no court (camera_url …).
-- open_camera_id is the camera while the session is open, then null: a camera has one open session at most, whoever
-- presses at the same moment.
create table sessions (
    id                 uuid primary key,
    club_id            uuid                     not null references clubs (id),
    court_id           uuid references courts (id),
    camera_id          uuid references cameras (id),
    camera_url         varchar(2000),
    camera_username    varchar(200),
    encrypted_password varchar(2000),
    open_camera_id     uuid unique references cameras (id),
    opened_by          uuid                     not null references users (id),
    opened_at          timestamp with time zone not null,
    last_used_at       timestamp with time zone not null,
    closed_at          timestamp with time zone
);
create index sessions_by_club on sessions (club_id, opened_at);

-- One start/stop, of one camera. running_session_id is the session until the end, then null: a session has one running
-- recording at most.
create table recordings (
    id                 uuid primary key,
    session_id         uuid                     not null references sessions (id),
    running_session_id uuid unique references sessions (id),
    position           integer                  not null,
    name               varchar(200)             not null,
    started_by         uuid                     not null references users (id),
    auto_upload        boolean,
    sound              boolean                  not null,
    state              varchar(20)              not null,
    requested_at       timestamp with time zone not null,
    planned_end_at     timestamp with time zone not null,
    stop_requested_at  timestamp with time zone,
    started_at         timestamp with time zone,
    ended_at           timestamp with time zone,
    file               varchar(300)             not null unique,
    elapsed_seconds    double precision         not null,
    delivered_seconds  double precision         not null,
    size_bytes         bigint                   not null,
    bits_per_second    bigint                   not null,
    frames             bigint                   not null,
    reconnects         integer                  not null,
    video_codec        varchar(40),
    width              integer                  not null,
    height             integer                  not null,
    audio_codec        varchar(40),
    reason_code        varchar(40),
    reason_message     varchar(1000),
    sha256             varchar(64),
    platform           varchar(60)              not null,
    unique (session_id, position)
);

-- Time without picture inside a recording.
create table recording_gaps (
    recording_id  uuid             not null references recordings (id) on delete cascade,
    position      integer          not null,
    start_seconds double precision not null,
    seconds       double precision not null,
    reason        varchar(40),
    primary key (recording_id, position)
);

-- What stands in the library. A recording's video has the recording's id.
create table videos (
    id                 uuid primary key,
    club_id            uuid                     not null references clubs (id),
    court_id           uuid references courts (id),
    owner_id           uuid references users (id),
    session_id         uuid references sessions (id),
    origin             varchar(20)              not null,
    status             varchar(20)              not null,
    title              varchar(200)             not null,
    file               varchar(300)             not null unique,
    started_at         timestamp with time zone not null,
    created_at         timestamp with time zone not null,
    duration_seconds   double precision         not null,
    size_bytes         bigint                   not null,
    width              integer                  not null,
    height             integer                  not null,
    video_codec        varchar(40),
    audio_codec        varchar(40),
    keep               boolean                  not null,
    has_thumbnail      boolean                  not null,
    thumbnail_attempts integer                  not null
);
create index videos_by_club on videos (club_id, started_at);
create index videos_by_owner on videos (owner_id, started_at);
create index videos_by_session on videos (session_id);
