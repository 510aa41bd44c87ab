--liquibase formatted sql

-- How much of the time that a bill stands for stood still in pauses.
--changeset billing:2026-11-28-still
alter table billing_bill add column still_seconds bigint default 0 not null;

-- Old readings are forgotten in the order in which they came.
--changeset billing:2026-11-28-reading-time
create index billing_usage_reading_time on billing_usage_reading (tenant_id, created_at, id);

-- A phone is looked up by its normal form.
--changeset billing:2026-11-28-phone
create index billing_subscriber_phone on billing_subscriber (tenant_id, phone, id);

-- What became of deposits; one row for each subscription, so that none is settled twice.
--changeset billing:2026-11-28-deposit
create table billing_deposit (
  tenant_id varchar(36) not null,
  id bigint not null,
  version int not null,
  created_at timestamp not null,
  updated_at timestamp not null,
  subscription_id bigint not null,
  choice varchar(20) not null,
  returned_minor bigint not null,
  kept_minor bigint not null,
  currency varchar(3) not null,
  reason varchar(500),
  settled_at timestamp not null,
  settled_by varchar(200) not null,
  primary key (tenant_id, id),
  constraint billing_deposit_once unique (tenant_id, subscription_id),
  constraint billing_deposit_of foreign key (tenant_id, subscription_id) references billing_subscription (tenant_id, id) deferrable initially deferred
);
