-- An app that has not answered yet: the entry is there before the answer.
alter table sandbox_provisioning_log drop constraint sandbox_provisioning_log_result_check;
alter table sandbox_provisioning_log
    add constraint sandbox_provisioning_log_result_check check (result in ('DONE', 'NOTHING_SENT', 'NOT_DONE', 'UNDER_WAY'));
