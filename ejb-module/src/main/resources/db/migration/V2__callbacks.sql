-- What agents arranged with customers, one for each call, as the platform took it. Times are milliseconds since 1970.
create table callback (
    tenant          varchar(64)  not null,
    id              varchar(64)  not null,
    agent           varchar(128) not null,
    vendor          varchar(32)  not null,
    channel         varchar(32)  not null,
    call_ref        varchar(64)  not null,
    call_id         varchar(128) not null,
    callback_at     bigint       not null,
    callback_until  bigint,
    time_zone       varchar(64),
    callback_number text,
    queue_id        text,
    customer_name   text,
    note            text,
    cancelled       boolean      not null,
    command_id      varchar(64)  not null,
    created_at      bigint       not null,
    changed_at      bigint       not null,
    primary key (tenant, id)
);
create index callback_of_agent on callback (tenant, agent, callback_at);
create index callback_of_call on callback (tenant, call_ref);
