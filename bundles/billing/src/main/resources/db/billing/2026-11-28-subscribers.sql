--liquibase formatted sql

--changeset billing:2026-11-28-subscriber-details
alter table billing_subscriber add column building varchar(200);
alter table billing_subscriber add column building_key varchar(200);
alter table billing_subscriber add column unit_label varchar(60);
alter table billing_subscriber add column zone varchar(100);
alter table billing_subscriber add column zone_key varchar(100);
alter table billing_subscriber add column latitude double precision;
alter table billing_subscriber add column longitude double precision;
alter table billing_subscriber add column detail_edits int not null default 0;
create index billing_subscriber_by_building on billing_subscriber (tenant_id, building_key, id);
create index billing_subscriber_by_zone on billing_subscriber (tenant_id, zone_key, id);

--changeset billing:2026-11-28-subscriber-contact
create table billing_subscriber_contact (
  tenant_id varchar(36) not null,
  id bigint not null,
  version int not null,
  created_at timestamp not null,
  updated_at timestamp not null,
  subscriber_id bigint not null,
  contact_number int not null,
  name varchar(120) not null,
  contact_role varchar(60),
  phone varchar(20),
  email varchar(200),
  primary key (tenant_id, id),
  constraint billing_subscriber_contact_of foreign key (tenant_id, subscriber_id) references billing_subscriber (tenant_id, id) deferrable initially deferred
);
create index billing_subscriber_contact_by on billing_subscriber_contact (tenant_id, subscriber_id);

--changeset billing:2026-11-28-subscriber-tag
create table billing_subscriber_tag (
  tenant_id varchar(36) not null,
  id bigint not null,
  version int not null,
  created_at timestamp not null,
  updated_at timestamp not null,
  subscriber_id bigint not null,
  tag varchar(40) not null,
  primary key (tenant_id, id),
  constraint billing_subscriber_tag_once unique (tenant_id, subscriber_id, tag),
  constraint billing_subscriber_tag_of foreign key (tenant_id, subscriber_id) references billing_subscriber (tenant_id, id) deferrable initially deferred
);
create index billing_subscriber_tag_by on billing_subscriber_tag (tenant_id, tag, subscriber_id);

--changeset billing:2026-11-28-custom-field
create table billing_custom_field (
  tenant_id varchar(36) not null,
  id bigint not null,
  version int not null,
  created_at timestamp not null,
  updated_at timestamp not null,
  field_key varchar(40) not null,
  label varchar(100) not null,
  field_kind varchar(10) not null,
  choices varchar(4000) not null,
  needed boolean not null,
  field_position int not null,
  primary key (tenant_id, id),
  constraint billing_custom_field_key unique (tenant_id, field_key)
);
create table billing_custom_value (
  tenant_id varchar(36) not null,
  id bigint not null,
  version int not null,
  created_at timestamp not null,
  updated_at timestamp not null,
  subscriber_id bigint not null,
  field_id bigint not null,
  value_text varchar(500) not null,
  primary key (tenant_id, id),
  constraint billing_custom_value_once unique (tenant_id, subscriber_id, field_id),
  constraint billing_custom_value_of foreign key (tenant_id, subscriber_id) references billing_subscriber (tenant_id, id) deferrable initially deferred,
  constraint billing_custom_value_field foreign key (tenant_id, field_id) references billing_custom_field (tenant_id, id) deferrable initially deferred
);
create index billing_custom_value_by on billing_custom_value (tenant_id, field_id, value_text);
