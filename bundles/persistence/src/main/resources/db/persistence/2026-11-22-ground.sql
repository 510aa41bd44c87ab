--liquibase formatted sql

--changeset persistence:2026-11-22-ids
create sequence mtandao_ids start with 500 increment by 500;

--changeset persistence:2026-11-22-directory
create table platform_directory (
  kind varchar(20) not null,
  lookup_key varchar(200) not null,
  tenant_id varchar(36) not null,
  ref varchar(200),
  primary key (kind, lookup_key)
);
create index platform_directory_tenant on platform_directory (tenant_id, kind);

--changeset persistence:2026-11-22-series
create table persistence_series (
  tenant_id varchar(36) not null,
  id bigint not null,
  version int not null,
  created_at timestamp not null,
  updated_at timestamp not null,
  name varchar(40) not null,
  last_number bigint not null,
  primary key (tenant_id, id),
  constraint persistence_series_name unique (tenant_id, name)
);
