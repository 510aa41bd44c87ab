-- One ISP as version 1 (changelogs of 2026-11-22) left it. $head is the tenant, $stamps version and times.
insert into billing_subscriber values ($head 1, $stamps, 'Saver', 'saver', null, null, 'A1', 'a1', false, null, null, 'saver a1');
insert into billing_subscriber values ($head 2, $stamps, 'Poor', 'poor', '+254712345678', null, 'A2', 'a2', false, null, null, 'poor a2 +254712345678');
insert into billing_subscriber values ($head 3, $stamps, 'Late', 'late', null, null, 'A3', 'a3', false, null, null, 'late a3');
insert into billing_package values ($head 10, $stamps, 'Home 10M', 'home 10m', 'home 10m', 150000, 'KES', true, 1, 'MONTH', 10000, 5000, null, false);
insert into billing_subscription values ($head 21, $stamps, 1, 10, null, 0, 'saver', 'saver', 'saver', 'x', 'ACTIVE', null, null, '2026-11-25 07:00:00', 25, 36000, null, 1);
insert into billing_subscription values ($head 22, $stamps, 2, 10, null, 0, 'poor', 'poor', 'poor', 'x', 'ACTIVE', null, null, '2026-11-25 07:30:00', 0, 0, null, 0);
insert into billing_subscription values ($head 23, $stamps, 3, 10, null, 0, 'late', 'late', 'late', 'x', 'EXPIRED', null, null, '2026-11-19 07:30:00', 0, 0, null, 0);
insert into billing_wallet values ($head 30, $stamps, 'suspense', null, 0, 0);
insert into billing_wallet values ($head 31, $stamps, 'wallet:1', 1, 200000, 2);
insert into billing_wallet values ($head 32, $stamps, 'wallet:2', 2, 0, 0);
insert into billing_wallet values ($head 33, $stamps, 'wallet:3', 3, 0, 0);
-- 3,500 came in, 1,500 of it paid a month
insert into billing_ledger_transaction values ($head 40, $stamps, 'payment', 'M1', 'M-Pesa M1', 'KES', null, '2026-10-25 07:00:00', 'system:payment');
insert into billing_ledger_entry values ($head 50, $stamps, 40, 'money:mpesa', -350000, null, null);
insert into billing_ledger_entry values ($head 51, $stamps, 40, 'wallet:1', 350000, 1, 350000);
insert into billing_ledger_transaction values ($head 41, $stamps, 'bill', '60', 'Bill B-000001: Home 10M', 'KES', 40, '2026-10-25 07:00:00', 'system:payment');
insert into billing_ledger_entry values ($head 52, $stamps, 41, 'wallet:1', -150000, 2, 200000);
insert into billing_ledger_entry values ($head 53, $stamps, 41, 'income', 150000, null, null);
insert into billing_bill values ($head 60, $stamps, 'B-000001', 1, 21, '2026-10-25 07:00:00', '2026-11-25 07:00:00', '2026-10-25 07:00:00', 1, 'MONTH', 150000, 'KES', 'PAID',
  '2026-10-25 07:00:00', '2026-10-25 07:00:00', '2026-10-25 07:00:00', null);
insert into billing_bill_line values ($head 61, $stamps, 60, 1, 'Home 10M', 1, 150000, 150000);
insert into billing_bill values ($head 62, $stamps, 'B-000002', 3, 23, '2026-11-19 07:30:00', '2026-12-19 07:30:00', '2026-11-19 07:30:00', 1, 'MONTH', 150000, 'KES', 'OPEN',
  '2026-11-18 07:30:00', '2026-11-19 07:30:00', null, null);
insert into billing_bill_line values ($head 63, $stamps, 62, 1, 'Home 10M', 1, 150000, 150000);
insert into persistence_series (tenant_id, id, version, created_at, updated_at, name, last_number) values ($head 70, $stamps, 'bill', 2);
