package club.courtside.engine.api;

/**
 * The answer to a {@link RelayLogin}.
 *
 * @param who is welcome, in words that {@link RelayReader} repeats; null for everybody else
 */
public record RelayAnswer(RelayVerdict verdict, String who) {

    public RelayAnswer(RelayVerdict verdict) {
        this(verdict, null);
    }
}
