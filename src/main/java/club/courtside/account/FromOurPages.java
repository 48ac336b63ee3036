package club.courtside.account;

import jakarta.servlet.http.HttpServletRequest;

/** Whether a request that carries the cookie was made by a page of ours, not by another site in the same browser. */
final class FromOurPages {

    private FromOurPages() {}

    /** @param socket browsers always name the origin of a WebSocket; no origin means no browser */
    static boolean sent(HttpServletRequest request, boolean socket) {
        if ("Courtside".equals(request.getHeader("X-Requested-With"))) return true;
        String site = request.getHeader("Sec-Fetch-Site");
        if (site != null) return site.equals("same-origin");
        String origin = request.getHeader("Origin");
        if (origin == null) return socket;
        int authority = origin.indexOf("://");
        return authority > 0 && origin.substring(authority + 3).equals(request.getHeader("Host"));
    }
}
