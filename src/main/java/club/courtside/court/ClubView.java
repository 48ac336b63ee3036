package club.courtside.court;

import java.util.UUID;

/**
 * A club in the API.
 *
 * @param retentionDays how long videos stay; 0 keeps them all
 * @param quotaGb space that its videos may take; null: any
 * @param sound whether recordings keep the camera's sound
 * @param allowHevc whether recordings of an H.265 camera stay H.265
 * @param playersMayDelete whether players delete their own videos
 * @param processing what becomes of its videos by itself
 * @param notices of what it wants to hear by mail and webhook
 */
record ClubView(
        UUID id,
        String name,
        String slug,
        String timeZone,
        int defaultMinutes,
        int retentionDays,
        Integer quotaGb,
        boolean sound,
        boolean allowHevc,
        UploadPolicy autoUpload,
        boolean playersMayDelete,
        ProcessingPolicy.Wish processing,
        NoticePolicy.Wish notices) {

    static ClubView of(Club club) {
        return new ClubView(
                club.id(),
                club.name(),
                club.slug(),
                club.timeZone().getId(),
                club.defaultMinutes(),
                club.retentionDays(),
                club.quotaGb(),
                club.sound(),
                club.allowsHevc(),
                club.uploadPolicy(),
                club.playersMayDelete(),
                club.processing().wish(),
                club.notices().wish());
    }
}
