package club.courtside.account;

import club.courtside.platform.web.Sender;
import jakarta.servlet.http.HttpServletRequest;
import java.io.Serializable;

/**
 * Where somebody signs in from, for them to recognise it.
 *
 * @param address the IP address; null when it is not known
 * @param program what browser or program calls itself; null when it does not say
 */
public record Device(String address, String program) implements Serializable {

    private static final int LONGEST_ADDRESS = 64;
    private static final int LONGEST_PROGRAM = 300;

    public Device {
        address = cut(address, LONGEST_ADDRESS);
        program = cut(program, LONGEST_PROGRAM);
    }

    public static Device of(HttpServletRequest request) {
        return new Device(Sender.of(request).address(), request.getHeader("User-Agent"));
    }

    private static String cut(String text, int longest) {
        return text == null || text.length() <= longest ? text : text.substring(0, longest);
    }
}
