-- How long the session lived on after the revocation, where somebody measured it (testing-rules 5).
alter table logout_records
    add column ended_after_seconds integer,
    add constraint logout_records_time check (ended_after_seconds between 0 and 86400),
    add constraint logout_records_time_of_an_end check (passed or ended_after_seconds is null);
