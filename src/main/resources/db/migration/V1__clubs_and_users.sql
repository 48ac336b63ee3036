-- Works on H2 (MODE=PostgreSQL) and PostgreSQL alike.

create table clubs (
    id                 uuid primary key,
    name               varchar(100) not null,
    slug               varchar(60)  not null unique,
    time_zone          varchar(60)  not null,
    retention_days     integer      not null,
    default_minutes    integer      not null,
    sound              boolean      not null,
    allow_hevc         boolean      not null,
    auto_upload        boolean,
    players_may_delete boolean      not null
);

create table courts (
    id       uuid primary key,
    club_id  uuid         not null references clubs (id),
    name     varchar(100) not null,
    slug     varchar(60)  not null,
    position integer      not null,
    unique (club_id, slug)
);

create table cameras (
    id                 uuid primary key,
    court_id           uuid          not null references courts (id),
    name               varchar(100)  not null,
    url                varchar(2000) not null,
    username           varchar(200),
    encrypted_password varchar(2000),
    transport          varchar(10)   not null,
    main_angle         boolean       not null
);
create index cameras_by_court on cameras (court_id);

create table users (
    id            uuid primary key,
    email         varchar(254) not null unique,
    display_name  varchar(254) not null,
    password_hash varchar(500) not null,
    role          varchar(20)  not null,
    enabled       boolean      not null,
    locale        varchar(20)
);

create table user_clubs (
    user_id uuid not null references users (id) on delete cascade,
    club_id uuid not null references clubs (id) on delete cascade,
    primary key (user_id, club_id)
);

-- One row for each browser that is signed in and each refresh token that is out; the token itself is never stored.
create table sign_ins (
    id         uuid primary key,
    user_id    uuid                     not null references users (id) on delete cascade,
    kind       varchar(10)              not null,
    token_hash varchar(64)              not null unique,
    created_at timestamp with time zone not null,
    expires_at timestamp with time zone not null
);
create index sign_ins_by_user on sign_ins (user_id);
create index sign_ins_by_expiry on sign_ins (expires_at);
