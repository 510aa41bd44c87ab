--liquibase formatted sql

--changeset voucher:2026-11-28-newest dbms:derby
-- Derby reads an index forwards only: without these it would sort the whole table for a page of the newest
create index voucher_voucher_newest on voucher_voucher (tenant_id, id desc);
