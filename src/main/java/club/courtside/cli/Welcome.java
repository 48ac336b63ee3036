package club.courtside.cli;

import club.courtside.settings.Setting;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** What a person wants to know once Courtside runs: where, and how to sign in. */
final class Welcome {

    private Welcome() {}

    static void print(PrintStream out, String address, Installation installation) {
        out.println();
        out.println("  Courtside is ready.");
        out.println();
        out.println("  Pages      " + address + "/");
        out.println("  API        " + address + "/api/   described at " + address + "/api.html");
        out.println("  Health     " + address + "/api/video/health");
        out.println("  Streams    " + streams(installation));
        if (installation.settings().demo()) signIns(out, installation);
        out.println();
        out.println("  Ctrl-C or ./courtside stop ends it. Logs: " + installation.log("courtside.log"));
        out.println();
    }

    /** Who reads them signs in with e-mail address and password. */
    private static String streams(Installation installation) {
        int port = installation.settings().rtspPort();
        String host = installation.settings().value(Setting.COURTSIDE_HOST);
        return port == 0
                ? "RTSP on a free port, which the health address names"
                : "rtsp://" + host + ":" + port + "/<club>/<court>";
    }

    private static void signIns(PrintStream out, Installation installation) {
        String password =
                installation.settings().get(Setting.COURTSIDE_DEMO_PASSWORD).orElseGet(() -> generated(installation));
        out.println();
        out.println("  Demo club, three courts with synthetic cameras. Sign in as");
        out.println("    admin@demo.club    all clubs");
        out.println("    club@demo.club     the club's staff");
        out.println("    player@demo.club   a player");
        out.println("  with the password " + password);
    }

    private static String generated(Installation installation) {
        Path file = installation.run("demo-password");
        try {
            return Files.readString(file).strip();
        } catch (IOException e) {
            return "that was printed at the first start (set COURTSIDE_DEMO_PASSWORD to choose another)";
        }
    }
}
