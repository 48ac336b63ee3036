package club.courtside.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.Serializable;
import org.junit.jupiter.api.Test;

class DraftTest {

    record Place(String name, Integer keepDays, Sound sound) implements Serializable {}

    record Sound(Boolean kept, Integer level) implements Serializable {}

    private static final Place OPENED = new Place("Lac", 30, new Sound(true, 5));

    @Test
    void what_one_has_changed_stays_when_the_other_saves_something_else() {
        Place mine = new Place("Port", 30, new Sound(true, 7));
        Place theirs = new Place("Lac", 90, new Sound(false, 5));

        assertThat(new Draft<>(OPENED).over(mine, theirs)).isEqualTo(new Place("Port", 90, new Sound(false, 7)));
    }

    @Test
    void what_both_have_changed_alike_is_no_dispute() {
        Place both = new Place("Port", null, OPENED.sound());

        assertThat(new Draft<>(OPENED).over(both, both)).isEqualTo(both);
    }

    @Test
    void whoever_comes_second_is_told_and_may_insist_without_taking_back_anything_else() {
        Draft<Place> draft = new Draft<>(OPENED);
        Place mine = new Place("Lac", 60, OPENED.sound());
        Place theirs = new Place("Port", 90, OPENED.sound());

        Problem told = catchThrowableOfType(ProblemException.class, () -> draft.over(mine, theirs))
                .problem();

        assertThat(told.status()).isEqualTo(409);
        assertThat(told.field()).isEqualTo("keep_days");
        assertThat(told.reason()).isEqualTo("changed_meanwhile");
        assertThat(draft.over(mine, theirs)).isEqualTo(new Place("Port", 60, OPENED.sound()));
    }

    @Test
    void what_is_changed_once_more_after_that_is_told_again() {
        Draft<Place> draft = new Draft<>(OPENED);
        Place mine = new Place("Lac", 60, OPENED.sound());
        catchThrowableOfType(ProblemException.class, () -> draft.over(mine, new Place("Lac", 90, new Sound(true, 5))));

        assertThat(catchThrowableOfType(
                        ProblemException.class, () -> draft.over(mine, new Place("Lac", 91, OPENED.sound()))))
                .isNotNull();
    }
}
