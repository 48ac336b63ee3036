package club.courtside.bench;

import java.nio.file.Path;
import java.util.Map;
import org.bytedeco.javacpp.Loader;

/**
 * The {@code ffmpeg} program that comes with the libraries which the engine uses.
 *
 * @param program where it was unpacked, its libraries beside it
 */
record BundledFfmpeg(Path program) {

    static BundledFfmpeg unpack(Path cache) {
        System.setProperty("org.bytedeco.javacpp.cachedir", cache.toString());
        return new BundledFfmpeg(Path.of(Loader.load(org.bytedeco.ffmpeg.ffmpeg.class)));
    }

    Map<String, String> environment() {
        return Map.of("LD_LIBRARY_PATH", program.getParent().toString());
    }
}
