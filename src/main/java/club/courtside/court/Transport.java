package club.courtside.court;

import com.fasterxml.jackson.annotation.JsonProperty;

/** How RTSP carries the picture. */
public enum Transport {
    @JsonProperty("tcp")
    TCP,
    @JsonProperty("udp")
    UDP
}
