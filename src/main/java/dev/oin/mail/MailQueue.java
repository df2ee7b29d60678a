package dev.oin.mail;

/** Hands a mail of the outbox to the workers; implemented by the workflow, in the transaction that writes the outbox row. */
public interface MailQueue {

    /** The mail will be delivered as soon as a worker is free, and again until the mail server has taken it. */
    void enqueue(MailId mail);
}
