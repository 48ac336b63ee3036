package club.courtside.media.relay;

import club.courtside.media.relay.rtp.RtpFeed;

/** What a reader is told of a feed (SDP, RFC 4566). */
final class SessionDescription {

    private SessionDescription() {}

    static String of(String path, RtpFeed feed) {
        return "v=0\r\no=- " + Integer.toUnsignedLong(feed.tracks().get(0).source()) + " 1 IN IP4 0.0.0.0\r\n"
                + "s=" + path + "\r\nc=IN IP4 0.0.0.0\r\nt=0 0\r\na=tool:Courtside\r\na=range:npt=now-\r\n"
                + "a=control:*\r\n" + feed.description();
    }
}
