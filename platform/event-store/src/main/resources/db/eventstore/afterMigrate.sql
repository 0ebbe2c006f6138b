-- When migrations run under their own role, the application's role gets exactly what it needs:
-- events and their trail can be added and read, nothing more.
do $$
declare
    application text := '${application_role}';
    t           record;
begin
    if application = '' or application = current_user then
        return;
    end if;
    execute format('grant usage on schema %I to %I', current_schema(), application);
    for t in select tablename from pg_tables where schemaname = current_schema() loop
        if t.tablename in ('domain_event_entry', 'denied_attempt', 'audit_leaf', 'audit_entry', 'audit_verification',
            'audit_inspection') then
            execute format('revoke all on %I from %I', t.tablename, application);
            execute format('grant select, insert on %I to %I', t.tablename, application);
        elsif t.tablename = 'flyway_schema_history' then
            execute format('grant select on %I to %I', t.tablename, application);
        else
            execute format('grant select, insert, update, delete on %I to %I', t.tablename, application);
        end if;
    end loop;
    execute format('grant usage, select on all sequences in schema %I to %I', current_schema(), application);
end $$;
