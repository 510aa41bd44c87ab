--liquibase formatted sql

-- What was sold stays as sold: which edition of its package a batch is for; 0 for batches from before, which buy what holds.
--changeset voucher:2026-11-28-edition
alter table voucher_batch add column package_edition int default 0 not null;
