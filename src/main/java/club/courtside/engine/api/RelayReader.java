package club.courtside.engine.api;

/**
 * A connection that the relay let in.
 *
 * @param id to end it by
 * @param path what it reads, such as {@code club/court}
 * @param who as the {@link RelayAnswer} said
 */
public record RelayReader(String id, String path, String who) {}
