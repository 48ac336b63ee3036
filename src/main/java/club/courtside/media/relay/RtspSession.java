package club.courtside.media.relay;

import club.courtside.media.relay.rtp.RtpFeed;
import io.netty.buffer.ByteBufAllocator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The tracks that a client has chosen (RFC 2326, 3): from the first {@code SETUP} to {@code TEARDOWN}. */
final class RtspSession {

    private static final Pattern CHANNELS = Pattern.compile("interleaved=(\\d{1,3})(?:-(\\d{1,3}))?");

    private final String id;
    private final String path;
    private final RtpFeed feed;
    private final Reader reader;
    private boolean playing;

    RtspSession(String id, String path, RtpFeed feed, Reader reader) {
        this.id = id;
        this.path = path;
        this.feed = feed;
        this.reader = reader;
    }

    String id() {
        return id;
    }

    String path() {
        return path;
    }

    RtpFeed feed() {
        return feed;
    }

    Reader reader() {
        return reader;
    }

    boolean isPlaying() {
        return playing;
    }

    void plays() {
        playing = true;
    }

    /**
     * Chooses how a track travels.
     *
     * @param transport what the client offers
     * @return the answer's {@code Transport}
     * @throws RtspProblem 404, 461 for all but TCP interleaved, 400 for channels that cannot be
     */
    String setUp(int track, String transport) throws RtspProblem {
        if (track >= feed.tracks().size()) throw new RtspProblem(RtspStatus.NOT_FOUND, "there is no such track");
        String offer = interleaved(transport)
                .orElseThrow(() -> new RtspProblem(
                        RtspStatus.UNSUPPORTED_TRANSPORT, "only RTP over this connection (RTP/AVP/TCP) is offered"));
        Reader.Channels channels = channels(offer, track);
        boolean taken = reader.tracks().entrySet().stream()
                .filter(other -> other.getKey() != track)
                .map(Map.Entry::getValue)
                .anyMatch(other -> overlap(other, channels));
        if (taken) throw new RtspProblem(RtspStatus.BAD_REQUEST, "another track has these channels");
        reader.setUp(track, channels);
        return "RTP/AVP/TCP;unicast;interleaved=%d-%d;ssrc=%08X"
                .formatted(
                        channels.media(),
                        channels.control(),
                        feed.tracks().get(track).source());
    }

    private static boolean overlap(Reader.Channels one, Reader.Channels other) {
        return Stream.of(one.media(), one.control())
                .anyMatch(channel -> channel == other.media() || channel == other.control());
    }

    /** The first acceptable one of several offers. */
    private static Optional<String> interleaved(String transport) {
        return Stream.of((transport == null ? "" : transport).split(","))
                .map(String::strip)
                .filter(offer -> offer.regionMatches(true, 0, "RTP/AVP/TCP", 0, 11))
                .filter(offer ->
                        !offer.contains("multicast") && !offer.toUpperCase().contains("MODE=RECORD"))
                .findFirst();
    }

    private static Reader.Channels channels(String offer, int track) throws RtspProblem {
        Matcher asked = CHANNELS.matcher(offer);
        if (!asked.find()) return new Reader.Channels(Frame.channel(track, true), Frame.channel(track, false));
        int media = Integer.parseInt(asked.group(1));
        int control = asked.group(2) == null ? media + 1 : Integer.parseInt(asked.group(2));
        if (media > 255 || control > 255 || media == control)
            throw new RtspProblem(RtspStatus.BAD_REQUEST, "channels are two numbers from 0 to 255");
        return new Reader.Channels(media, control);
    }

    /** What a track begins with, where that is known (RFC 2326, 12.33). */
    String information(String base, PublishedFeed published) {
        StringBuilder all = new StringBuilder();
        for (int track : reader.tracks().keySet()) {
            Frame first = published.first(track);
            if (first == null) continue;
            all.append(all.isEmpty() ? "" : ",")
                    .append("url=%s/trackID=%d;seq=%d;rtptime=%d"
                            .formatted(base, track, first.sequence(), Integer.toUnsignedLong(first.time())));
        }
        return all.toString();
    }

    /** The packets that say that nothing follows. */
    List<Frame> goodbyes(ByteBufAllocator buffers) {
        return reader.tracks().keySet().stream()
                .map(track -> FrameCutter.control(
                        buffers, track, feed.tracks().get(track).goodbye()))
                .toList();
    }
}
