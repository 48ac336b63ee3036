package club.courtside.upload;

import club.courtside.library.VideoUpload;
import club.courtside.library.VideoUploads;
import club.courtside.platform.queue.WorkProgress;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** What the library tells of uploads with its videos. */
@ApplicationScoped
@Transactional
public class UploadHistory implements VideoUploads {

    private final Uploads uploads;

    @Inject
    public UploadHistory(Uploads uploads) {
        this.uploads = uploads;
    }

    protected UploadHistory() {
        this(null);
    }

    @Override
    public Map<UUID, List<VideoUpload>> of(Collection<UUID> videoIds) {
        return uploads.of(videoIds).stream()
                .collect(Collectors.groupingBy(
                        upload -> upload.video().id(), Collectors.mapping(UploadHistory::entry, Collectors.toList())));
    }

    private static VideoUpload entry(Upload upload) {
        WorkProgress work = upload.work();
        return new VideoUpload(
                upload.id().toString(),
                upload.remoteId(),
                upload.target().code(),
                upload.fileName(),
                work.createdAt(),
                upload.bytes(),
                upload.state().code(),
                work.share(),
                work.attempts(),
                work.reason() == null ? null : work.reason().message(),
                upload.isAutomatic());
    }

    @Override
    public Set<UUID> underWay() {
        return uploads.underWay().stream().map(upload -> upload.video().id()).collect(Collectors.toSet());
    }
}
