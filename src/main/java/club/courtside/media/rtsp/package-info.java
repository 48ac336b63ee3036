/**
 * Reads the usual camera without any library: RTSP (RFC 2326) over TCP with its packets between the answers (section
 * 10.12), digest (RFC 7616, RFC 2617) and basic (RFC 7617) authentication, SDP (RFC 4566), RTP and its reports (RFC 3550,
 * RFC 3551), H.264 in packetization modes 0 and 1 (RFC 6184), AAC-LC in mode AAC-hbr (RFC 3640) and G.711. Whatever else
 * a camera speaks is left to another opener.
 *
 * <p>Nothing that a camera sends makes more room than this: 64 KB for an answer with its description, 8 MB for a picture,
 * 8 KB for a frame of sound, 5 MB while it is listened to for its parameter sets.
 */
package club.courtside.media.rtsp;
