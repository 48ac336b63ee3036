package club.courtside.library.match;

import club.courtside.account.CurrentCaller;
import club.courtside.court.Court;
import club.courtside.court.CourtAccess;
import club.courtside.court.ShortAddresses;
import club.courtside.platform.ProblemException;
import club.courtside.platform.web.PublicAddress;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;

/** The sign that hangs on a court: its code to scan, its address to type, and what is done with the pictures. */
@Named
@RequestScoped
public class SignPage {
    private final CourtAccess courts;
    private final ShortAddresses addresses;
    private final PublicAddress address;
    private final CurrentCaller caller;

    private String id;
    private Court court;

    /** For the proxy. */
    protected SignPage() {
        this(null, null, null, null);
    }

    @Inject
    public SignPage(CourtAccess courts, ShortAddresses addresses, PublicAddress address, CurrentCaller caller) {
        this.courts = courts;
        this.addresses = addresses;
        this.address = address;
        this.caller = caller;
    }

    public void open() throws IOException {
        try {
            court = courts.courtToRun(caller.require(), id == null ? "" : id);
        } catch (ProblemException refused) {
            var faces = FacesContext.getCurrentInstance();
            faces.getExternalContext().responseSendError(refused.status(), refused.getMessage());
            faces.responseComplete();
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
