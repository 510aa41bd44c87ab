--liquibase formatted sql

-- The owner of the tables moves rows of all tenants below; row-level security is forced on again by the migration itself, after all changelogs.
--changeset billing:2026-11-28-unforce dbms:postgresql
alter table billing_package no force row level security;
alter table billing_subscription no force row level security;
alter table billing_bill no force row level security;
alter table billing_bill_line no force row level security;

--changeset billing:2026-11-28-edition
create table billing_package_edition (
  tenant_id varchar(36) not null,
  id bigint not null,
  version int not null,
  created_at timestamp not null,
  updated_at timestamp not null,
  package_id bigint not null,
  edition_number int not null,
  effective_from timestamp not null,
  for_all boolean not null,
  price_minor bigint not null,
  currency varchar(3) not null,
  priced boolean not null,
  period_count int not null,
  period_unit varchar(10) not null,
  down_kbps int not null,
  up_kbps int not null,
  profile varchar(100),
  service varchar(10) not null,
  charging varchar(10) not null,
  calendar_period boolean not null,
  tax_included boolean not null,
  tax_code varchar(30),
  burst_down int not null,
  burst_up int not null,
  burst_threshold_down int not null,
  burst_threshold_up int not null,
  burst_seconds int not null,
  cap_megabytes bigint not null,
  cap_action varchar(10),
  cap_down int not null,
  cap_up int not null,
  fair_use varchar(1000),
  device_limit int not null,
  use_days varchar(80),
  use_from varchar(8),
  use_to varchar(8),
  installation_minor bigint not null,
  deposit_minor bigint not null,
  trial_count int not null,
  trial_unit varchar(10),
  late_payment varchar(12),
  partial_payment varchar(12),
  excess_payment varchar(12),
  auto_renew varchar(3),
  grace_days int not null,
  expiry_time varchar(12),
  primary key (tenant_id, id),
  constraint billing_package_edition_number unique (tenant_id, package_id, edition_number),
  constraint billing_package_edition_of foreign key (tenant_id, package_id) references billing_package (tenant_id, id) deferrable initially deferred
);
create index billing_package_edition_from on billing_package_edition (tenant_id, effective_from);
insert into billing_package_edition (tenant_id, id, version, created_at, updated_at, package_id, edition_number, effective_from, for_all, price_minor, currency,
    priced, period_count, period_unit, down_kbps, up_kbps, profile, service, charging, calendar_period, tax_included, burst_down, burst_up, burst_threshold_down,
    burst_threshold_up, burst_seconds, cap_megabytes, cap_down, cap_up, device_limit, installation_minor, deposit_minor, trial_count, grace_days)
  select tenant_id, id, 1, created_at, updated_at, id, 1, created_at, true, price_minor, currency, priced, period_count, period_unit, down_kbps, up_kbps, profile,
    'PPPOE', 'PREPAID', false, true, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, -1 from billing_package;
alter table billing_package add column edition int not null default 1;
alter table billing_package add column service varchar(10) not null default 'PPPOE';
alter table billing_package add column charging varchar(10) not null default 'PREPAID';
alter table billing_package drop column period_count;
alter table billing_package drop column period_unit;
alter table billing_package drop column down_kbps;
alter table billing_package drop column up_kbps;
alter table billing_package drop column profile;

--changeset billing:2026-11-28-payer
alter table billing_subscriber add column payer_id bigint;
alter table billing_subscriber add constraint billing_subscriber_payer foreign key (tenant_id, payer_id) references billing_subscriber (tenant_id, id) deferrable initially deferred;
create index billing_subscriber_by_payer on billing_subscriber (tenant_id, payer_id);

--changeset billing:2026-11-28-subscription
--validCheckSum: 8:0a525658b30ce69472ef73b58207ccca
-- PostgreSQL lets no table be changed further while foreign keys of its rows are still to be looked at
alter table billing_subscription add column payer_id bigint not null default 0;
update billing_subscription set payer_id = subscriber_id;
set constraints all immediate;
alter table billing_subscription add constraint billing_subscription_payer foreign key (tenant_id, payer_id) references billing_subscriber (tenant_id, id) deferrable initially deferred;
alter table billing_subscription add column edition int not null default 1;
alter table billing_subscription add column service varchar(10) not null default 'PPPOE';
alter table billing_subscription add column charging varchar(10) not null default 'PREPAID';
alter table billing_subscription add column own_price bigint;
alter table billing_subscription add column period_from timestamp;
alter table billing_subscription add column grace_until timestamp;
alter table billing_subscription add column paused_at timestamp;
alter table billing_subscription add column seconds_left bigint;
alter table billing_subscription add column hold_kind varchar(10);
alter table billing_subscription add column trial_used boolean not null default false;
alter table billing_subscription add column ip_address varchar(45);
alter table billing_subscription add column mac_address varchar(17);
alter table billing_subscription add column data_state varchar(10) not null default 'OPEN';
alter table billing_subscription add column data_down int not null default 0;
alter table billing_subscription add column data_up int not null default 0;
alter table billing_subscription add column wake_at timestamp not null default '9999-12-31 00:00:00';
update billing_subscription set wake_at = expires_at where state = 'ACTIVE';
create index billing_subscription_by_wake on billing_subscription (tenant_id, wake_at);
create index billing_subscription_by_payer on billing_subscription (tenant_id, payer_id, id);

