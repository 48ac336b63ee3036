package club.courtside.court;

import club.courtside.account.Caller;
import club.courtside.account.CurrentCaller;
import club.courtside.account.Role;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The person in front of the page: how they are called, where they are, and what their clock says. */
@Named
@RequestScoped
public class Visitor {
    private final Optional<Caller> caller;
    private final Optional<Club> club;
    private final Instant now;

    /** For the proxy. */
    protected Visitor() {
        caller = Optional.empty();
        club = Optional.empty();
        now = null;
    }

    @Inject
    public Visitor(CurrentCaller current, Clubs clubs, Clock clock) {
        caller = current.get();
        club = caller.filter(known -> known.clubs().size() == 1)
                .flatMap(known -> clubs.byId(known.clubs().iterator().next()))
                .or(() -> clubs.all().stream().findFirst().filter(only -> caller.isPresent()));
        now = clock.instant();
    }

    public String getName() {
        return caller.map(Caller::displayName).orElse("");
    }

    public String getEmail() {
        return caller.map(Caller::email).orElse("");
    }

    /** Key of what they are. */
    public String getRole() {
        return caller.map(known -> "role." + known.role().name()).orElse(null);
    }

    /** Runs a club, or all of them. */
    public boolean isAdministrator() {
        return caller.filter(known -> known.role() != Role.PLAYER).isPresent();
    }

    public boolean isSuperAdministrator() {
        return caller.filter(Caller::isSuperAdmin).isPresent();
    }

    /** First letters of the first and the last word of the name. */
    public String getInitials() {
        var words = getName().strip().split("[\\s@.]+");
        var first = words[0];
        var last = words.length > 1 ? words[words.length - 1] : "";
        return Stream.of(first, last)
                .filter(word -> !word.isEmpty())
                .map(word -> word.substring(0, word.offsetByCodePoints(0, 1)).toUpperCase())
                .collect(Collectors.joining());
    }

    /** The club's name. */
    public String getPlace() {
        return club.map(Club::name).orElse("");
    }

    /** The club's clock. */
    public ZoneId getZone() {
        return club.map(Club::timeZone).orElseGet(ZoneId::systemDefault);
    }

    public Instant getNow() {
        return now;
    }

    /** What is known of a thing, on one line. */
    public String line(String... parts) {
        return Stream.of(parts).filter(part -> part != null && !part.isBlank()).collect(Collectors.joining(" · "));
    }
}
