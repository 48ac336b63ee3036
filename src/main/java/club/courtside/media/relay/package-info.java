/**
 * The relay: an RTSP 1.0 server (RFC 2326) that publishes feeds to whoever may read them, one connection to the camera
 * however many read. Media travels interleaved in the RTSP connection (RFC 2326, 10.12) and is cut into RTP once for all
 * ({@link club.courtside.media.relay.rtp}).
 *
 * <p>Who reads first gets the running group of pictures. Who reads too slowly goes on at a later key frame and holds up
 * nobody. A lost camera keeps its readers: they wait, and see the gap in the time stamps; when it comes back with other
 * codec parameters their session ends with an RTCP BYE, so that they connect anew.
 *
 * <p>One thread serves all connections; each published feed that somebody reads has one more, which cuts its packets.
 * Everything of a connection, a published feed and a reader happens in the first, unless a comment says otherwise.
 */
package club.courtside.media.relay;
