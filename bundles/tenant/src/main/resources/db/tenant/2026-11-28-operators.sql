--liquibase formatted sql

--changeset tenant:2026-11-28-operator-link
create table platform_operator_link (
  token_hash varchar(64) not null,
  operator_id bigint,
  email varchar(254) not null,
  made_by bigint,
  expires_at timestamp not null,
  primary key (token_hash),
  constraint platform_operator_link_of foreign key (operator_id) references platform_operator (id),
  constraint platform_operator_link_by foreign key (made_by) references platform_operator (id)
);
