--liquibase formatted sql

--changeset extension:2026-11-28-newest dbms:derby
-- Derby reads an index forwards only: without these it would sort the whole table for a page of the newest
create index extension_callback_newest on extension_callback (tenant_id, id desc);
