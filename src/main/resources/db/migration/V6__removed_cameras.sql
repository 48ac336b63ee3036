-- Set: no camera of its court any more. The row stays for the sessions and recordings that were made with it.
alter table cameras add column removed_at timestamp with time zone;
