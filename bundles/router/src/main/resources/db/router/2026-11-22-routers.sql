--liquibase formatted sql

--changeset router:2026-11-22-routers
create table router_router (
  tenant_id varchar(36) not null, id bigint not null, version int not null, created_at timestamp not null, updated_at timestamp not null,
  name varchar(100) not null, driver varchar(40) not null, host varchar(253) not null, port int not null, login varchar(100) not null, password varchar(1000) not null,
  tls boolean not null, fingerprint varchar(64), health varchar(10) not null, health_text varchar(500), looked_at timestamp, failures int not null,
  primary key (tenant_id, id),
  constraint router_router_name unique (tenant_id, name)
);

--changeset router:2026-11-22-services
create table router_service (
  tenant_id varchar(36) not null, id bigint not null, version int not null, created_at timestamp not null, updated_at timestamp not null,
  subscription_id bigint not null, router_id bigint, user_name varchar(100) not null, password varchar(1000) not null, profile varchar(100) not null,
  down_kbps int not null, up_kbps int not null, allowed boolean not null, remark varchar(200),
  revision bigint not null, applied boolean not null, error varchar(500), tries int not null, changed_at timestamp not null, applied_at timestamp, try_at timestamp not null, online boolean,
  primary key (tenant_id, id),
  constraint router_service_subscription unique (tenant_id, subscription_id),
  constraint router_service_router foreign key (tenant_id, router_id) references router_router (tenant_id, id)
);
create index router_service_due on router_service (tenant_id, router_id, applied, try_at);
create table router_removal (
  tenant_id varchar(36) not null, id bigint not null, version int not null, created_at timestamp not null, updated_at timestamp not null,
  router_id bigint not null, user_name varchar(100) not null,
  primary key (tenant_id, id),
  constraint router_removal_router foreign key (tenant_id, router_id) references router_router (tenant_id, id)
);
create index router_removal_router_ix on router_removal (tenant_id, router_id);
