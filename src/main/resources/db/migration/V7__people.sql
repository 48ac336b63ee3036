-- Somebody who was invited has no password yet. Somebody who was deleted stays as a row without a name, for the
-- recordings and sessions that were theirs.
alter table users alter column password_hash drop not null;
alter table users add column created_at timestamp with time zone;
alter table users add column last_sign_in_at timestamp with time zone;
alter table users add column deleted_at timestamp with time zone;
create index user_clubs_by_club on user_clubs (club_id);

-- From where somebody is signed in, for them to recognise it.
alter table sign_ins add column address varchar(64);
alter table sign_ins add column program varchar(300);
alter table sign_ins add column last_used_at timestamp with time zone;

-- Links that were sent to somebody: good once, until they expire; the token itself is never stored. One of a kind for each
-- user, the newest.
create table account_links (
    id         uuid primary key,
    user_id    uuid                     not null references users (id) on delete cascade,
    kind       varchar(20)              not null,
    token_hash varchar(64)              not null unique,
    created_at timestamp with time zone not null,
    expires_at timestamp with time zone not null,
    unique (user_id, kind)
);
