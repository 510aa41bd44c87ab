--liquibase formatted sql

--changeset router:2026-11-28-service-kinds
alter table router_service add column kind varchar(12) default 'PPPOE' not null;
alter table router_service add column throttled boolean default false not null;
alter table router_service add column burst_down_kbps int default 0 not null;
alter table router_service add column burst_up_kbps int default 0 not null;
alter table router_service add column threshold_down_kbps int default 0 not null;
alter table router_service add column threshold_up_kbps int default 0 not null;
alter table router_service add column burst_seconds int default 0 not null;
alter table router_service add column device_limit int default 0 not null;
alter table router_service add column address varchar(45);
alter table router_service add column mac varchar(17);

--changeset router:2026-11-28-removal-kinds
alter table router_removal add column kind varchar(12) default 'PPPOE' not null;
alter table router_removal add column subscription_id bigint default 0 not null;
alter table router_removal add column tries int default 0 not null;
alter table router_removal add column try_at timestamp;

--changeset router:2026-11-28-hours
alter table router_service add column switch_at timestamp;
create index router_service_switch on router_service (tenant_id, switch_at);

--changeset router:2026-11-28-checked
alter table router_router add column checked_at timestamp;
