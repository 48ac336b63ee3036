package club.courtside.settings.premises;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Looks at what the installation itself has to offer. */
public final class Premises {

    private static final List<String> DESCRIPTION =
            List.of("vision_model.onnx", "text_decoder.onnx", "vocab.txt", "config.json");

    private Premises() {}

    /**
     * @param data the data folder, which exists
     * @param models where models would lie
     */
    public static List<Premise> at(Path data, Path models) {
        return List.of(java(), folder(data), models(models));
    }

    private static Premise java() {
        String version = Runtime.version().toString();
        return Premise.inOrder("java", "Java", version + " in " + System.getProperty("java.home"), version);
    }

    /** Where each part of it can be written: a disk may be mounted on one of them. */
    private static Premise folder(Path data) {
        Path refused = Stream.of("", "db", "videos", "thumbnails", "logs", "run")
                .map(data::resolve)
                .filter(part -> Files.isDirectory(part) && !Files.isWritable(part))
                .findFirst()
                .orElse(null);
        if (refused == null) return Premise.inOrder("folder", "Data folder", data.toString(), data.toString());
        return new Premise(
                "folder",
                "Data folder",
                "read_only",
                refused + " cannot be written",
                "Give it to the user that runs Courtside, or set COURTSIDE_DATA to another folder.",
                List.of(refused.toString()));
    }

    /** Nothing needs one; a step without its model is skipped. */
    private static Premise models(Path folder) {
        boolean describes = DESCRIPTION.stream().map(folder::resolve).allMatch(Files::isRegularFile);
        List<String> sizes = whispers(folder);
        String what = String.join(", ", describes ? "descriptions" : "no descriptions", subtitles(sizes));
        return Premise.inOrder("models", "Models", what + " (" + folder + ")", describes ? 1 : 0, sizes.size());
    }

    private static String subtitles(List<String> sizes) {
        return sizes.isEmpty() ? "no subtitles" : "subtitles " + String.join(" ", sizes);
    }

    private static List<String> whispers(Path folder) {
        if (!Files.isDirectory(folder)) return List.of();
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.matches("ggml-(base|small|medium|large)\\.bin"))
                    .map(name -> name.replaceAll("ggml-|\\.bin", ""))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("the models' folder cannot be read", e);
        }
    }
}
