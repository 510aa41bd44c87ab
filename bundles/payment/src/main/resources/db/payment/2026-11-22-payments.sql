--liquibase formatted sql

-- Foreign keys are checked at commit: a prompt and its payment refer to each other.

--changeset payment:2026-11-22-prompt
create table payment_prompt (
  tenant_id varchar(36) not null,
  id bigint not null,
  version int not null,
  created_at timestamp not null,
  updated_at timestamp not null,
  subscriber_id bigint not null,
  subscriber_name varchar(200) not null,
  account varchar(100) not null,
  method varchar(40) not null,
  amount bigint not null,
  currency varchar(3) not null,
  phone varchar(20) not null,
  state varchar(10) not null,
  told varchar(500),
  calling boolean not null,
  provider_ref varchar(100),
  sent_at timestamp,
  paid_seen_at timestamp,
  payment_id bigint,
  primary key (tenant_id, id),
  constraint payment_prompt_ref unique (tenant_id, method, provider_ref)
);
create index payment_prompt_whose on payment_prompt (tenant_id, subscriber_id, id);
create index payment_prompt_state on payment_prompt (tenant_id, state, id);
create index payment_prompt_made on payment_prompt (tenant_id, created_at);

--changeset payment:2026-11-22-payment
create table payment_payment (
  tenant_id varchar(36) not null,
  id bigint not null,
  version int not null,
  created_at timestamp not null,
  updated_at timestamp not null,
  receipt_no varchar(20) not null,
  method varchar(40) not null,
  provider_receipt varchar(100) not null,
  provisional boolean not null,
  amount bigint not null,
  currency varchar(3) not null,
  state varchar(10) not null,
  subscriber_id bigint,
  subscriber_name varchar(200),
  payer varchar(200),
  phone varchar(64),
  reference varchar(100),
  note varchar(300),
  prompt_id bigint,
  paid_at timestamp not null,
  booked_at timestamp not null,
  primary key (tenant_id, id),
  constraint payment_payment_no unique (tenant_id, receipt_no),
  constraint payment_payment_once unique (tenant_id, method, provider_receipt),
  constraint payment_payment_per_prompt unique (tenant_id, prompt_id),
  constraint payment_payment_prompt foreign key (tenant_id, prompt_id) references payment_prompt (tenant_id, id) deferrable initially deferred
);
create index payment_payment_paid on payment_payment (tenant_id, paid_at);
create index payment_payment_whose on payment_payment (tenant_id, subscriber_id, id);
create index payment_payment_state on payment_payment (tenant_id, state, id);
alter table payment_prompt add constraint payment_prompt_payment foreign key (tenant_id, payment_id) references payment_payment (tenant_id, id) deferrable initially deferred;
