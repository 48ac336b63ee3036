-- What programs send for a club, with a key instead of a user.
alter table arrivals alter column user_id drop not null;

-- What other programs have asked this server to process. A task has the id of its arrival, and of the video that becomes of
-- that; neither need be there: a file may be refused, and an arrival is forgotten a day after it is over.
create table processing_tasks (
    id              uuid primary key,
    club_id         uuid                     not null references clubs (id) on delete cascade,
    idempotency_key varchar(100) unique,
    size_bytes      bigint                   not null,
    subtitle_model  varchar(10),
    priority        varchar(10)              not null,
    process         boolean                  not null,
    -- Of the file as it was sent; the video's own may be of another container.
    sha256          varchar(64),
    reason_code     varchar(40),
    reason          varchar(500),
    created_at      timestamp with time zone not null
);

-- The model that this job was asked to use; else the club's.
alter table jobs add column subtitle_model varchar(10);
