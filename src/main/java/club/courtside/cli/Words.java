package club.courtside.cli;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What stands behind a command: options with and without a value, and names of files. What the command does not know is refused. */
final class Words {

    private final String command;
    private final Map<String, String> options = new HashMap<>();
    private final List<String> names = new ArrayList<>();

    private Words(String command) {
        this.command = command;
    }

    /**
     * @param flags options that stand alone, such as {@code --json}
     * @param valued options that are followed by a value, or joined to it by {@code =}
     * @param mostNames how many files or folders may be named
     * @throws WrongUsage that names what is not understood
     */
    static Words of(String command, List<String> given, Set<String> flags, Set<String> valued, int mostNames) {
        Words words = new Words(command);
        for (int at = 0; at < given.size(); at++) {
            String word = given.get(at);
            String name = word.startsWith("--") ? word.replaceFirst("=.*", "") : word;
            if (flags.contains(word)) words.options.put(word, "");
            else if (valued.contains(name)) {
                boolean joined = !name.equals(word);
                if (!joined && (at + 1 == given.size() || given.get(at + 1).startsWith("--")))
                    throw words.wrong("the option " + name + " needs a value");
                words.options.put(name, joined ? word.substring(name.length() + 1) : given.get(++at));
            } else if (word.startsWith("-") && word.length() > 1)
                throw words.wrong("there is no option '" + word + "'" + known(flags, valued));
            else if (words.names.size() == mostNames) throw words.wrong("nobody expects '" + word + "'");
            else words.names.add(word);
        }
        return words;
    }

    private static String known(Set<String> flags, Set<String> valued) {
        String all = Stream.concat(flags.stream(), valued.stream()).sorted().collect(Collectors.joining(", "));
        return all.isEmpty() ? "" : "; there are " + all;
    }

    boolean has(String flag) {
        return options.containsKey(flag);
    }

    Optional<String> value(String option) {
        return Optional.ofNullable(options.get(option));
    }

    Optional<String> name() {
        return names.stream().findFirst();
    }

    /** @param what the word that must be there, as the help calls it */
    String required(String what) {
        return name().orElseThrow(() -> wrong(what + " is missing"));
    }

    WrongUsage wrong(String sentence) {
        return new WrongUsage(command + ": " + sentence + ". ./courtside help " + command + " explains it.");
    }
}
