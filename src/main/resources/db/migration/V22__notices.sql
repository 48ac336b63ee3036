-- Notices that are not delivered yet and who is at them, in the form of db-scheduler.
create table notice_queue (
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
create index notice_queue_by_time on notice_queue (execution_time);
create index notice_queue_by_heartbeat on notice_queue (last_heartbeat);

-- One notice to one receiver, in the words that they get.
create table notices (
    id          uuid primary key,
    -- What happened, and to whom it is told: nothing is told twice.
    occasion    varchar(300)             not null unique,
    kind        varchar(20)              not null,
    club_id     uuid references clubs (id) on delete cascade,
    -- It is told when that video is ready; null: at once.
    video_id    uuid references videos (id) on delete cascade,
    -- An e-mail address; null: the webhook.
    recipient   varchar(320),
    language    varchar(20)              not null,
    title       varchar(300)             not null,
    words       varchar(1000)            not null,
    link        varchar(300)             not null,
    state       varchar(20)              not null,
    attempts    integer                  not null,
    reason      varchar(500),
    created_at  timestamp with time zone not null,
    ended_at    timestamp with time zone
);
create index notices_by_age on notices (created_at);

-- Cameras that do not answer: since when, and whether that was told.
create table camera_outages (
    camera_id uuid primary key references cameras (id) on delete cascade,
    since     timestamp with time zone not null,
    told      boolean                  not null
);

-- Of what a club wants to hear.
alter table clubs add column notify_recordings boolean default true not null;
alter table clubs add column notify_cameras boolean default true not null;
alter table clubs add column notify_work boolean default true not null;
alter table clubs add column notify_disk boolean default true not null;
alter table clubs add column notify_ready boolean default false not null;
