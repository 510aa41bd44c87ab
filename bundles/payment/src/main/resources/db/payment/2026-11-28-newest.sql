--liquibase formatted sql

--changeset payment:2026-11-28-newest dbms:derby
-- Derby reads an index forwards only: without these it would sort the whole table for a page of the newest
create index payment_payment_newest on payment_payment (tenant_id, id desc);
