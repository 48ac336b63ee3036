package club.courtside.engine.api;

/**
 * What a task has made; null (0) is what its kind does not give.
 *
 * @param media what is in the copy
 * @param sha256 of the copy
 * @param text the description
 * @param vtt the file that was written
 * @param srt the file that was written
 * @param lostPictures of the source that could not be decoded: the source is damaged there, and the copy goes on behind it
 */
public record TaskResult(MediaInfo media, String sha256, String text, String vtt, String srt, long lostPictures) {

    public TaskResult(MediaInfo media, String sha256, String text, String vtt, String srt) {
        this(media, sha256, text, vtt, srt, 0);
    }
}
