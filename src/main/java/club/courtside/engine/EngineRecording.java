package club.courtside.engine;

import club.courtside.engine.api.RecordingSpec;
import club.courtside.engine.api.RecordingStatus;
import club.courtside.media.Recording;

/** A recording and what was asked for. */
record EngineRecording(String id, RecordingSpec spec, Recording recording) {

    RecordingStatus status() {
        return Statuses.of(id, spec, recording.snapshot());
    }

    RecordingStatus stop() {
        return Statuses.of(id, spec, recording.stop());
    }

    /** Stops and waits for the end however long it takes; bounded by who waits for this. */
    RecordingStatus finish() {
        RecordingStatus status = stop();
        while (!status.state().hasEnded()) status = stop();
        return status;
    }

    boolean isRunning() {
        return !status().state().hasEnded();
    }

    boolean isSame(RecordingSpec other) {
        return spec.feedId().equals(other.feedId()) && spec.file().equals(other.file());
    }
}
