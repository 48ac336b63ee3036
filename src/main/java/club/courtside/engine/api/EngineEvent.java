package club.courtside.engine.api;

/**
 * @param type {@code feed}, {@code recording} or {@code alive}
 * @param feed set for type {@code feed}
 * @param recording set for type {@code recording}
 */
public record EngineEvent(String type, FeedStatus feed, RecordingStatus recording) {}
