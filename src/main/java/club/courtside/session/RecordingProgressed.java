package club.courtside.session;

/** CDI event, inside the transaction that says so: the recording's figures were written down anew; it still runs. */
public record RecordingProgressed(Recording recording) {}
