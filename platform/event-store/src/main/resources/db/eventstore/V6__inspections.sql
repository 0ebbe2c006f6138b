-- Who asked for a verification of this trail, or took evidence of it away.
create table audit_inspection (
    id           bigint generated always as identity primary key,
    asked_at     timestamptz not null default clock_timestamp(),
    actor        text   not null,
    roles        text   not null,
    organization text,
    what         text   not null,
    about        text,
    events       bigint not null,
    digest       text
);

create trigger inspections_are_kept before update or delete or truncate on audit_inspection
    for each statement execute function refuse_to_change_the_trail();
