package club.courtside.media.relay.rtp;

import club.courtside.media.Packet;
import club.courtside.media.Track;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** One camera as RTP: its first video track, and its first audio track where RTP has a way for that. */
public final class RtpFeed {

    private static final int VIDEO = 96;
    private static final int AUDIO = 97;

    private final List<RtpTrack> tracks;
    /** The camera's index of each. */
    private final List<Integer> indices;

    private RtpFeed(List<RtpTrack> tracks, List<Integer> indices) {
        this.tracks = List.copyOf(tracks);
        this.indices = List.copyOf(indices);
    }

    /**
     * @param found the camera's tracks
     * @param first the first packet of its video, a key frame
     * @throws NotCarried when RTP has no way for the video
     */
    public static RtpFeed of(List<Track> found, Packet first, Random random) throws NotCarried {
        Track video = first.track();
        List<RtpTrack> tracks = new ArrayList<>();
        List<Integer> indices = new ArrayList<>();
        tracks.add(new RtpTrack("video", PayloadFormat.of(video, VIDEO, first), random));
        indices.add(video.index());
        for (Track audio : found) {
            if (audio.isVideo() || tracks.size() > 1) continue;
            try {
                tracks.add(new RtpTrack("audio", PayloadFormat.of(audio, AUDIO, null), random));
                indices.add(audio.index());
            } catch (NotCarried silent) {
                // The picture is worth more than no relay; what the camera says is shown with the feed's tracks.
            }
        }
        return new RtpFeed(tracks, indices);
    }

    /** Whether readers of this can go on with what a new connection brings. */
    public boolean isContinuedBy(RtpFeed other) {
        return description().equals(other.description());
    }

    /** These tracks, fed from the new connection's. */
    public RtpFeed fedFrom(RtpFeed other) {
        return new RtpFeed(tracks, other.indices);
    }

    /** Video first. */
    public List<RtpTrack> tracks() {
        return tracks;
    }

    /** Position among {@link #tracks()}, -1 for a track that is not relayed. */
    public int positionOf(Track track) {
        return indices.indexOf(track.index());
    }

    /**
     * The media sections of an SDP description (RFC 4566), each with its control address relative to the feed's: {@code
     * trackID=0} and so on. The same text means that a reader need not be told anew.
     */
    public String description() {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < tracks.size(); i++) {
            tracks.get(i).media().forEach(line -> text.append(line).append("\r\n"));
            text.append("a=control:trackID=").append(i).append("\r\n");
        }
        return text.toString();
    }
}
