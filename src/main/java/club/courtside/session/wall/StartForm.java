package club.courtside.session.wall;

import club.courtside.session.RecordingName;
import club.courtside.session.RecordingQuality;
import club.courtside.session.StartRequest;
import java.io.Serializable;

/** How a match shall be recorded, while somebody chooses it: at first as its club does it. */
public final class StartForm implements Serializable {

    private final MatchLength length;
    private String name;
    private RecordingQuality quality;
    private Boolean sent;

    StartForm(CourtTile court, String name) {
        this.length = new MatchLength(court.defaultMinutes());
        this.name = name;
        this.sent = court.sentAfterwards();
    }

    /** @throws club.courtside.platform.ProblemException naming the field that makes no sense */
    public StartRequest wish() {
        return new StartRequest(length.wanted(), new RecordingName(name), sent, quality);
    }

    public MatchLength getLength() {
        return length;
    }

    public String getName() {
        return name;
    }

    public void setName(String name) {
        this.name = name;
    }

    /** Null as whoever records it is set. */
    public RecordingQuality getQuality() {
        return quality;
    }

    public void setQuality(RecordingQuality quality) {
        this.quality = quality;
    }

    /** Whether there is anywhere to send the video to. */
    public boolean isSendable() {
        return sent != null;
    }

    /** Whether the video goes there after the match. */
    public boolean isSent() {
        return Boolean.TRUE.equals(sent);
    }

    public void setSent(boolean sent) {
        this.sent = sent;
    }
}
