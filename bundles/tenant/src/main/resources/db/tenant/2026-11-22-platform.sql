--liquibase formatted sql

--changeset tenant:2026-11-22-isp
create table platform_isp (
  id varchar(36) not null,
  slug varchar(40) not null,
  name varchar(120) not null,
  state varchar(10) not null,
  created_at timestamp not null,
  primary key (id),
  constraint platform_isp_slug unique (slug)
);
create index platform_isp_created on platform_isp (created_at, id);

--changeset tenant:2026-11-22-signin-attempt
create table platform_signin_attempt (
  key_hash varchar(64) not null,
  failures int not null,
  last_at timestamp not null,
  primary key (key_hash)
);
create index platform_signin_attempt_last on platform_signin_attempt (last_at);

--changeset tenant:2026-11-22-operator
create table platform_operator (
  id bigint not null,
  full_name varchar(120) not null,
  email varchar(254) not null,
  password_hash varchar(200) not null,
  active boolean not null,
  created_at timestamp not null,
  primary key (id),
  constraint platform_operator_email unique (email)
);
create table platform_operator_session (
  token_hash varchar(64) not null,
  operator_id bigint not null,
  last_used_at timestamp not null,
  ends_at timestamp not null,
  primary key (token_hash),
  constraint platform_operator_session_of foreign key (operator_id) references platform_operator (id)
);
create table platform_operator_address (
  operator_id bigint not null,
  address_hash varchar(64) not null,
  primary key (operator_id, address_hash),
  constraint platform_operator_address_of foreign key (operator_id) references platform_operator (id)
);
create table platform_first_start (
  id int not null,
  token_hash varchar(64) not null,
  primary key (id)
);

--changeset tenant:2026-11-22-platform-audit
create table platform_audit (
  id bigint not null,
  at_time timestamp not null,
  operator_id bigint,
  who varchar(120) not null,
  address varchar(64) not null,
  action varchar(60) not null,
  isp_id varchar(36),
  detail varchar(2000),
  primary key (id)
);
create index platform_audit_time on platform_audit (at_time, id);
