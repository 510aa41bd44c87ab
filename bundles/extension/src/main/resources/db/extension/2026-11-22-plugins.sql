--liquibase formatted sql

--changeset extension:2026-11-22-plugin
create table extension_plugin (
  tenant_id varchar(36) not null,
  id bigint not null,
  version int not null,
  created_at timestamp not null,
  updated_at timestamp not null,
  plugin_id varchar(40) not null,
  kind varchar(20) not null,
  enabled boolean not null,
  place int not null,
  settings varchar(32000) not null,
  declared varchar(16000) not null,
  callback_token varchar(400),
  primary key (tenant_id, id),
  constraint extension_plugin_once unique (tenant_id, plugin_id)
);

--changeset extension:2026-11-22-callback
create table extension_callback (
  tenant_id varchar(36) not null,
  id bigint not null,
  version int not null,
  created_at timestamp not null,
  updated_at timestamp not null,
  plugin_id varchar(40) not null,
  kind varchar(20) not null,
  purpose varchar(60) not null,
  question boolean not null,
  method varchar(10) not null,
  query varchar(8000) not null,
  headers varchar(16000) not null,
  body ${bytes} not null,
  address varchar(64) not null,
  received_at timestamp not null,
  state varchar(12) not null,
  detail varchar(1000),
  tries int not null,
  processed_at timestamp,
  primary key (tenant_id, id)
);
create index extension_callback_state on extension_callback (tenant_id, state, id);
create index extension_callback_plugin on extension_callback (tenant_id, plugin_id, id);