--changeset billing:2026-11-28-bill
--validCheckSum: 8:1640201b95aa72ca5c56e629ac3615b6
alter table billing_bill alter column state set data type varchar(12);
alter table billing_bill add column bill_kind varchar(12) not null default 'BILL';
alter table billing_bill add column debt boolean not null default false;
alter table billing_bill add column payer_id bigint not null default 0;
alter table billing_bill add column tax_minor bigint not null default 0;
alter table billing_bill add column paid_minor bigint not null default 0;
alter table billing_bill add column credited_minor bigint not null default 0;
alter table billing_bill add column worth_from timestamp;
alter table billing_bill add column worth_to timestamp;
alter table billing_bill add column whole_seconds bigint not null default 0;
alter table billing_bill add column settled boolean not null default false;
alter table billing_bill add column refers_to bigint;
alter table billing_bill add column charge_key varchar(60);
alter table billing_bill add column run_id bigint;
alter table billing_bill add column package_id bigint;
alter table billing_bill add column edition int not null default 1;
alter table billing_bill add column dun_at timestamp not null default '9999-12-31 00:00:00';
alter table billing_bill add column dun_day int not null default -1000;
update billing_bill set payer_id = subscriber_id;
update billing_bill set paid_minor = total_minor, worth_from = period_from, worth_to = period_to where state = 'PAID';
update billing_bill set package_id = (select s.package_id from billing_subscription s where s.tenant_id = billing_bill.tenant_id and s.id = billing_bill.subscription_id);
set constraints all immediate;
alter table billing_bill add constraint billing_bill_charge unique (tenant_id, charge_key);
alter table billing_bill add constraint billing_bill_payer foreign key (tenant_id, payer_id) references billing_subscriber (tenant_id, id) deferrable initially deferred;
alter table billing_bill add constraint billing_bill_refers foreign key (tenant_id, refers_to) references billing_bill (tenant_id, id) deferrable initially deferred;
alter table billing_bill add constraint billing_bill_package foreign key (tenant_id, package_id) references billing_package (tenant_id, id) deferrable initially deferred;
create index billing_bill_by_payer on billing_bill (tenant_id, payer_id, state);
create index billing_bill_by_dun on billing_bill (tenant_id, dun_at);
create index billing_bill_by_run on billing_bill (tenant_id, run_id);
create index billing_bill_by_issue on billing_bill (tenant_id, issued_at, id);
alter table billing_bill_line add column line_kind varchar(14) not null default 'PACKAGE';
alter table billing_bill_line add column tax_minor bigint not null default 0;
alter table billing_bill_line add column tax_name varchar(80);
alter table billing_bill_line add column account varchar(60) not null default 'income';
alter table billing_bill_line add column tax_account varchar(60);

--changeset billing:2026-11-28-policy
create table billing_policy (
  tenant_id varchar(36) not null,
  id bigint not null,
  version int not null,
  created_at timestamp not null,
  updated_at timestamp not null,
  late_payment varchar(12) not null,
  partial_payment varchar(12) not null,
  excess_payment varchar(12) not null,
  auto_renew boolean not null,
  grace_days int not null,
  expiry_time varchar(12) not null,
  due_days int not null,
  dunning varchar(2000) not null,
  late_fee_percent int,
  late_fee_minor bigint,
  ceiling_minor bigint,
  fuse_percent int not null,
  fuse_least int not null,
  bill_prefix varchar(10) not null,
  bill_digits int not null,
  credit_prefix varchar(10) not null,
  credit_digits int not null,
  account_prefix varchar(10) not null,
  account_digits int not null,
  primary key (tenant_id, id),
  constraint billing_policy_one unique (tenant_id)
);

