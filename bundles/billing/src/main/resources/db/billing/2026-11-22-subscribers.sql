--liquibase formatted sql

-- Foreign keys are checked at commit: the rows refer to each other by plain ids, so EclipseLink does not know which to insert first.

--changeset billing:2026-11-22-subscriber
create table billing_subscriber (
  tenant_id varchar(36) not null,
  id bigint not null,
  version int not null,
  created_at timestamp not null,
  updated_at timestamp not null,
  name varchar(200) not null,
  name_key varchar(200) not null,
  phone varchar(20),
  email varchar(200),
  account varchar(40) not null,
  account_key varchar(40) not null,
  account_made boolean not null,
  place varchar(500),
  notes varchar(4000),
  search_text varchar(1000) not null,
  primary key (tenant_id, id),
  constraint billing_subscriber_account unique (tenant_id, account_key)
);
create index billing_subscriber_by_name on billing_subscriber (tenant_id, name_key, id);
create index billing_subscriber_by_created on billing_subscriber (tenant_id, created_at, id);

--changeset billing:2026-11-22-package
create table billing_package (
  tenant_id varchar(36) not null,
  id bigint not null,
  version int not null,
  created_at timestamp not null,
  updated_at timestamp not null,
  name varchar(100) not null,
  name_key varchar(100) not null,
  live_key varchar(100),
  price_minor bigint not null,
  currency varchar(3) not null,
  priced boolean not null,
  period_count int not null,
  period_unit varchar(10) not null,
  down_kbps int not null,
  up_kbps int not null,
  profile varchar(100),
  archived boolean not null,
  primary key (tenant_id, id),
  constraint billing_package_name unique (tenant_id, live_key)
);

--changeset billing:2026-11-22-subscription
create table billing_subscription (
  tenant_id varchar(36) not null,
  id bigint not null,
  version int not null,
  created_at timestamp not null,
  updated_at timestamp not null,
  subscriber_id bigint not null,
  package_id bigint not null,
  router_id bigint,
  router_key bigint not null,
  pppoe_user varchar(64) not null,
  pppoe_key varchar(64) not null,
  pppoe_live varchar(64),
  pppoe_password varchar(600) not null,
  state varchar(10) not null,
  state_before varchar(10),
  reason varchar(500),
  expires_at timestamp not null,
  anchor_day int not null,
  anchor_second int not null,
  warned_for timestamp,
  renewals int not null,
  primary key (tenant_id, id),
  constraint billing_subscription_user unique (tenant_id, router_key, pppoe_live),
  constraint billing_subscription_subscriber foreign key (tenant_id, subscriber_id) references billing_subscriber (tenant_id, id) deferrable initially deferred,
  constraint billing_subscription_package foreign key (tenant_id, package_id) references billing_package (tenant_id, id) deferrable initially deferred
);
create index billing_subscription_by_subscriber on billing_subscription (tenant_id, subscriber_id);
create index billing_subscription_by_package on billing_subscription (tenant_id, package_id);
create index billing_subscription_by_user on billing_subscription (tenant_id, pppoe_key);
create index billing_subscription_by_expiry on billing_subscription (tenant_id, state, expires_at);
create index billing_subscription_by_router on billing_subscription (tenant_id, router_id);

--changeset billing:2026-11-22-import-mapping
create table billing_import_mapping (
  tenant_id varchar(36) not null,
  id bigint not null,
  version int not null,
  created_at timestamp not null,
  updated_at timestamp not null,
  head_hash varchar(64) not null,
  targets varchar(4000) not null,
  primary key (tenant_id, id),
  constraint billing_import_mapping_head unique (tenant_id, head_hash)
);
