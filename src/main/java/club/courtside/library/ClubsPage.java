package club.courtside.library;

import club.courtside.account.CurrentCaller;
import club.courtside.court.CourtAccess;
import club.courtside.court.Courts;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;

/** The clubs that somebody runs. */
@Named
@RequestScoped
public class ClubsPage {
    @Inject
    private CourtAccess access;

    @Inject
    private Courts courts;

    @Inject
    private Videos videos;

    @Inject
    private CurrentCaller caller;

    private List<ClubCard> clubs;

    /** Reads them. */
    public void open() {
        clubs = access.clubs(caller.require()).stream()
                .map(club -> {
                    var shelf = videos.shelf(club.id());
                    return new ClubCard(
                            club.id(),
                            club.name(),
                            club.slug(),
                            courts.ofClub(club.id()).size(),
                            shelf.videos(),
                            shelf.bytes(),
                            club.retentionDays(),
                            club.quotaGb());
                })
                .toList();
    }

    public List<ClubCard> getClubs() {
        return clubs;
    }
}
