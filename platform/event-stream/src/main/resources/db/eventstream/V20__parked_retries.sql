-- A parked message is tried again by itself until its attempts are used up; null means only a person tries it again.
alter table parked_message add column next_attempt_at timestamptz;
