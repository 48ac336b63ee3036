package club.courtside.session;

import club.courtside.engine.api.MediaTrack;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;

/** What a file contains: compressions and picture size. */
@Embeddable
public class MediaFormat {

    @Column(name = "video_codec")
    private String videoCodec;

    private int width;
    private int height;

    @Column(name = "audio_codec")
    private String audioCodec;

    protected MediaFormat() {}

    /** @param audio null when there is no sound */
    public MediaFormat(MediaTrack video, MediaTrack audio) {
        if (video != null) {
            videoCodec = video.codec();
            width = video.width();
            height = video.height();
        }
        if (audio != null) audioCodec = audio.codec();
    }

    public static MediaFormat unknown() {
        return new MediaFormat();
    }

    /** Null while unknown. */
    public String videoCodec() {
        return videoCodec;
    }

    /** Pixels, 0 while unknown. */
    public int width() {
        return width;
    }

    public int height() {
        return height;
    }

    /** Null when there is no sound. */
    public String audioCodec() {
        return audioCodec;
    }
}
