package club.courtside.processing.server;

import club.courtside.account.Caller;
import club.courtside.court.Club;
import club.courtside.court.ClubAdministration;
import club.courtside.court.ClubWish;
import club.courtside.court.Clubs;
import club.courtside.platform.CurrentSettings;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.UUID;

/** The club that videos of other programs belong to: {@code COURTSIDE_PROCESSING_CLUB}. */
@ApplicationScoped
@Transactional
public class ProcessingClub {

    static final String NAME_OF_SENDERS = "Processing server";
    /** Before there is a club that they run. */
    private static final UUID NO_CLUB = new UUID(0, 0);

    private final Clubs clubs;
    private final ClubAdministration administration;
    private final CurrentSettings settings;

    @Inject
    public ProcessingClub(Clubs clubs, ClubAdministration administration, CurrentSettings settings) {
        this.clubs = clubs;
        this.administration = administration;
        this.settings = settings;
    }

    protected ProcessingClub() {
        this(null, null, null);
    }

    /** Made now when there is none. */
    Club get() {
        String slug = settings.processingClub();
        return clubs.byIdOrSlug(slug)
                .orElseGet(() -> administration.open(Caller.ofProgram(NAME_OF_SENDERS, NO_CLUB), ClubWish.named(slug)));
    }
}
