package club.courtside.platform.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The address that people use: the one that is set, else that of this request. */
@RequestScoped
public class PublicAddress {

    private final String base;

    /** For the proxy. */
    protected PublicAddress() {
        base = "";
    }

    @Inject
    public PublicAddress(
            HttpServletRequest request, @ConfigProperty(name = "courtside.public.url") Optional<String> publicUrl) {
        base = publicUrl
                .map(url -> url.replaceAll("/+$", ""))
                .orElseGet(() -> (Sender.of(request).secure() ? "https://" : "http://")
                        + request.getHeader("Host")
                        + request.getContextPath());
    }

    /** @param path within the application, from its slash on */
    public String of(String path) {
        return base + path;
    }
}
