package club.courtside.session;

/** CDI event, inside the transaction that says so: the recording's file has its first frame. */
public record RecordingStarted(Recording recording) {}
