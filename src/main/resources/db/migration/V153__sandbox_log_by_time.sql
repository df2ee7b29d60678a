-- Old events of the sign-in log are deleted by their time.
create index sandbox_sign_in_log_at on sandbox_sign_in_log (at);
