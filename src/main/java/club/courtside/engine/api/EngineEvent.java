package club.courtside.engine.api;

/**
 * @param type {@code feed}, {@code recording}, {@code relay_login} or {@code alive}
 * @param feed set for type {@code feed}
 * @param recording set for type {@code recording}
 * @param relayLogin set for type {@code relay_login}: a question, to be answered soon
 */
public record EngineEvent(String type, FeedStatus feed, RecordingStatus recording, RelayLogin relayLogin) {

    public EngineEvent(String type, FeedStatus feed, RecordingStatus recording) {
        this(type, feed, recording, null);
    }
}
