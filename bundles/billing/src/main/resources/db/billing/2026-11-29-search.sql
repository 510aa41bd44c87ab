--liquibase formatted sql

-- Those in debt are found without looking at everybody's wallet.
--changeset billing:2026-11-29-owing
alter table billing_wallet add column owing int default 0 not null;
update billing_wallet set owing = 1 where balance < 0;

--changeset billing:2026-11-29-owing-index
create index billing_wallet_by_owing on billing_wallet (tenant_id, owing, subscriber_id);
