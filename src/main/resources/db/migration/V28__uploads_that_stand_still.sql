-- When the target's own work on it last got on; null until it was first asked.
alter table uploads add column moved_at timestamp with time zone;
