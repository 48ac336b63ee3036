package club.courtside.library;

import club.courtside.court.RenditionFormat;

/**
 * A converted copy as the API shows it: H.264 and AAC in an MP4.
 *
 * @param url relative to the server; answers byte ranges
 * @param sha256 of its file, in lower-case hex
 */
public record RenditionView(
        RenditionFormat format,
        int width,
        int height,
        long sizeBytes,
        double durationSeconds,
        String url,
        String sha256) {

    static RenditionView of(Rendition rendition) {
        return new RenditionView(
                rendition.format(),
                rendition.width(),
                rendition.height(),
                rendition.bytes(),
                rendition.durationSeconds(),
                VideoUrls.rendition(rendition.videoId(), rendition.format()),
                rendition.sha256());
    }
}
