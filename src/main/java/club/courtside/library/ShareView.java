package club.courtside.library;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.UUID;
import java.util.function.UnaryOperator;

/**
 * Who else may watch a video.
 *
 * @param kind {@code player} or {@code link}
 * @param playerId absent for a link
 * @param player display name; absent for a link
 * @param url absent for a player; only those who may change the video see it
 * @param expiresAt absent for a player: until it is taken back
 * @param protectedByPassword whether the link asks for one
 * @param mayDownload whether the file may be saved too
 * @param createdBy display name
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ShareView(
        UUID id,
        String kind,
        UUID playerId,
        String player,
        String url,
        Instant expiresAt,
        boolean protectedByPassword,
        boolean mayDownload,
        String createdBy,
        Instant createdAt) {

    static ShareView of(Share share, ShareLinks links) {
        return new ShareView(
                share.id(),
                share.isLink() ? "link" : "player",
                share.isLink() ? null : share.player().id(),
                share.isLink() ? null : share.player().displayName(),
                share.isLink() ? links.pathOf(share.id()) : null,
                share.expiresAt(),
                share.hasPassword(),
                share.mayDownload(),
                share.createdBy().displayName(),
                share.createdAt());
    }

    /** @param address makes a whole address of a path within the application */
    public ShareView at(UnaryOperator<String> address) {
        return new ShareView(
                id,
                kind,
                playerId,
                player,
                url == null ? null : address.apply(url),
                expiresAt,
                protectedByPassword,
                mayDownload,
                createdBy,
                createdAt);
    }

    public boolean byLink() {
        return kind.equals("link");
    }
}
