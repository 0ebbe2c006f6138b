-- How many events the relay has dealt with per block of 1,000 positions: the books that the reconciliation compares.
create table relay_block (
    block     bigint primary key,
    published bigint not null default 0,
    kept      bigint not null default 0,
    parked    bigint not null default 0,
    closed_at timestamptz
) with (fillfactor = 50);

-- The last 1,000 tokens of the relay with the last acknowledged offset of each partition.
create table relay_progress (
    id        bigint generated always as identity primary key,
    position  bigint not null,
    token     text not null,
    offsets   text not null,
    stored_at timestamptz not null default clock_timestamp()
);

-- The topic as it was when the relay first wrote to it.
create table relay_topic (
    topic      text primary key,
    topic_id   text not null,
    partitions int  not null,
    seen_at    timestamptz not null default clock_timestamp()
);