--changeset billing:2026-11-28-life
create table billing_subscription_step (
  tenant_id varchar(36) not null,
  id bigint not null,
  version int not null,
  created_at timestamp not null,
  updated_at timestamp not null,
  subscription_id bigint not null,
  router_id bigint,
  state_from varchar(10),
  state_to varchar(10) not null,
  step_at timestamp not null,
  who varchar(200) not null,
  why varchar(500),
  cut_at timestamp,
  primary key (tenant_id, id),
  constraint billing_subscription_step_of foreign key (tenant_id, subscription_id) references billing_subscription (tenant_id, id) deferrable initially deferred
);
create index billing_subscription_step_by on billing_subscription_step (tenant_id, subscription_id, id);
create index billing_subscription_step_cut on billing_subscription_step (tenant_id, cut_at);
create table billing_scheduled_change (
  tenant_id varchar(36) not null,
  id bigint not null,
  version int not null,
  created_at timestamp not null,
  updated_at timestamp not null,
  subscription_id bigint not null,
  change_kind varchar(20) not null,
  due_at timestamp not null,
  at_renewal boolean not null,
  package_id bigint,
  why varchar(500),
  state varchar(10) not null,
  failure varchar(500),
  who varchar(200) not null,
  primary key (tenant_id, id),
  constraint billing_scheduled_change_of foreign key (tenant_id, subscription_id) references billing_subscription (tenant_id, id) deferrable initially deferred,
  constraint billing_scheduled_change_package foreign key (tenant_id, package_id) references billing_package (tenant_id, id) deferrable initially deferred
);
create index billing_scheduled_change_by on billing_scheduled_change (tenant_id, subscription_id, state);
create index billing_scheduled_change_due on billing_scheduled_change (tenant_id, state, due_at);

--changeset billing:2026-11-28-run
create table billing_run (
  tenant_id varchar(36) not null,
  id bigint not null,
  version int not null,
  created_at timestamp not null,
  updated_at timestamp not null,
  state varchar(10) not null,
  running_key varchar(10),
  due_until timestamp not null,
  who varchar(200) not null,
  started_at timestamp not null,
  finished_at timestamp,
  planned bigint not null,
  billed bigint not null,
  paid bigint not null,
  skipped bigint not null,
  parked bigint not null,
  total_minor bigint not null,
  currency varchar(3) not null,
  primary key (tenant_id, id),
  constraint billing_run_one unique (tenant_id, running_key)
);
create table billing_run_chunk (
  tenant_id varchar(36) not null,
  id bigint not null,
  version int not null,
  created_at timestamp not null,
  updated_at timestamp not null,
  run_id bigint not null,
  chunk_number int not null,
  first_payer bigint not null,
  last_payer bigint not null,
  state varchar(10) not null,
  billed bigint not null,
  paid bigint not null,
  skipped bigint not null,
  parked bigint not null,
  total_minor bigint not null,
  primary key (tenant_id, id),
  constraint billing_run_chunk_number unique (tenant_id, run_id, chunk_number),
  constraint billing_run_chunk_of foreign key (tenant_id, run_id) references billing_run (tenant_id, id) deferrable initially deferred
);
create table billing_parked (
  tenant_id varchar(36) not null,
  id bigint not null,
  version int not null,
  created_at timestamp not null,
  updated_at timestamp not null,
  run_id bigint not null,
  subscription_id bigint not null,
  subscriber_id bigint not null,
  reason varchar(500) not null,
  parked_at timestamp not null,
  settled_at timestamp,
  settled_by varchar(200),
  open_key bigint,
  primary key (tenant_id, id),
  constraint billing_parked_open unique (tenant_id, open_key),
  constraint billing_parked_run foreign key (tenant_id, run_id) references billing_run (tenant_id, id) deferrable initially deferred,
  constraint billing_parked_subscription foreign key (tenant_id, subscription_id) references billing_subscription (tenant_id, id) deferrable initially deferred,
  constraint billing_parked_subscriber foreign key (tenant_id, subscriber_id) references billing_subscriber (tenant_id, id) deferrable initially deferred
);
create index billing_parked_by_run on billing_parked (tenant_id, run_id, id);

--changeset billing:2026-11-28-fuse
create table billing_fuse (
  tenant_id varchar(36) not null,
  id bigint not null,
  version int not null,
  created_at timestamp not null,
  updated_at timestamp not null,
  router_key bigint not null,
  blown_at timestamp,
  waiting bigint not null,
  reset_at timestamp,
  reset_by varchar(200),
  primary key (tenant_id, id),
  constraint billing_fuse_router unique (tenant_id, router_key)
);
