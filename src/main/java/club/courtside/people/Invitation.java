package club.courtside.people;

import java.io.Serializable;
import java.time.Instant;

/**
 * What became of an invitation.
 *
 * @param sent whether the mail server has taken the mail
 * @param url the link, to be handed over by whoever invites; null when it was sent
 * @param reason why it was not sent; null when it was, or when no mail server is set
 * @param expiresAt until when the link is good
 */
public record Invitation(boolean sent, String url, String reason, Instant expiresAt) implements Serializable {}
