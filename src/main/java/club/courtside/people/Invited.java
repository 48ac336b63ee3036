package club.courtside.people;

/**
 * Somebody who was invited.
 *
 * @param token opens the page where they choose a password
 */
record Invited(UserView user, String token) {}
