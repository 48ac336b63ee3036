package club.courtside.library.arrival;

import club.courtside.library.VideoStatus;
import com.fasterxml.jackson.annotation.JsonProperty;

/** How far an uploaded file is, from its last byte to a video that is processed. */
public enum HospupStatus {
    /** It is here, or on its way, but was not looked at. */
    @JsonProperty("uploaded")
    UPLOADED,
    @JsonProperty("processing")
    PROCESSING,
    @JsonProperty("ready")
    READY,
    /** Refused, expired, or nothing came of it. */
    @JsonProperty("failed")
    FAILED;

    static HospupStatus of(ArrivalState state) {
        return switch (state) {
            case RECEIVING, EXAMINING -> UPLOADED;
            case DONE -> PROCESSING;
            case REFUSED, EXPIRED -> FAILED;
        };
    }

    static HospupStatus of(VideoStatus status) {
        return switch (status) {
            case RECORDING, PROCESSING -> PROCESSING;
            case READY -> READY;
            case FAILED -> FAILED;
        };
    }
}
