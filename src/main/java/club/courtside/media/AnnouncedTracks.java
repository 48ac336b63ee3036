package club.courtside.media;

import java.util.ArrayList;
import java.util.List;

/**
 * What a connection's tracks are by now. A camera may go on with other parameters at any key frame, without a word
 * outside of it; and what it announced at the beginning may be older than what it sends.
 */
final class AnnouncedTracks {

    private List<Track> tracks;

    AnnouncedTracks(List<Track> announced) {
        tracks = List.copyOf(announced);
    }

    List<Track> list() {
        return tracks;
    }

    /** @return whether this packet begins something else than was announced */
    boolean areChangedBy(Packet packet) {
        Track known = current(packet.track());
        if (!packet.key() || !known.isVideo() || !ParameterSets.isStreamOf(known)) return false;
        ParameterSets sent = ParameterSets.in(known.codec(), packet.bytes());
        ParameterSets before = ParameterSets.of(known);
        if (sent.isEmpty() || before.containsAllOf(sent)) return false;
        byte[] configuration = sent.completedBy(before).bytes();
        PictureSize size =
                PictureSize.in(known.codec(), configuration).orElse(new PictureSize(known.width(), known.height(), 0));
        List<Track> changed = new ArrayList<>(tracks);
        changed.set(known.index(), known.with(size, configuration));
        tracks = List.copyOf(changed);
        return true;
    }

    /** The same packet, of the track as it is now. */
    Packet placed(Packet packet) {
        return packet.of(current(packet.track()));
    }

    private Track current(Track announced) {
        return tracks.get(announced.index());
    }
}
