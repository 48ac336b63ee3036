package club.courtside.upload.target;

import java.io.EOFException;
import java.net.SocketException;
import java.security.cert.CertPathBuilderException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateExpiredException;
import java.security.cert.CertificateNotYetValidException;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLPeerUnverifiedException;

/**
 * Why no safe connection came about, from what Java's TLS says (JSSE; RFC 5280 §6 and RFC 9110 §4.3.4 for certificates).
 * Trying again helps: certificates are renewed, and clocks set.
 */
final class TlsFailure {

    private TlsFailure() {}

    static UploadFailure of(SSLException e) {
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof CertificateExpiredException)
                return UploadFailure.passing(
                        "certificate_expired", "the target's certificate has expired: " + cause.getMessage());
            if (cause instanceof CertificateNotYetValidException)
                return UploadFailure.passing(
                        "certificate_not_yet_valid",
                        "the target's certificate is not valid yet, or this machine's clock is wrong: "
                                + cause.getMessage());
            if (cause instanceof CertPathBuilderException)
                return UploadFailure.passing(
                        "certificate_untrusted", "nobody whom this machine trusts has signed the target's certificate");
            if (cause instanceof SSLPeerUnverifiedException || isOfAnotherName(cause))
                return UploadFailure.passing(
                        "certificate_wrong_name",
                        "the target's certificate is for another name: " + cause.getMessage());
            if (cause instanceof SocketException || cause instanceof EOFException)
                return UploadFailure.passing("closed", "the target closed the connection");
        }
        return UploadFailure.passing("no_safe_connection", "no safe connection to the target: " + e.getMessage());
    }

    /** Java's own check has no exception for it. */
    private static boolean isOfAnotherName(Throwable cause) {
        return cause.getClass() == CertificateException.class
                && String.valueOf(cause.getMessage()).matches("No (name matching|subject alternative).*");
    }
}
