package club.courtside.court;

import club.courtside.engine.api.Fit;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.io.Serializable;

/** What becomes of a club's videos by itself: converted, described, given subtitles, made smaller. */
@Embeddable
public class ProcessingPolicy {

    /**
     * What somebody says of it; null leaves what is.
     *
     * @param uploads videos that somebody uploads are processed
     * @param recordings what is recorded here is processed
     * @param format of the copy
     * @param fit how a picture of another shape gets into it
     * @param subtitles the model that writes them
     * @param compact recordings are made smaller afterwards, and the smaller file takes the place of the recorded one
     */
    public record Wish(
            Boolean uploads,
            Boolean recordings,
            RenditionFormat format,
            Fit fit,
            SubtitleModel subtitles,
            Boolean compact)
            implements Serializable {}

    @Column(name = "process_uploads")
    private boolean uploads = true;

    @Column(name = "process_recordings")
    private boolean recordings;

    @Enumerated(EnumType.STRING)
    @Column(name = "rendition_format")
    private RenditionFormat format = RenditionFormat.PORTRAIT;

    @Enumerated(EnumType.STRING)
    @Column(name = "rendition_fit")
    private Fit fit = Fit.CROP;

    @Enumerated(EnumType.STRING)
    @Column(name = "subtitle_model")
    private SubtitleModel subtitles = SubtitleModel.BASE;

    private boolean compact;

    void choose(Wish wish) {
        if (wish.uploads() != null) uploads = wish.uploads();
        if (wish.recordings() != null) recordings = wish.recordings();
        if (wish.format() != null) format = wish.format();
        if (wish.fit() != null) fit = wish.fit();
        if (wish.subtitles() != null) subtitles = wish.subtitles();
        if (wish.compact() != null) compact = wish.compact();
    }

    /** As it stands. */
    public Wish wish() {
        return new Wish(uploads, recordings, format, fit, subtitles, compact);
    }

    public boolean ofUploads() {
        return uploads;
    }

    public boolean ofRecordings() {
        return recordings;
    }

    public RenditionFormat format() {
        return format;
    }

    public Fit fit() {
        return fit;
    }

    public SubtitleModel subtitles() {
        return subtitles;
    }

    /** Whether recordings are made smaller once they are over. */
    public boolean isCompact() {
        return compact;
    }
}
