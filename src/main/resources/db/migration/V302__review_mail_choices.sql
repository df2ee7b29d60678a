-- Mails that somebody does not want, beside those that everybody gets.
create table mail_choices (
    account uuid not null,
    code    text not null,
    primary key (account, code)
);
