-- Who did what, and from where. No references: an entry outlives what it tells of.
create table audit_entries (
    id         uuid primary key,
    told_at    timestamp with time zone not null,
    action     varchar(40)              not null,
    club_id    varchar(36),
    who_id     varchar(36),
    who_name   varchar(254)             not null,
    subject_id varchar(36),
    subject    varchar(254),
    detail     varchar(500),
    address    varchar(64)
);
create index audit_entries_by_time on audit_entries (told_at);
create index audit_entries_by_club on audit_entries (club_id, told_at);
create index audit_entries_by_who on audit_entries (who_id, told_at);
