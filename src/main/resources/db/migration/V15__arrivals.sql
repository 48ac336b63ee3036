-- Video files on their way into the library from somebody's computer. How much of one has come is the length of its file
-- (videos/.arriving), not a column: so nothing has to agree after a crash.
create table arrivals (
    id           uuid primary key,
    club_id      uuid                     not null references clubs (id) on delete cascade,
    user_id      uuid                     not null references users (id) on delete cascade,
    file_name    varchar(200)             not null,
    size_bytes   bigint                   not null,
    state        varchar(20)              not null,
    reason_code  varchar(40),
    created_at   timestamp with time zone not null,
    last_at      timestamp with time zone not null
);
create index arrivals_by_user on arrivals (user_id, created_at);
-- Of the file as it stands in the library, where it was not recorded here; a recording has its own.
alter table videos add column sha256 varchar(64);
