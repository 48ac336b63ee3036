package club.courtside.cli;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What {@code ./courtside record} was asked for, and the options behind the fields of the API. */
final class RecordOrder {

    private static final Set<String> VALUED = Set.of("--url", "--court", "--club", "--session-name", "--duration");
    private static final Map<String, String> OPTIONS = Map.of(
            "camera_url", "--url",
            "terrain_id", "--court",
            "club_id", "--club",
            "name", "--session-name",
            "duration_minutes", "--duration");

    private final Words words;
    private final Optional<RecordLength> length;

    private RecordOrder(Words words) {
        this.words = words;
        if (words.value("--url").isPresent() == words.value("--court").isPresent())
            throw words.wrong("name either a --url or a --court");
        if (words.value("--court").isPresent() && words.value("--club").isPresent())
            throw words.wrong("--club goes with --url; a court is named --court CLUB/COURT");
        length = words.value("--duration").map(this::length);
    }

    /** @throws WrongUsage that names the option */
    static RecordOrder of(List<String> options) {
        return new RecordOrder(Words.of("record", options, Set.of("--json"), VALUED, 0));
    }

    private RecordLength length(String given) {
        return RecordLength.parse(given)
                .orElseThrow(() -> words.wrong("--duration is '" + given
                        + "', but it is a time such as 45s, 90m, 1h30m or 90 (minutes), up to "
                        + RecordLength.LONGEST_MINUTES / 60 + "h"));
    }

    boolean wantsJson() {
        return words.has("--json");
    }

    /** Empty for the court's own length. */
    Optional<RecordLength> length() {
        return length;
    }

    /** {@code CLUB/COURT}, or the court alone. */
    Optional<String> court() {
        return words.value("--court");
    }

    /** For {@code session/create}, with a camera that belongs to no court. */
    Map<String, String> trial() {
        Map<String, String> wish = new HashMap<>();
        wish.put("camera_url", words.value("--url").orElseThrow());
        words.value("--club").ifPresent(club -> wish.put("club_id", club));
        return wish;
    }

    /** For {@code record/start}. */
    Map<String, Object> start(String session) {
        Map<String, Object> wish = new HashMap<>();
        wish.put("session_id", session);
        words.value("--session-name").ifPresent(name -> wish.put("name", name));
        length.ifPresent(wanted -> wish.put("duration_minutes", wanted.minutes()));
        return wish;
    }

    /** The same refusal in the words of the command line. */
    CannotRun explained(Refused refused) {
        String option = OPTIONS.get(refused.field() == null ? "" : refused.field());
        if (option == null) return refused;
        String sentence = option + ": " + refused.detail();
        return refused.isWrongInput() ? words.wrong(sentence) : new CannotRun(sentence + ".");
    }
}
