package club.courtside.session;

import club.courtside.court.Club;
import java.util.Optional;

/** What those who record a match ask of those who send videos elsewhere. */
public interface MatchUploads {

    /** Whether a match of that club goes away by itself where nobody says otherwise; empty when there is nowhere to send it. */
    Optional<Boolean> usually(Club club);
}
