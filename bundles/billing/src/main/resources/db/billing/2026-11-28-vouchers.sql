--liquibase formatted sql

-- What a period was bought with: a voucher's device limit holds for the time that its bill stands for.
--changeset billing:2026-11-28-device-limit
alter table billing_bill add column device_limit int default 0 not null;
alter table billing_subscription add column device_limit int default 0 not null;
alter table billing_subscription add column limits_bought boolean default false not null;
