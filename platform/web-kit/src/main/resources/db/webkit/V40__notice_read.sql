-- Up to when each person has read the notices about an object. Not part of the business.
create table notice_read (
    owner   text        not null,
    link    text        not null check (length(link) <= 400),
    read_to timestamptz not null,
    primary key (owner, link)
);
