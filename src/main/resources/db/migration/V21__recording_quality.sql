-- OBS Studio may be asked for one of its quality presets; null: as it is set.
alter table recordings add column quality varchar(20);
