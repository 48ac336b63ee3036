package club.courtside.court;

import club.courtside.account.CurrentCaller;
import club.courtside.platform.ProblemException;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** Leads from the address on a court to the court's page. */
@WebServlet("/c/*")
public class ShortAddressServlet extends HttpServlet {

    private final transient ShortAddresses addresses;
    private final transient CurrentCaller current;

    @Inject
    public ShortAddressServlet(ShortAddresses addresses, CurrentCaller current) {
        this.addresses = addresses;
        this.current = current;
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String path = request.getPathInfo() == null ? "/" : request.getPathInfo();
        response.setHeader("Cache-Control", "no-store");
        try {
            Court court = addresses.court(current.require(), path.substring(1));
            response.sendRedirect(request.getContextPath() + "/court.xhtml?court=" + court.id());
        } catch (ProblemException refused) {
            // Several courts of that name: whoever sees them all finds theirs on the wall.
            if (refused.status() == HttpServletResponse.SC_CONFLICT)
                response.sendRedirect(request.getContextPath() + "/live.xhtml");
            else response.sendError(refused.status());
        }
    }
}
