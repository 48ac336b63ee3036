-- The file of the video lies in the bucket alone.
alter table videos add column away boolean default false not null;
