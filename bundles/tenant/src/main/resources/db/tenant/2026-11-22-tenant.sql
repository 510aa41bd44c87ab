--liquibase formatted sql

--changeset tenant:2026-11-22-settings
create table tenant_settings (
  tenant_id varchar(36) not null,
  id bigint not null,
  version int not null,
  created_at timestamp not null,
  updated_at timestamp not null,
  name varchar(120) not null,
  slug varchar(40) not null,
  host varchar(200),
  country varchar(2) not null,
  currency varchar(3) not null,
  time_zone varchar(64) not null,
  lang varchar(5) not null,
  tax_name varchar(40) not null,
  tax_percent_hundredths int not null,
  retention_days int not null,
  logo_type varchar(20),
  logo ${bytes},
  primary_colour varchar(7),
  support_phone varchar(20),
  support_email varchar(254),
  message_channels varchar(60) not null,
  primary key (tenant_id, id),
  constraint tenant_settings_one unique (tenant_id)
);

--changeset tenant:2026-11-22-staff
create table tenant_staff (
  tenant_id varchar(36) not null,
  id bigint not null,
  version int not null,
  created_at timestamp not null,
  updated_at timestamp not null,
  full_name varchar(120) not null,
  email varchar(254) not null,
  phone varchar(20),
  staff_role varchar(20) not null,
  active boolean not null,
  password_hash varchar(200),
  last_sign_in timestamp,
  email_verified_at timestamp,
  primary key (tenant_id, id),
  constraint tenant_staff_email unique (tenant_id, email)
);

--changeset tenant:2026-11-22-session
create table tenant_session (
  tenant_id varchar(36) not null,
  id bigint not null,
  version int not null,
  created_at timestamp not null,
  updated_at timestamp not null,
  staff_id bigint,
  operator_id bigint,
  token_hash varchar(64) not null,
  last_used_at timestamp not null,
  ends_at timestamp not null,
  primary key (tenant_id, id),
  constraint tenant_session_token unique (tenant_id, token_hash),
  constraint tenant_session_staff foreign key (tenant_id, staff_id) references tenant_staff (tenant_id, id),
  constraint tenant_session_operator foreign key (operator_id) references platform_operator (id)
);
create index tenant_session_of_staff on tenant_session (tenant_id, staff_id);
create index tenant_session_end on tenant_session (tenant_id, ends_at);

create table tenant_known_address (
  tenant_id varchar(36) not null,
  id bigint not null,
  version int not null,
  created_at timestamp not null,
  updated_at timestamp not null,
  staff_id bigint not null,
  address_hash varchar(64) not null,
  last_seen_at timestamp not null,
  primary key (tenant_id, id),
  constraint tenant_known_address_one unique (tenant_id, staff_id, address_hash),
  constraint tenant_known_address_staff foreign key (tenant_id, staff_id) references tenant_staff (tenant_id, id)
);

--changeset tenant:2026-11-22-token
create table tenant_token (
  tenant_id varchar(36) not null,
  id bigint not null,
  version int not null,
  created_at timestamp not null,
  updated_at timestamp not null,
  staff_id bigint not null,
  purpose varchar(10) not null,
  token_hash varchar(64) not null,
  expires_at timestamp not null,
  primary key (tenant_id, id),
  constraint tenant_token_hash unique (tenant_id, token_hash),
  constraint tenant_token_staff foreign key (tenant_id, staff_id) references tenant_staff (tenant_id, id)
);
create index tenant_token_of_staff on tenant_token (tenant_id, staff_id);

--changeset tenant:2026-11-22-api-key
create table tenant_api_key (
  tenant_id varchar(36) not null,
  id bigint not null,
  version int not null,
  created_at timestamp not null,
  updated_at timestamp not null,
  name varchar(80) not null,
  hint varchar(4) not null,
  scopes varchar(1000) not null,
  key_hash varchar(64) not null,
  maker_id bigint,
  last_used_at timestamp,
  primary key (tenant_id, id),
  constraint tenant_api_key_hash unique (tenant_id, key_hash),
  constraint tenant_api_key_maker foreign key (tenant_id, maker_id) references tenant_staff (tenant_id, id)
);
create index tenant_api_key_of_maker on tenant_api_key (tenant_id, maker_id);

--changeset tenant:2026-11-22-audit
create table tenant_audit (
  tenant_id varchar(36) not null,
  id bigint not null,
  version int not null,
  created_at timestamp not null,
  updated_at timestamp not null,
  kind varchar(10) not null,
  actor_id varchar(60) not null,
  who varchar(120) not null,
  address varchar(64) not null,
  action varchar(60) not null,
  subject varchar(120) not null,
  changes varchar(32000) not null,
  primary key (tenant_id, id)
);
create index tenant_audit_time on tenant_audit (tenant_id, created_at, id);
create index tenant_audit_subject on tenant_audit (tenant_id, subject, created_at);
create index tenant_audit_action on tenant_audit (tenant_id, action, created_at);
