package club.courtside.court;

/** How RTSP carries the picture. */
public enum Transport {
    TCP,
    UDP
}
