package club.courtside.platform.web;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Optional;
import java.util.stream.Collectors;

/** From where players may get videos besides from us, for the pages' Content-Security-Policy. */
@Named
@ApplicationScoped
public class MediaSources {

    @Inject
    @Any
    Instance<MediaSource> sources;

    /** With spaces between them. */
    public String getOrigins() {
        return sources.stream()
                .map(MediaSource::mediaOrigin)
                .flatMap(Optional::stream)
                .map(address -> address.getScheme() + "://" + address.getAuthority())
                .collect(Collectors.joining(" "));
    }
}
