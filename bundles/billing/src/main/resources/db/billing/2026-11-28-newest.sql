--liquibase formatted sql

--changeset billing:2026-11-28-newest dbms:derby
-- Derby reads an index forwards only: without these it would sort the whole table for a page of the newest
create index billing_subscriber_newest on billing_subscriber (tenant_id, id desc);
create index billing_subscription_newest on billing_subscription (tenant_id, id desc);
create index billing_bill_newest on billing_bill (tenant_id, id desc);

--changeset billing:2026-11-28-wallet-owner
-- a page of subscribers, and a chunk of a bill run, ask for the wallets of their owners
create index billing_wallet_by_subscriber on billing_wallet (tenant_id, subscriber_id);
