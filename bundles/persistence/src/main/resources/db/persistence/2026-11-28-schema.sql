--liquibase formatted sql

--changeset persistence:2026-11-28-schema
create table platform_schema (
  digest varchar(64) not null,
  primary key (digest)
);
