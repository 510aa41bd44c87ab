--liquibase formatted sql

-- Foreign keys are checked at commit: the rows refer to each other by plain ids, so EclipseLink does not know which to insert first.

--changeset billing:2026-11-22-bill
create table billing_bill (
  tenant_id varchar(36) not null,
  id bigint not null,
  version int not null,
  created_at timestamp not null,
  updated_at timestamp not null,
  bill_number varchar(20) not null,
  subscriber_id bigint not null,
  subscription_id bigint,
  period_from timestamp not null,
  period_to timestamp not null,
  billed_from timestamp,
  period_count int not null,
  period_unit varchar(10) not null,
  total_minor bigint not null,
  currency varchar(3) not null,
  state varchar(10) not null,
  issued_at timestamp not null,
  due_at timestamp not null,
  paid_at timestamp,
  void_reason varchar(500),
  primary key (tenant_id, id),
  constraint billing_bill_number unique (tenant_id, bill_number),
  constraint billing_bill_period unique (tenant_id, subscription_id, billed_from),
  constraint billing_bill_subscriber foreign key (tenant_id, subscriber_id) references billing_subscriber (tenant_id, id) deferrable initially deferred,
  constraint billing_bill_subscription foreign key (tenant_id, subscription_id) references billing_subscription (tenant_id, id) deferrable initially deferred
);
create index billing_bill_by_subscriber on billing_bill (tenant_id, subscriber_id, state);
create index billing_bill_by_state on billing_bill (tenant_id, state, issued_at);

--changeset billing:2026-11-22-bill-line
create table billing_bill_line (
  tenant_id varchar(36) not null,
  id bigint not null,
  version int not null,
  created_at timestamp not null,
  updated_at timestamp not null,
  bill_id bigint not null,
  line_number int not null,
  line_text varchar(500) not null,
  quantity int not null,
  unit_minor bigint not null,
  amount_minor bigint not null,
  primary key (tenant_id, id),
  constraint billing_bill_line_number unique (tenant_id, bill_id, line_number),
  constraint billing_bill_line_bill foreign key (tenant_id, bill_id) references billing_bill (tenant_id, id) deferrable initially deferred
);

--changeset billing:2026-11-22-wallet
create table billing_wallet (
  tenant_id varchar(36) not null,
  id bigint not null,
  version int not null,
  created_at timestamp not null,
  updated_at timestamp not null,
  account varchar(60) not null,
  subscriber_id bigint,
  balance bigint not null,
  entries bigint not null,
  primary key (tenant_id, id),
  constraint billing_wallet_account unique (tenant_id, account),
  constraint billing_wallet_subscriber foreign key (tenant_id, subscriber_id) references billing_subscriber (tenant_id, id) deferrable initially deferred
);

--changeset billing:2026-11-22-ledger
create table billing_ledger_transaction (
  tenant_id varchar(36) not null,
  id bigint not null,
  version int not null,
  created_at timestamp not null,
  updated_at timestamp not null,
  source_kind varchar(40) not null,
  source_id varchar(100) not null,
  memo varchar(500) not null,
  currency varchar(3) not null,
  cause_id bigint,
  booked_at timestamp not null,
  booked_by varchar(200) not null,
  primary key (tenant_id, id),
  constraint billing_ledger_transaction_source unique (tenant_id, source_kind, source_id),
  constraint billing_ledger_transaction_cause foreign key (tenant_id, cause_id) references billing_ledger_transaction (tenant_id, id) deferrable initially deferred
);
create table billing_ledger_entry (
  tenant_id varchar(36) not null,
  id bigint not null,
  version int not null,
  created_at timestamp not null,
  updated_at timestamp not null,
  transaction_id bigint not null,
  account varchar(60) not null,
  amount bigint not null,
  wallet_position bigint,
  balance_after bigint,
  primary key (tenant_id, id),
  constraint billing_ledger_entry_position unique (tenant_id, account, wallet_position),
  constraint billing_ledger_entry_transaction foreign key (tenant_id, transaction_id) references billing_ledger_transaction (tenant_id, id) deferrable initially deferred
);
create index billing_ledger_entry_by_transaction on billing_ledger_entry (tenant_id, transaction_id);
create index billing_ledger_transaction_by_cause on billing_ledger_transaction (tenant_id, cause_id);
