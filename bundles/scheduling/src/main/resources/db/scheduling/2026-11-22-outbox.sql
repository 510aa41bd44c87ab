--liquibase formatted sql

--changeset scheduling:2026-11-22-tasks-postgresql dbms:postgresql
create table scheduled_tasks (
  task_name text not null, task_instance text not null, task_data bytea, execution_time timestamptz not null, picked boolean not null, picked_by text,
  last_success timestamptz, last_failure timestamptz, consecutive_failures int, last_heartbeat timestamptz, version bigint not null, priority smallint,
  primary key (task_name, task_instance)
);
create index scheduled_tasks_due on scheduled_tasks (execution_time);
create index scheduled_tasks_heartbeat on scheduled_tasks (last_heartbeat);

--changeset scheduling:2026-11-22-tasks-derby dbms:derby
create table scheduled_tasks (
  task_name varchar(100) not null, task_instance varchar(250) not null, task_data blob, execution_time timestamp not null, picked boolean not null, picked_by varchar(200),
  last_success timestamp, last_failure timestamp, consecutive_failures int, last_heartbeat timestamp, version bigint not null, priority smallint,
  primary key (task_name, task_instance)
);
create index scheduled_tasks_due on scheduled_tasks (execution_time);
create index scheduled_tasks_heartbeat on scheduled_tasks (last_heartbeat);

--changeset scheduling:2026-11-22-events
create table scheduling_event (
  tenant_id varchar(36) not null, id bigint not null, version int not null, created_at timestamp not null, updated_at timestamp not null,
  type varchar(100) not null, payload varchar(8000) not null,
  primary key (tenant_id, id)
);
create table scheduling_handled (
  tenant_id varchar(36) not null, id bigint not null, version int not null, created_at timestamp not null, updated_at timestamp not null,
  event_id bigint not null, handler varchar(100) not null,
  primary key (tenant_id, id),
  constraint scheduling_handled_once unique (tenant_id, event_id, handler),
  constraint scheduling_handled_event foreign key (tenant_id, event_id) references scheduling_event (tenant_id, id)
);
create table scheduling_job (
  tenant_id varchar(36) not null, id bigint not null, version int not null, created_at timestamp not null, updated_at timestamp not null,
  job varchar(100) not null, job_key varchar(100) not null, data varchar(8000), round bigint not null, running_round bigint not null, due_at timestamp not null, again_at timestamp, tries int not null, last_error varchar(1000),
  primary key (tenant_id, id),
  constraint scheduling_job_key unique (tenant_id, job, job_key)
);
