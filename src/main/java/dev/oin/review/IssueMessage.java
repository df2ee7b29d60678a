package dev.oin.review;

import dev.oin.kernel.AccountId;
import dev.oin.kernel.IssueId;
import java.time.Instant;

/** One contribution to the thread of an issue, read by both sides. */
public record IssueMessage(IssueId issue, AccountId author, boolean fromTeam, String text, Instant at) {}
