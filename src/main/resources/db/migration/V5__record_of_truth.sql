-- What the camera sent and what of it is in the file. 0 for recordings from before this was counted.
alter table recordings add column packets_received bigint default 0 not null;
alter table recordings add column packets_written bigint default 0 not null;

-- Why a video is not as it should be: missing, unreadable, changed; null when all is well.
alter table videos add column reason_code varchar(40);
-- Set: it is being deleted. Nobody sees it any more; its files go now, and last of all this row.
alter table videos add column deleted_at timestamp with time zone;
create index videos_by_creation on videos (club_id, created_at);
