package club.courtside.session;

/** CDI event, inside the transaction that says so: the recording is completed or failed; its file is final. */
public record RecordingEnded(Recording recording) {}
