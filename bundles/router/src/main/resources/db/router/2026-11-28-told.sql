--liquibase formatted sql

--changeset router:2026-11-28-told
alter table router_service add column told boolean default false not null;
create index router_service_told on router_service (tenant_id, router_id, told);
