-- Small pictures of a video from beginning to end, in one JPEG beside its picture; 0 while there is none.
alter table videos add column strip_pictures integer default 0 not null;
alter table videos add column strip_attempts integer default 0 not null;
