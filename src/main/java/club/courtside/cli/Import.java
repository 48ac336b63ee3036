package club.courtside.cli;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** {@code ./courtside import}: hands what looks like a video to the running web application, which looks into it. */
final class Import {

    private static final Pattern VIDEO =
            Pattern.compile("(?i).+\\.(mp4|m4v|mov|mkv|webm|avi|ts|mts|m2ts|mpg|mpeg|wmv|flv|3gp)");

    private final Installation installation;
    private final PrintStream out;
    private final LocalCalls local;
    private final List<String> refused = new ArrayList<>();
    private int imported;
    private int known;

    Import(Installation installation, PrintStream out) {
        this.installation = installation;
        this.out = out;
        this.local = new LocalCalls(installation);
    }

    /** @return 0 when every video is in the library */
    int run(List<String> options) throws IOException, InterruptedException {
        Words words = Words.of("import", options, Set.of("--move", "--json"), Set.of("--club"), 1);
        Path folder = Path.of(words.required("the FOLDER")).toAbsolutePath().normalize();
        String club = words.value("--club").orElseThrow(() -> words.wrong("--club is missing"));
        boolean json = words.has("--json");
        if (!Files.exists(folder)) throw new CannotRun("There is no folder " + folder + ".");
        if (!local.serves())
            throw new CannotRun("Courtside does not run on the data folder " + installation.data()
                    + "; start it first (./courtside run).");
        List<String> clubs = local.lines("import");
        if (!clubs.contains(club))
            throw new CannotRun("There is no club '" + club + "'; there are: " + String.join(", ", clubs) + ".");
        List<Path> files = videosIn(folder);
        for (int at = 0; at < files.size(); at++) {
            String name = folder.equals(files.get(at))
                    ? files.get(at).getFileName().toString()
                    : folder.relativize(files.get(at)).toString();
            String said = take(club, words.has("--move"), files.get(at), name);
            if (!json) out.println((at + 1) + "/" + files.size() + "  " + name + ": " + said);
        }
        if (json) out.println(asJson());
        else
            out.println("Imported: " + imported + ". In the library already: " + known + ". Refused: " + refused.size()
                    + ".");
        return refused.isEmpty() ? 0 : 1;
    }

    private String take(String club, boolean moving, Path file, String name) throws InterruptedException {
        String said = String.join(" ", local.post("import", club + "\n" + (moving ? "move" : "copy") + "\n" + file));
        if (said.equals("imported")) imported++;
        else if (said.equals("known")) known++;
        else refused.add(name + ": " + said.replaceFirst("^refused ", ""));
        return said.equals("known") ? "is in the library already" : said.replaceFirst("^refused ", "refused, ");
    }

    /** Neither hidden ones nor what links lead to; in the order of their names. */
    private static List<Path> videosIn(Path folder) throws IOException {
        Set<Path> files = new TreeSet<>();
        Files.walkFileTree(folder, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path inside, BasicFileAttributes facts) {
                boolean hidden = !inside.equals(folder)
                        && inside.getFileName().toString().startsWith(".");
                return hidden ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes facts) {
                String name = file.getFileName().toString();
                if (facts.isRegularFile()
                        && !name.startsWith(".")
                        && VIDEO.matcher(name).matches()) files.add(file);
                return FileVisitResult.CONTINUE;
            }
        });
        return List.copyOf(files);
    }

    private JsonLine asJson() {
        return new JsonLine().with("imported", imported).with("known", known).with("refused", refused);
    }
}
