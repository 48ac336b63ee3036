package club.courtside.people;

import club.courtside.account.AccountLink.Kind;
import java.time.Instant;

/**
 * Somebody who was invited, or who is to choose another password.
 *
 * @param token opens the page where they choose it
 * @param endsAt until when
 */
record Invited(UserView user, String token, Kind kind, Instant endsAt) {}
