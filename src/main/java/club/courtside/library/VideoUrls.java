package club.courtside.library;

import club.courtside.court.RenditionFormat;
import java.util.UUID;

/** Where a video's file and picture are, relative to the server. */
public final class VideoUrls {

    private VideoUrls() {}

    /** Saved under the video's title. */
    public static String download(UUID videoId) {
        return "/api/video/files/" + videoId + "/download";
    }

    /** For players. */
    public static String watch(UUID videoId) {
        return "/media/videos/" + videoId + ".mp4";
    }

    public static String rendition(UUID videoId, RenditionFormat format) {
        return "/media/videos/" + videoId + "/" + format.code() + ".mp4";
    }

    /** WebVTT; null while there are none. */
    public static String subtitles(Video video) {
        return video.hasSubtitles() ? "/media/videos/" + video.id() + ".vtt" : null;
    }

    /** Small pictures of it in one; null while there is none. */
    static String strip(Video video) {
        return video.pictures().inStrip() > 0 ? "/media/videos/" + video.id() + ".strip.jpg" : null;
    }

    /** Null while there is none. */
    public static String thumbnail(Video video) {
        return video.pictures().hasThumbnail() ? "/media/videos/" + video.id() + ".jpg" : null;
    }
}
