-- Works on H2 and on PostgreSQL. tenant is in every table and key from the start, though version 1 has the one tenant 'default'.

-- Who owns an agent's stream, and how far it is numbered; moved by compare-and-set in the same commit as the rows it numbers.
create table agent_stream (
    tenant   varchar(64)  not null,
    agent    varchar(128) not null,
    epoch    bigint       not null,
    last_seq bigint       not null,
    primary key (tenant, agent)
);

-- One row for each hour table of events (event_yyyymmddhh, made by HourTables).
create table event_hour (
    name       varchar(32) not null primary key,
    started_at bigint      not null,
    bytes      bigint      not null
);

-- A command is stored before it is done, and is the audit of who asked for it. Times are milliseconds since 1970.
create table command (
    tenant     varchar(64)  not null,
    id         varchar(64)  not null,
    agent      varchar(128) not null,
    vendor     varchar(32)  not null,
    channel    varchar(32)  not null,
    verb       varchar(32)  not null,
    data       text         not null,
    status     varchar(16)  not null,
    call_ref   varchar(64),
    call_id    varchar(128),
    request_id varchar(64),
    source     varchar(64),
    principal  varchar(128) not null,
    address    varchar(64)  not null,
    created_at bigint       not null,
    sent_at    bigint,
    settled_at bigint,
    problem    text,
    primary key (tenant, id)
);
create index command_open on command (tenant, agent, vendor, status);

create table idempotency (
    tenant      varchar(64)  not null,
    agent       varchar(128) not null,
    idem_key    varchar(128) not null,
    fingerprint varchar(64)  not null,
    command_id  varchar(64)  not null,
    expires_at  bigint       not null,
    primary key (tenant, agent, idem_key)
);
create index idempotency_expiry on idempotency (expires_at);

-- What the ledger knows of a call; raw is the platform's last word on it.
create table call_record (
    tenant        varchar(64)  not null,
    call_ref      varchar(64)  not null,
    agent         varchar(128) not null,
    vendor        varchar(32)  not null,
    channel       varchar(32)  not null,
    call_id       varchar(128),
    to_address    varchar(256) not null,
    life_cycle    varchar(16),
    reason        varchar(32)  not null,
    reason_source varchar(16),
    started_at    bigint       not null,
    ended_at      bigint,
    allowed       varchar(512) not null,
    call_seq      bigint       not null,
    talked        boolean      not null,
    drop_asked    boolean      not null,
    parent_id     varchar(128),
    platform_time varchar(32)  not null,
    facts         text         not null,
    shown         varchar(512) not null,
    raw           text         not null,
    primary key (tenant, call_ref)
);
create index call_of_agent on call_record (tenant, agent, vendor, ended_at);

-- Sign-ins that a restart takes up again.
create table sign_in (
    tenant          varchar(64)  not null,
    agent           varchar(128) not null,
    vendor          varchar(32)  not null,
    channel         varchar(32)  not null,
    username        varchar(128) not null,
    extension       varchar(64)  not null,
    device          varchar(64)  not null,
    attached        boolean      not null,
    credential_from varchar(16)  not null,
    sealed          text,
    signed_in_at    bigint       not null,
    primary key (tenant, agent, vendor)
);

-- Which platform login belongs to which agent (contract 14.2), filled from agents.csv at start.
create table agent_login (
    tenant     varchar(64)  not null,
    agent      varchar(128) not null,
    vendor     varchar(32)  not null,
    channel    varchar(32)  not null,
    username   varchar(128) not null,
    extension  varchar(64)  not null,
    device     varchar(64)  not null,
    secret_ref varchar(128) not null,
    primary key (tenant, agent, vendor)
);
