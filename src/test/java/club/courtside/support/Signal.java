package club.courtside.support;

import java.io.IOException;

/** What a test does to a process that Java has no word for. */
public enum Signal {
    /** It hangs until {@link #CONTINUE}. */
    STOP("-STOP"),
    CONTINUE("-CONT");

    private final String option;

    Signal(String option) {
        this.option = option;
    }

    public void to(ProcessHandle process) throws IOException, InterruptedException {
        int code = new ProcessBuilder("kill", option, String.valueOf(process.pid()))
                .start()
                .waitFor();
        if (code != 0) throw new IOException("kill " + option + " of " + process.pid() + " failed with " + code);
    }
}
