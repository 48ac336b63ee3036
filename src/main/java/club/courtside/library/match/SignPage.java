package club.courtside.library.match;

import club.courtside.account.CurrentCaller;
import club.courtside.court.Court;
import club.courtside.court.CourtAccess;
import club.courtside.court.ShortAddresses;
import club.courtside.platform.Notices;
import club.courtside.platform.ProblemException;
import club.courtside.platform.web.PublicAddress;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;

/** The sign that hangs on a court: its code to scan, its address to type, and what is done with the pictures. */
@Named
@RequestScoped
public class SignPage {
    private final CourtAccess courts;
    private final ShortAddresses addresses;
    private final PublicAddress address;
    private final CurrentCaller caller;
    private final Notices notices;

    private String id;
    private Court court;

    /** For the proxy. */
    protected SignPage() {
        this(null, null, null, null, null);
    }

    @Inject
    public SignPage(
            CourtAccess courts,
            ShortAddresses addresses,
            PublicAddress address,
            CurrentCaller caller,
            Notices notices) {
        this.courts = courts;
        this.addresses = addresses;
        this.address = address;
        this.caller = caller;
        this.notices = notices;
    }

    public void open() {
        try {
            court = courts.courtToRun(caller.require(), id == null ? "" : id);
        } catch (ProblemException refused) {
            notices.refusePage(refused);
        }
    }

    public String getCourtName() {
        return court.name();
    }

    public String getClubName() {
        return court.club().name();
    }

    public int getRetentionDays() {
        return court.club().retentionDays();
    }

    public boolean isSound() {
        return court.club().sound();
    }

    public QrCode getCode() {
        return new QrCode(getAddress());
    }

    public String getAddress() {
        return address.of(addresses.of(court));
    }

    /** As one types it. */
    public String getShortAddress() {
        return getAddress().replaceFirst("^https?://", "");
    }

    public String getId() {
        return id;
    }

    public void setId(String id) {
        this.id = id;
    }
}
