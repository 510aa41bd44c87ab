--liquibase formatted sql

--changeset messaging:2026-11-28-newest dbms:derby
-- Derby reads an index forwards only: without these it would sort the whole table for a page of the newest
create index messaging_message_newest on messaging_message (tenant_id, id desc);
