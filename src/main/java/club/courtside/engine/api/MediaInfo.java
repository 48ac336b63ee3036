package club.courtside.engine.api;

/**
 * What a media file contains.
 *
 * @param seconds duration
 * @param video null when there is none
 * @param audio null when there is none
 */
public record MediaInfo(double seconds, long bytes, MediaTrack video, MediaTrack audio) {}
