--liquibase formatted sql

--changeset messaging:2026-11-22-templates
create table messaging_template (
  tenant_id varchar(36) not null, id bigint not null, version int not null, created_at timestamp not null, updated_at timestamp not null,
  event varchar(40) not null, enabled boolean not null, body varchar(1000) not null, whatsapp_template varchar(100),
  primary key (tenant_id, id),
  constraint messaging_template_event unique (tenant_id, event)
);

--changeset messaging:2026-11-22-messages
create table messaging_message (
  tenant_id varchar(36) not null, id bigint not null, version int not null, created_at timestamp not null, updated_at timestamp not null,
  dedupe_key varchar(100) not null, channel varchar(10) not null, recipient varchar(254) not null, subscriber_id bigint, event varchar(40), subject varchar(200), body varchar(4000) not null,
  whatsapp_template varchar(100), parameters varchar(4000), language varchar(10) not null,
  state varchar(10) not null, plugin varchar(40), provider_id varchar(200), detail varchar(500), tries int not null, attempting boolean not null, sent_at timestamp, delivered_at timestamp,
  primary key (tenant_id, id),
  constraint messaging_message_once unique (tenant_id, dedupe_key)
);
create index messaging_message_provider on messaging_message (tenant_id, plugin, provider_id);
create index messaging_message_subscriber on messaging_message (tenant_id, subscriber_id);
