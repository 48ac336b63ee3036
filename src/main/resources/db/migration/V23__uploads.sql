-- Uploads that are not over and who is at them, in the form of db-scheduler.
create table upload_queue (
    task_name            varchar(100)             not null,
    task_instance        varchar(100)             not null,
    task_data            bytea,
    execution_time       timestamp with time zone not null,
    picked               boolean                  not null,
    picked_by            varchar(200),
    last_success         timestamp with time zone,
    last_failure         timestamp with time zone,
    consecutive_failures integer,
    last_heartbeat       timestamp with time zone,
    version              bigint                   not null,
    priority             smallint,
    primary key (task_name, task_instance)
);
create index upload_queue_by_time on upload_queue (execution_time);
create index upload_queue_by_heartbeat on upload_queue (last_heartbeat);

-- One video on its way to one target, as people see it.
create table uploads (
    id              uuid primary key,
    video_id        uuid                     not null references videos (id) on delete cascade,
    target          varchar(20)              not null,
    file_name       varchar(300)             not null,
    size_bytes      bigint                   not null,
    -- Of the file that is sent; null until it was looked at.
    sha256          varchar(64),
    -- What the target is asked to do with it.
    model           varchar(10)              not null,
    process         boolean                  not null,
    -- Nobody asked for it: the club's policy did.
    automatic       boolean                  not null,
    -- How often it was begun from its first byte, so that a target knows again what was sent before.
    generation      integer                  not null,
    -- What the target needs in order to go on where it broke off.
    memory          varchar(2000),
    -- What the target calls it; it has all of it and works on it as long as remote is true.
    remote_id       varchar(200),
    remote          boolean                  not null,
    -- What the target said at the end, JSON.
    results         varchar(1000000),
    state           varchar(20)              not null,
    priority        varchar(10)              not null,
    progress        double precision         not null,
    attempts        integer                  not null,
    next_attempt_at timestamp with time zone,
    reason_code     varchar(40),
    reason          varchar(500),
    created_at      timestamp with time zone not null,
    started_at      timestamp with time zone,
    ended_at        timestamp with time zone
);
create index uploads_by_video on uploads (video_id);
create index uploads_by_age on uploads (created_at);
