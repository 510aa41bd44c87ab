--liquibase formatted sql

--changeset tenant:2026-11-28-newest dbms:derby
-- Derby reads an index forwards only: without these it would sort the whole table for a page of the newest
create index tenant_audit_newest on tenant_audit (tenant_id, created_at desc, id desc);
