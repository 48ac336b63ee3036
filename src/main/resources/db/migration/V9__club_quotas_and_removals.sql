-- Space that a club's videos may take, in GB; null when there is no such limit.
alter table clubs add column quota_gb integer;
-- Set: nobody sees it any more, and its short name is free again. The row stays for what was recorded there.
alter table clubs add column removed_at timestamp with time zone;
alter table courts add column removed_at timestamp with time zone;
