--liquibase formatted sql

--changeset billing:2026-11-28-tax
create table billing_tax_rate (
  tenant_id varchar(36) not null,
  id bigint not null,
  version int not null,
  created_at timestamp not null,
  updated_at timestamp not null,
  tax_code varchar(30) not null,
  name varchar(60) not null,
  percent_hundredths int not null,
  first_day date not null,
  last_day date,
  primary key (tenant_id, id),
  constraint billing_tax_rate_day unique (tenant_id, tax_code, first_day)
);

--changeset billing:2026-11-28-add-on
create table billing_add_on (
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
  recurring boolean not null,
  tax_included boolean not null,
  tax_code varchar(30),
  data_megabytes bigint not null,
  archived boolean not null,
  primary key (tenant_id, id),
  constraint billing_add_on_name unique (tenant_id, live_key)
);
create table billing_subscription_item (
  tenant_id varchar(36) not null,
  id bigint not null,
  version int not null,
  created_at timestamp not null,
  updated_at timestamp not null,
  subscription_id bigint not null,
  add_on_id bigint,
  item_text varchar(200) not null,
  quantity int not null,
  unit_minor bigint not null,
  currency varchar(3) not null,
  recurring boolean not null,
  tax_included boolean not null,
  tax_code varchar(30),
  line_kind varchar(14) not null,
  account varchar(60) not null,
  billed_on bigint,
  ended_at timestamp,
  is_open boolean not null,
  primary key (tenant_id, id),
  constraint billing_subscription_item_of foreign key (tenant_id, subscription_id) references billing_subscription (tenant_id, id) deferrable initially deferred,
  constraint billing_subscription_item_add_on foreign key (tenant_id, add_on_id) references billing_add_on (tenant_id, id) deferrable initially deferred,
  constraint billing_subscription_item_bill foreign key (tenant_id, billed_on) references billing_bill (tenant_id, id) deferrable initially deferred
);
create index billing_subscription_item_by on billing_subscription_item (tenant_id, subscription_id, is_open);

--changeset billing:2026-11-28-coupon
create table billing_coupon (
  tenant_id varchar(36) not null,
  id bigint not null,
  version int not null,
  created_at timestamp not null,
  updated_at timestamp not null,
  code varchar(40) not null,
  code_key varchar(40) not null,
  percent_hundredths int,
  amount_minor bigint,
  currency varchar(3),
  first_day date,
  last_day date,
  most int,
  redeemed int not null,
  bills int,
  package_id bigint,
  archived boolean not null,
  primary key (tenant_id, id),
  constraint billing_coupon_code unique (tenant_id, code_key),
  constraint billing_coupon_package foreign key (tenant_id, package_id) references billing_package (tenant_id, id) deferrable initially deferred
);
create table billing_discount (
  tenant_id varchar(36) not null,
  id bigint not null,
  version int not null,
  created_at timestamp not null,
  updated_at timestamp not null,
  subscription_id bigint not null,
  coupon_id bigint,
  percent_hundredths int,
  amount_minor bigint,
  currency varchar(3),
  bills_left int,
  reason varchar(200) not null,
  ended_at timestamp,
  is_open boolean not null,
  primary key (tenant_id, id),
  constraint billing_discount_once unique (tenant_id, subscription_id, coupon_id),
  constraint billing_discount_of foreign key (tenant_id, subscription_id) references billing_subscription (tenant_id, id) deferrable initially deferred,
  constraint billing_discount_coupon foreign key (tenant_id, coupon_id) references billing_coupon (tenant_id, id) deferrable initially deferred
);
create index billing_discount_by on billing_discount (tenant_id, subscription_id, is_open);

--changeset billing:2026-11-28-line-origin
alter table billing_bill_line add column origin_id bigint;

--changeset billing:2026-11-28-usage
create table billing_usage (
  tenant_id varchar(36) not null,
  id bigint not null,
  version int not null,
  created_at timestamp not null,
  updated_at timestamp not null,
  subscription_id bigint not null,
  period_from timestamp not null,
  used_bytes bigint not null,
  topped_up_bytes bigint not null,
  primary key (tenant_id, id),
  constraint billing_usage_period unique (tenant_id, subscription_id, period_from),
  constraint billing_usage_of foreign key (tenant_id, subscription_id) references billing_subscription (tenant_id, id) deferrable initially deferred
);
create table billing_usage_reading (
  tenant_id varchar(36) not null,
  id bigint not null,
  version int not null,
  created_at timestamp not null,
  updated_at timestamp not null,
  subscription_id bigint not null,
  reading varchar(100) not null,
  bytes bigint not null,
  primary key (tenant_id, id),
  constraint billing_usage_reading_once unique (tenant_id, subscription_id, reading),
  constraint billing_usage_reading_of foreign key (tenant_id, subscription_id) references billing_subscription (tenant_id, id) deferrable initially deferred
);
