-- Who may watch a video besides its owner and the club's staff: a player of the club (user_id), or whoever has a link. What
-- makes a link is not stored: it is signed with a key of the data folder.
create table shares (
    id            uuid primary key,
    video_id      uuid                     not null references videos (id) on delete cascade,
    user_id       uuid references users (id) on delete cascade,
    expires_at    timestamp with time zone,
    password_hash varchar(500),
    may_download  boolean                  not null,
    created_by    uuid                     not null references users (id),
    created_at    timestamp with time zone not null,
    unique (video_id, user_id)
);
create index shares_by_user on shares (user_id);
