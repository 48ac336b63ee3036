package club.courtside.library;

import club.courtside.account.CurrentCaller;
import club.courtside.court.Visitor;
import club.courtside.platform.Ids;
import club.courtside.platform.Notices;
import club.courtside.platform.ProblemException;
import club.courtside.platform.web.PublicAddress;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Who else may watch a video: the dialog on its page. */
@Named
@ViewScoped
public class SharesPage implements Serializable {
    private static final List<Integer> DAYS = List.of(1, 7, 30, 90);

    @Inject
    private ShareLedger ledger;

    @Inject
    private PublicAddress address;

    @Inject
    private CurrentCaller caller;

    @Inject
    private Notices notices;

    @Inject
    private Visitor visitor;

    private UUID video;
    private List<ShareView> shares = List.of();
    private String player;
    private int days = 7;
    private String password;
    private boolean mayDownload;
    private UUID doubted;

    public void open(UUID videoId) {
        video = videoId;
        player = null;
        password = null;
        doubted = null;
        read();
    }

    private void read() {
        shares = ledger.list(caller.require(), video).stream()
                .map(share -> share.at(address::of))
                .toList();
    }

    /** Members whose name says that. */
    public List<PlayerChoice> choices(String text) {
        return ledger.choices(caller.require(), video, text);
    }

    public void shareWithPlayer() {
        try {
            Ids.parse(player).ifPresent(id -> ledger.shareWith(caller.require(), video, id));
            player = null;
            read();
        } catch (ProblemException refused) {
            notices.explain(refused, "sharing:player");
        }
    }

    public void makeLink() {
        try {
            ledger.shareByLink(caller.require(), video, getEnd(), password, mayDownload);
            password = null;
            read();
        } catch (ProblemException refused) {
            notices.explain(refused, "sharing:password");
        }
    }

    /** A link that is taken back never works again: it is asked about first. */
    public void doubt(ShareView link) {
        doubted = link == null ? null : link.id();
    }

    public void revoke(ShareView share) {
        try {
            ledger.revoke(caller.require(), video, share.id());
        } catch (ProblemException gone) {
            notices.explain(gone, null);
        }
        doubted = null;
        read();
    }

    public boolean isDoubted(ShareView link) {
        return link.id().equals(doubted);
    }

    public List<ShareView> getPlayers() {
        return shares.stream().filter(share -> !share.byLink()).toList();
    }

    public List<ShareView> getLinks() {
        return shares.stream().filter(ShareView::byLink).toList();
    }

    /** When a link that is made now would end. */
    public Instant getEnd() {
        return visitor.getNow().plus(Duration.ofDays(days));
    }

    public List<Integer> getLengths() {
        return DAYS;
    }

    public String getPlayer() {
        return player;
    }

    public void setPlayer(String player) {
        this.player = player;
    }

    public int getDays() {
        return days;
    }

    public void setDays(int days) {
        this.days = days;
    }

    public String getPassword() {
        return password;
    }

    public void setPassword(String password) {
        this.password = password;
    }

    public boolean isMayDownload() {
        return mayDownload;
    }

    public void setMayDownload(boolean mayDownload) {
        this.mayDownload = mayDownload;
    }
}
