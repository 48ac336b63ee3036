package club.courtside.engine.api;

/** The answer to a {@link RelayLogin}. */
public record RelayAnswer(RelayVerdict verdict) {}
