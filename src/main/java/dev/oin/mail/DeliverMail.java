package dev.oin.mail;

/** Brings one mail of the outbox to the mail server; called by the workflow's worker. */
public interface DeliverMail {

    /** Sends the mail under its Message-ID, unless it is marked as sent; called outside of any transaction. Throws where the server does not take it. */
    void send(MailId mail);

    /** Marks the mail as sent, in the transaction that ends the delivery. */
    void markSent(MailId mail);
}
