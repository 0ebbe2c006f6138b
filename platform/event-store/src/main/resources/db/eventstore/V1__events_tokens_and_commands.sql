-- The truth. Rows are added, never changed: the application's role may only insert and read (see afterMigrate.sql),
-- and the trigger below stops everybody else.
create table domain_event_entry (
    global_index         bigint generated always as identity primary key,
    event_identifier     text   not null unique,
    aggregate_identifier text   not null,
    sequence_number      bigint not null check (sequence_number >= 0),
    type                 text,
    time_stamp           text   not null,
    payload_type         text   not null,
    payload_revision     text,
    payload              text   not null,
    meta_data            text,
    unique (aggregate_identifier, sequence_number)
);

create function refuse_to_change_events() returns trigger language plpgsql as $$
begin
    raise exception 'stored events are never changed or removed';
end $$;

create trigger events_are_kept before update or delete or truncate on domain_event_entry
    for each statement execute function refuse_to_change_events();

-- Folded states of long histories; may be emptied at any time.
create table snapshot_event_entry (
    event_identifier     text   not null,
    aggregate_identifier text   not null,
    sequence_number      bigint not null,
    type                 text   not null,
    time_stamp           text   not null,
    payload_type         text   not null,
    payload_revision     text,
    payload              text   not null,
    meta_data            text,
    primary key (aggregate_identifier, sequence_number, type)
);

-- How far each reader of this store has come.
create table token_entry (
    processor_name text not null,
    segment        int  not null,
    token          text,
    token_type     text,
    timestamp      text,
    owner          text,
    primary key (processor_name, segment)
) with (fillfactor = 50);

-- Every order that was carried out, with its outcome, written in the transaction of its events.
create table handled_command (
    command_id   text primary key,
    command      text not null,
    actor        text not null,
    aggregate_id text,
    version      bigint,
    result       text,
    handled_at   timestamptz not null default clock_timestamp()
) with (fillfactor = 80);

-- Who tried what without the right to; written in a transaction of its own.
create table denied_attempt (
    id             bigint generated always as identity primary key,
    attempted_at   timestamptz not null default clock_timestamp(),
    actor          text not null,
    roles          text not null,
    organization   text,
    attempt        text not null,
    target         text,
    reason         text not null,
    needed         text,
    command_id     text,
    correlation_id text
);
create index denied_attempt_by_time on denied_attempt (attempted_at);
create index denied_attempt_by_actor on denied_attempt (actor, attempted_at);
