--liquibase formatted sql

--changeset voucher:2026-11-28-batch
create table voucher_batch (
  tenant_id varchar(36) not null,
  id bigint not null,
  version int not null,
  created_at timestamp not null,
  updated_at timestamp not null,
  name varchar(100) not null,
  package_id bigint,
  package_name varchar(200),
  amount bigint not null,
  currency varchar(3) not null,
  prefix varchar(8) not null,
  codes int not null,
  sell_by timestamp,
  device_limit int not null,
  withdrawn boolean not null,
  made_by varchar(200) not null,
  primary key (tenant_id, id)
);
create index voucher_batch_made on voucher_batch (tenant_id, created_at, id);
create index voucher_batch_name on voucher_batch (tenant_id, name, id);
create index voucher_batch_package on voucher_batch (tenant_id, package_id, id);

--changeset voucher:2026-11-28-voucher
create table voucher_voucher (
  tenant_id varchar(36) not null,
  id bigint not null,
  version int not null,
  created_at timestamp not null,
  updated_at timestamp not null,
  batch_id bigint not null,
  code_hash varchar(64) not null,
  sealed_code varchar(300) not null,
  state varchar(10) not null,
  sell_by timestamp,
  subscriber_id bigint,
  subscriber_name varchar(200),
  phone varchar(20),
  subscription_id bigint,
  used_at timestamp,
  valid_until timestamp,
  primary key (tenant_id, id),
  constraint voucher_voucher_code unique (tenant_id, code_hash),
  constraint voucher_voucher_batch foreign key (tenant_id, batch_id) references voucher_batch (tenant_id, id) deferrable initially deferred
);
create index voucher_voucher_of_batch on voucher_voucher (tenant_id, batch_id, state, id);
create index voucher_voucher_state on voucher_voucher (tenant_id, state, id);
create index voucher_voucher_phone on voucher_voucher (tenant_id, phone, id);
create index voucher_voucher_whose on voucher_voucher (tenant_id, subscriber_id, id);

--changeset voucher:2026-11-28-try
create table voucher_try (
  tenant_id varchar(36) not null,
  id bigint not null,
  version int not null,
  created_at timestamp not null,
  updated_at timestamp not null,
  key_hash varchar(64) not null,
  failures int not null,
  last_at timestamp not null,
  forget_at timestamp not null,
  primary key (tenant_id, id),
  constraint voucher_try_key unique (tenant_id, key_hash)
);
create index voucher_try_forget on voucher_try (tenant_id, forget_at);

-- Which codes are given out, whoever's they are. The key is a keyed hash, so that it tells nobody a code.
--changeset voucher:2026-11-28-platform
create table platform_voucher_code (
  code_hash varchar(64) not null,
  tenant_id varchar(36) not null,
  primary key (code_hash)
);
create table platform_voucher_pepper (
  id int not null,
  sealed_key varchar(300) not null,
  primary key (id)
);
