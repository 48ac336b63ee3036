package club.courtside.court;

import java.io.Serializable;

/**
 * What somebody says about a club; null leaves what is, and for a new club what is usual. A recording goes on as it began.
 *
 * @param slug short name in addresses, unique; null for a new club: made of the name
 * @param timeZone {@code Europe/Paris}; null for a new club: the server's
 * @param retentionDays how long videos stay, 0 to 3650; 0 keeps them all
 * @param quotaGb space that its videos may take, 0 to 1,000,000 GB; 0 means any
 * @param defaultMinutes how long a recording is when nobody says otherwise, 1 to 360
 * @param sound recordings keep the camera's sound
 * @param allowHevc recordings of an H.265 camera stay H.265
 * @param autoUpload whether recordings are uploaded by themselves
 * @param playersMayDelete players delete their own videos
 * @param processing what becomes of its videos by itself
 * @param notices of what it wants to hear by mail and webhook
 */
public record ClubWish(
        String name,
        String slug,
        String timeZone,
        Integer retentionDays,
        Integer quotaGb,
        Integer defaultMinutes,
        Boolean sound,
        Boolean allowHevc,
        UploadPolicy autoUpload,
        Boolean playersMayDelete,
        ProcessingPolicy.Wish processing,
        NoticePolicy.Wish notices)
        implements Serializable {

    /** With nothing but a name, which is its short name too. */
    public static ClubWish named(String slug) {
        return new ClubWish(slug, slug, null, null, null, null, null, null, null, null, null, null);
    }

    /** Whether it touches what only the operator of all clubs decides. */
    boolean isForOperators() {
        return slug != null || quotaGb != null;
    }
}
