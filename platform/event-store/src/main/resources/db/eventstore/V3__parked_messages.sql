-- What could not be handled, with everything later of the same key, in order of id, until somebody retries or closes it.
-- consumer: 'relay' for events that could not be published (their content stays in the store), else the consumer's name.
create table parked_message (
    id             bigint generated always as identity primary key,
    consumer       text not null,
    message_key    text not null,
    message_id     text not null,
    message_type   text not null,
    source         text not null,
    sequence       bigint not null,
    headers        text,
    payload        text,
    reason         text not null,
    behind         boolean not null default false,
    attempts       int not null default 1,
    parked_at      timestamptz not null default clock_timestamp(),
    closed_at      timestamptz,
    closed_by      text,
    closing_reason text,
    unique (consumer, message_id)
);
create index parked_message_open on parked_message (consumer, message_key, id) where closed_at is null;
