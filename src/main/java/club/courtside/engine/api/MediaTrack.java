package club.courtside.engine.api;

/**
 * @param codec {@code h264}, {@code h265}, {@code mjpeg}, {@code aac}, {@code pcma}, {@code pcmu} or FFmpeg's name
 * @param width pixels, 0 for audio
 * @param height pixels, 0 for audio
 * @param sampleRate Hz, 0 for video
 * @param channels 0 for video
 */
public record MediaTrack(String codec, int width, int height, int sampleRate, int channels) {}
