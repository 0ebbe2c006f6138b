-- Long work: imports, exports, rebuilds. Files, row values and results are encrypted and removed after some days.
create table job (
    id            text primary key,
    job_key       text not null,
    kind          text not null,
    phase         text not null,
    state         text not null check (state in ('QUEUED', 'RUNNING', 'DONE', 'FAILED', 'CANCELLED')),
    owner         text not null,
    owner_roles   text not null,
    organization  text,
    title         text not null,
    input         text not null,
    file_name     text,
    file          bytea,
    result_name   text,
    result_type   text,
    result        bytea,
    done          integer not null default 0,
    total         integer not null default 0,
    errors        integer not null default 0,
    warnings      integer not null default 0,
    message       text,
    created_at    timestamptz not null,
    updated_at    timestamptz not null,
    worker        text,
    claimed_until timestamptz,
    unique (owner, job_key)
);
create index job_by_owner on job (owner, created_at desc);
create index job_waiting on job (created_at) where state in ('QUEUED', 'RUNNING');

create table job_row (
    job_id     text    not null references job (id) on delete cascade,
    phase      text    not null,
    row_number integer not null,
    status     text    not null check (status in ('OK', 'WARNING', 'ERROR')),
    content    bytea   not null,
    primary key (job_id, phase, row_number)
);
create index job_row_remarkable on job_row (job_id, phase, row_number) where status <> 'OK';
