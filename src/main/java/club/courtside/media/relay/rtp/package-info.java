/**
 * A camera's packets as RTP (RFC 3550): H.264 (RFC 6184), H.265 (RFC 7798), AAC (RFC 3640), G.711 (RFC 3551) and JPEG
 * (RFC 2435), described in SDP (RFC 4566). Nothing is decoded and nothing is encoded again.
 */
package club.courtside.media.relay.rtp;
