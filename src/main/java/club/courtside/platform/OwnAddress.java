package club.courtside.platform;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * The address of this installation in what is sent to people. By the settings alone: what a request says of its own address
 * may be forged, and a link with a password in it would lead to somebody else.
 */
@ApplicationScoped
public class OwnAddress {

    private final String base;

    @Inject
    public OwnAddress(
            @ConfigProperty(name = "courtside.public.url") Optional<String> publicUrl,
            @ConfigProperty(name = "courtside.tls.keystore") Optional<String> keystore,
            @ConfigProperty(name = "courtside.host") String host,
            @ConfigProperty(name = "courtside.port") String port) {
        boolean everywhere = host.equals("0.0.0.0") || host.equals("::");
        base = publicUrl
                .orElse((keystore.isPresent() ? "https://" : "http://") + (everywhere ? "127.0.0.1" : host) + ":"
                        + port)
                .replaceAll("/+$", "");
    }

    protected OwnAddress() {
        this(Optional.empty(), Optional.empty(), "", "");
    }

    /** @param path from its slash on */
    public String of(String path) {
        return base + path;
    }
}
