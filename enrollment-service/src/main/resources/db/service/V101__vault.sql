-- Who the learners are. Every value is encrypted under a key of the person; the key is wrapped by the master key, which
-- is not in the database. Without the key the values are noise: destroying it erases the person.
create table vault_secret (
    name           varchar(40) primary key,
    master_version integer     not null,
    wrapped        bytea       not null
);

create table vault_person (
    learner_id      varchar(100) primary key,
    number          bigint generated always as identity unique, -- order in which names were taken in, for readers in memory
    identity_mark   bytea        unique,                        -- keyed hash of the identity number
    full_name       bytea        not null,
    birth_date      bytea        not null,
    sex             bytea        not null,
    identity_number bytea        not null,
    note            bytea,
    kept_at         timestamptz  not null
);

create table vault_key (
    learner_id     varchar(100) primary key,
    master_version integer      not null,
    wrapped        bytea        not null
);

create table vault_erasure (
    number     bigint generated always as identity primary key,
    learner_id varchar(100) not null unique,
    erased_by  varchar(200) not null,
    erased_at  timestamptz  not null
);

-- Every view of a person by somebody: who, what for, whom. Only added to.
create table vault_view (
    id           bigint generated always as identity primary key,
    viewed_at    timestamptz  not null,
    viewer       varchar(200) not null,
    roles        varchar(400) not null,
    organization varchar(100),
    purpose      varchar(100) not null,
    learner_ids  text[]       not null
);
create index vault_person_by_mark on vault_person (encode(identity_mark, 'hex'));
create index vault_view_of_learner on vault_view using gin (learner_ids);

-- Uploaded files that hold personal data, encrypted under a key of their own; removed after seven days.
create table vault_file (
    id      varchar(100) primary key,
    sealed  bytea        not null,
    kept_at timestamptz  not null
);
