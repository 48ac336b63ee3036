-- Jobs that are not over and who is at them, in the form of db-scheduler (https://github.com/kagkarlsson/db-scheduler).
create table job_queue (
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
create index job_queue_by_time on job_queue (execution_time);
create index job_queue_by_heartbeat on job_queue (last_heartbeat);

-- One step of processing one video, as people see it.
create table jobs (
    id              uuid primary key,
    video_id        uuid                     not null references videos (id) on delete cascade,
    kind            varchar(20)              not null,
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
create index jobs_by_video on jobs (video_id);
create index jobs_by_age on jobs (created_at);

-- Copies of a video in another form, beside it.
create table renditions (
    id               uuid primary key,
    video_id         uuid                     not null references videos (id) on delete cascade,
    format           varchar(20)              not null,
    size_bytes       bigint                   not null,
    duration_seconds double precision         not null,
    width            integer                  not null,
    height           integer                  not null,
    sha256           varchar(64)              not null,
    created_at       timestamp with time zone not null,
    unique (video_id, format)
);

-- What becomes of a club's videos by itself.
alter table clubs add column process_uploads boolean default true not null;
alter table clubs add column process_recordings boolean default false not null;
alter table clubs add column rendition_format varchar(20) default 'PORTRAIT' not null;
alter table clubs add column rendition_fit varchar(20) default 'CROP' not null;
alter table clubs add column subtitle_model varchar(10) default 'BASE' not null;

-- What its picture shows, in words; and whether there are subtitles beside it.
alter table videos add column description varchar(1000);
alter table videos add column has_subtitles boolean default false not null;
