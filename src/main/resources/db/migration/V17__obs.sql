-- A court may be recorded by OBS Studio: a camera whose address begins with obs://. Where it puts its files, as its machine
-- calls the folder and as this one does; null: where OBS wants, and called alike.
alter table cameras add column record_folder varchar(500);
alter table cameras add column mounted_folder varchar(500);
