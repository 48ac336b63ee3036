package club.courtside.notice;

import club.courtside.platform.mail.Letter;
import club.courtside.platform.mail.MailNotSent;
import club.courtside.platform.mail.MailServer;
import club.courtside.platform.queue.QueuedWork;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Delivers notices. Whoever is killed between the delivery and writing it down delivers once more: mail knows no other
 * way of losing none.
 */
@ApplicationScoped
public class NoticeWork implements QueuedWork {

    static final String NAME = "notice";

    private final NoticeLedger ledger;
    private final MailServer mail;
    private final Webhook webhook;

    @Inject
    public NoticeWork(NoticeLedger ledger, MailServer mail, Webhook webhook) {
        this.ledger = ledger;
        this.mail = mail;
        this.webhook = webhook;
    }

    protected NoticeWork() {
        this(null, null, null);
    }

    @Override
    public String name() {
        return NAME;
    }

    /** A server that hangs keeps only half of them. */
    @Override
    public int workers() {
        return 2;
    }

    @Override
    public Optional<Instant> perform(UUID id, Stopping stopping) {
        Optional<Instant> later = ledger.waitsForVideo(id);
        if (later.isPresent()) return later;
        Optional<Notice> notice = ledger.begin(id);
        if (notice.isEmpty()) return Optional.empty();
        try {
            deliver(notice.get());
            ledger.done(id);
            return Optional.empty();
        } catch (NotDelivered e) {
            return ledger.failed(id, e);
        }
    }

    private void deliver(Notice notice) throws NotDelivered {
        if (notice.recipient() == null) {
            webhook.post(notice);
            return;
        }
        Words words = new Words(notice.language(), ZoneOffset.UTC);
        try {
            mail.send(new Letter(
                    notice.recipient(),
                    notice.language(),
                    notice.title(),
                    List.of(notice.words()),
                    words.text("notice." + notice.kind() + ".button"),
                    notice.link(),
                    words.text("notice.footer")));
        } catch (MailNotSent e) {
            throw NotDelivered.forNow(e.getMessage(), e, Duration.ZERO);
        }
    }
}
