package club.courtside.demo;

import java.time.Instant;

/**
 * What a camera has sent to one client: a picture or a frame of sound.
 *
 * @param micros its moment on the camera's clock, µs
 * @param rtpTime its RTP time stamp, unsigned 32 bits; 0 for MJPEG
 * @param sentAt when all of it had been handed to the operating system
 * @param bytes its size, without packet headers
 */
public record SentUnit(boolean video, boolean key, long micros, long rtpTime, Instant sentAt, int bytes) {}
