package club.courtside.library;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;

/** Which pictures lie beside a video's file: its thumbnail, and the strip of small ones that cards and players show. */
@Embeddable
class VideoPictures {

    @Column(name = "has_thumbnail")
    private boolean hasThumbnail;

    @Column(name = "thumbnail_attempts")
    private int thumbnailAttempts;

    /** How many small pictures the strip has; 0 while there is none. */
    @Column(name = "strip_pictures")
    private int inStrip;

    @Column(name = "strip_attempts")
    private int stripAttempts;

    protected VideoPictures() {}

    static VideoPictures none() {
        return new VideoPictures();
    }

    void thumbnailMade() {
        hasThumbnail = true;
    }

    void thumbnailFailed() {
        thumbnailAttempts++;
    }

    /** And with it the strip that lay beside it; both are made again. */
    void thumbnailLost() {
        hasThumbnail = false;
        thumbnailAttempts = 0;
        stripLost();
    }

    void stripMade(int pictures) {
        inStrip = pictures;
    }

    void stripFailed() {
        stripAttempts++;
    }

    /** It is made again. */
    void stripLost() {
        inStrip = 0;
        stripAttempts = 0;
    }

    boolean hasThumbnail() {
        return hasThumbnail;
    }

    /** 0 while there is no strip. */
    int inStrip() {
        return inStrip;
    }
}
