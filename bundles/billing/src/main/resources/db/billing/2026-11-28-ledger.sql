--liquibase formatted sql

-- Every booking is a link of its tenant's chain (bundles/billing/README.md, "Chain"). Links and proofs only grow: RowLevelSecurity.APPEND_ONLY.

--changeset billing:2026-11-28-ledger-link
create table billing_ledger_link (
  tenant_id varchar(36) not null,
  id bigint not null,
  version int not null,
  created_at timestamp not null,
  updated_at timestamp not null,
  chain_position bigint not null,
  transaction_id bigint not null,
  previous_hash char(64) not null,
  hash char(64) not null,
  primary key (tenant_id, id),
  constraint billing_ledger_link_position unique (tenant_id, chain_position),
  constraint billing_ledger_link_once unique (tenant_id, transaction_id),
  constraint billing_ledger_link_transaction foreign key (tenant_id, transaction_id) references billing_ledger_transaction (tenant_id, id) deferrable initially deferred
);

--changeset billing:2026-11-28-ledger-head
create table billing_ledger_head (
  tenant_id varchar(36) not null,
  id bigint not null,
  version int not null,
  created_at timestamp not null,
  updated_at timestamp not null,
  chain_position bigint not null,
  hash char(64) not null,
  sealed_to bigint not null,
  primary key (tenant_id, id),
  constraint billing_ledger_head_one unique (tenant_id)
);

--changeset billing:2026-11-28-ledger-proof
create table billing_ledger_proof (
  tenant_id varchar(36) not null,
  id bigint not null,
  version int not null,
  created_at timestamp not null,
  updated_at timestamp not null,
  proved_at timestamp not null,
  whole boolean not null,
  transactions bigint not null,
  entries bigint not null,
  chain_position bigint not null,
  head_hash char(64) not null,
  first_fault varchar(500),
  primary key (tenant_id, id)
);
create index billing_ledger_proof_by_time on billing_ledger_proof (tenant_id, proved_at, id);
