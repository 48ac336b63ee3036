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

    boolean isRunning() {
        return !status().state().hasEnded();
    }

    boolean isSame(RecordingSpec other) {
        return spec.feedId().equals(other.feedId()) && spec.file().equals(other.file());
    }
}
