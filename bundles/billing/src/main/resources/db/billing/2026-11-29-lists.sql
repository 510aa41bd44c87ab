--liquibase formatted sql

-- Derby looks a list of values up one by one only where they are the first column of an index; otherwise it goes through all subscribers for each portion of an
-- import. PostgreSQL uses the index that begins with the tenant.
--changeset billing:2026-11-29-lists dbms:derby
create index billing_subscriber_listed on billing_subscriber (account_key, tenant_id);
create index billing_subscription_listed on billing_subscription (pppoe_key, tenant_id);
