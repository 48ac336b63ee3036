package club.courtside.court;

import club.courtside.account.Caller;
import club.courtside.platform.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** The addresses that stand on courts: {@code /c/<court>}, or {@code /c/<club>/<court>} where that would mean several. */
@ApplicationScoped
public class ShortAddresses {

    private final CourtAccess access;
    private final Courts courts;

    @Inject
    public ShortAddresses(CourtAccess access, Courts courts) {
        this.access = access;
        this.courts = courts;
    }

    protected ShortAddresses() {
        this(null, null);
    }

    /** Within the application. */
    public String of(Court court) {
        boolean unique = courts.bySlug(court.slug()).size() == 1;
        return "/c/" + (unique ? "" : court.club().slug() + "/") + court.slug();
    }

    /**
     * @param address behind {@code /c/}
     * @throws ProblemException 404, or 409 when several courts could be meant
     */
    public Court court(Caller caller, String address) {
        int slash = address.indexOf('/');
        if (slash < 0) return access.court(caller, address);
        String club = address.substring(0, slash);
        String slug = address.substring(slash + 1);
        return access.courts(caller).stream()
                .filter(court ->
                        court.club().slug().equals(club) && court.slug().equals(slug))
                .findFirst()
                .orElseThrow(() -> ProblemException.notFound("there is no such court"));
    }
}
