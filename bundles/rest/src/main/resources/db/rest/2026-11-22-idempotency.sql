--liquibase formatted sql

--changeset rest:2026-11-22-idempotency
create table rest_idempotency (
  tenant_id varchar(36) not null, id bigint not null, version int not null, created_at timestamp not null, updated_at timestamp not null,
  caller varchar(120) not null, idem_key varchar(200) not null, fingerprint varchar(64) not null,
  status int, headers varchar(2000), body ${bytes},
  primary key (tenant_id, id),
  constraint rest_idempotency_key unique (tenant_id, caller, idem_key)
);
create index rest_idempotency_age on rest_idempotency (tenant_id, created_at);
