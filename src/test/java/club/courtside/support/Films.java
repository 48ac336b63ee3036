package club.courtside.support;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Short films of every kind, made by Debian's FFmpeg: not the one that reads them. */
public final class Films {

    private static final String[] SOUND = {"-f", "lavfi", "-i", "sine=d=1:r=48000"};

    private final Path folder;

    public Films(Path folder) {
        this.folder = folder;
    }

    /** A second of 25 pictures with sound. */
    public Path usual(String name, String... how) throws Exception {
        return picture(name, "testsrc2=s=320x180:r=25:d=1", how);
    }

    /** Half a minute that takes long to encode, and is made in no time. */
    public Path lengthy(String name) throws Exception {
        return picture(name, "testsrc2=s=640x360:r=25:d=30", "-c:v", "libx264", "-preset", "ultrafast");
    }

    public Path picture(String name, String picture, String... how) throws Exception {
        List<String> arguments = new ArrayList<>(List.of("-f", "lavfi", "-i", picture));
        arguments.addAll(List.of(SOUND));
        arguments.addAll(List.of("-pix_fmt", "yuv420p", "-g", "10", "-c:a", "aac"));
        arguments.addAll(List.of(how));
        return run(name, arguments.toArray(String[]::new));
    }

    public Path run(String name, String... arguments) throws Exception {
        Path file = folder.resolve(name);
        List<String> command = new ArrayList<>(List.of("ffmpeg", "-nostdin", "-y", "-loglevel", "error"));
        command.addAll(List.of(arguments));
        command.add("file:" + file);
        Process process = new ProcessBuilder(command).inheritIO().start();
        assertThat(process.waitFor(150, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).isZero();
        return file;
    }
}
