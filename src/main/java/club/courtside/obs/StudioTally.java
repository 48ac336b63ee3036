package club.courtside.obs;

import com.fasterxml.jackson.databind.JsonNode;

/** What OBS has counted of one recording, over all the files that it has written for it. */
final class StudioTally {

    private double seconds;
    private long bytes;
    private long bytesBefore;
    private long frames;
    private long framesBefore = -1;

    /**
     * @param status {@code GetRecordStatus}
     * @param place where in the recording it writes now
     * @param framesOfObs that all of its outputs have made since it was started
     */
    void counted(JsonNode status, double place, long framesOfObs) {
        seconds = Math.max(seconds, place);
        bytes = Math.max(bytes, bytesBefore + status.path("outputBytes").asLong());
        if (framesBefore < 0) framesBefore = framesOfObs - frames;
        frames = Math.max(frames, framesOfObs - framesBefore);
    }

    /** OBS begins to count anew. */
    void anotherFile() {
        bytesBefore = bytes;
        framesBefore = -1;
    }

    void finished(double length, long size) {
        seconds = length;
        bytes = size;
    }

    double seconds() {
        return seconds;
    }

    long bytes() {
        return bytes;
    }

    long bitsPerSecond() {
        return seconds > 1 ? (long) (bytes * 8 / seconds) : 0;
    }

    long frames() {
        return frames;
    }
}
