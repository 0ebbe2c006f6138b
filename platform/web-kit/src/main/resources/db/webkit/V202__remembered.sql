-- What people have left: drafts of forms and chosen columns. Encrypted; not part of the business.
create table remembered (
    owner   text        not null,
    kind    text        not null check (kind in ('DRAFT', 'COLUMNS')),
    place   text        not null check (length(place) <= 400),
    content bytea       not null,
    kept_at timestamptz not null,
    primary key (owner, kind, place)
);
create index remembered_drafts on remembered (kept_at) where kind = 'DRAFT';
