--liquibase formatted sql

-- Those in debt are found without looking at everybody's wallet.
--changeset billing:2026-11-29-owing
alter table billing_wallet add column owing int default 0 not null;
update billing_wallet set owing = 1 where balance < 0;

--changeset billing:2026-11-29-owing-index
create index billing_wallet_by_owing on billing_wallet (tenant_id, owing, subscriber_id);

-- A search goes by the beginnings of words, of user names and of numbers.
--changeset billing:2026-11-29-search-word
create table billing_search_word (
  tenant_id varchar(36) not null,
  id bigint not null,
  version int not null,
  created_at timestamp not null,
  updated_at timestamp not null,
  subscriber_id bigint not null,
  word varchar(24) not null,
  primary key (tenant_id, id),
  constraint billing_search_word_of foreign key (tenant_id, subscriber_id) references billing_subscriber (tenant_id, id) deferrable initially deferred
);

-- 0: from before there were words; the hourly sweep writes theirs
--changeset billing:2026-11-29-word-rule
alter table billing_subscriber add column word_rule int default 0 not null;
create index billing_subscriber_by_rule on billing_subscriber (tenant_id, word_rule);

-- In a language's order what begins alike does not stand together. Derby's order is letter by letter already.
--changeset billing:2026-11-29-letter-by-letter dbms:postgresql
alter table billing_search_word alter column word type varchar(24) collate "C";
alter table billing_subscription alter column pppoe_key type varchar(64) collate "C";
alter table billing_bill alter column bill_number type varchar(20) collate "C";

--changeset billing:2026-11-29-search-index
create index billing_search_word_by_word on billing_search_word (tenant_id, word, subscriber_id);
create index billing_search_word_by_subscriber on billing_search_word (tenant_id, subscriber_id);
drop index billing_subscription_by_user;
create index billing_subscription_by_user on billing_subscription (tenant_id, pppoe_key, subscriber_id);
