-- Every event carries the hash of its content and of the event before it in its aggregate (docs/audit-chain.md).
alter table domain_event_entry add column hash bytea check (octet_length(hash) = 32);

-- The log: every event's hash in reading order, the leaves of a Merkle tree. Aggregate and sequence are kept beside the
-- hash, so that an event that has gone can still be named.
create table audit_leaf (
    leaf                 bigint primary key check (leaf >= 0),
    position             bigint not null unique,
    aggregate_identifier text   not null,
    sequence_number      bigint not null,
    hash                 bytea  not null check (octet_length(hash) = 32)
);

-- What was signed: checkpoints and key changes, one line of JSON each.
create table audit_entry (
    number bigint primary key check (number >= 0),
    size   bigint not null,
    entry  text   not null
);

-- Where the log has come to; one row, held by the replica that adds to it.
create table audit_log (
    id          int primary key check (id = 1),
    size        bigint not null,
    position    bigint not null,
    state       bytea  not null,
    waiting     text   not null,
    signed_size bigint not null,
    signed_root bytea,
    signed_at   timestamptz,
    key_id      text,
    next_entry  bigint not null,
    latest      timestamptz not null
) with (fillfactor = 50);
insert into audit_log values (1, 0, 0, '', '[]', 0, null, null, null, 0, '2000-01-01T00:00:00Z');

-- What each verification of this store by its own service has found.
create table audit_verification (
    id            bigint generated always as identity primary key,
    verified_at   timestamptz not null,
    took_ms       bigint not null,
    events        bigint not null,
    leaves        bigint not null,
    signed        bigint not null,
    compared      bigint not null,
    problems      bigint not null,
    first_problem text
);

create function refuse_to_change_the_trail() returns trigger language plpgsql as $$
begin
    raise exception 'the trail is only added to';
end $$;

create trigger leaves_are_kept before update or delete or truncate on audit_leaf
    for each statement execute function refuse_to_change_the_trail();
create trigger entries_are_kept before update or delete or truncate on audit_entry
    for each statement execute function refuse_to_change_the_trail();
create trigger verifications_are_kept before update or delete or truncate on audit_verification
    for each statement execute function refuse_to_change_the_trail();
