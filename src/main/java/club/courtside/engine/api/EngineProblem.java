package club.courtside.engine.api;

/** The body of an answer that is no success. */
public record EngineProblem(int status, Reason reason) {}
