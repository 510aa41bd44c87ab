--liquibase formatted sql

--changeset billing:2026-11-28-newest dbms:derby
-- Derby reads an index forwards only: without these it would sort the whole table for a page of the newest
create index billing_subscriber_newest on billing_subscriber (tenant_id, id desc);
create index billing_subscription_newest on billing_subscription (tenant_id, id desc);
create index billing_bill_newest on billing_bill (tenant_id, id desc);
