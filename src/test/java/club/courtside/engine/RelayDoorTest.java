package club.courtside.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import club.courtside.engine.api.RelayAnswer;
import club.courtside.engine.api.RelayLogin;
import club.courtside.engine.api.RelayVerdict;
import club.courtside.media.relay.Admission.Decision;
import club.courtside.media.relay.Admission.Verdict;
import club.courtside.media.relay.Login;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class RelayDoorTest {

    private static final Decision WELCOME = new Decision(Verdict.WELCOME, "ana");

    private final List<RelayLogin> questions = new ArrayList<>();
    private boolean somebodyListens = true;
    private long now = 5;
    private final RelayDoor door = new RelayDoor(this::put, () -> now);

    private boolean put(RelayLogin question) {
        questions.add(question);
        return somebodyListens;
    }

    @Test
    void a_question_is_answered_by_whoever_listens() {
        CompletableFuture<Decision> asked = ask("secret");
        assertThat(asked).isNotDone();
        answer(RelayVerdict.WELCOME);
        assertThat(asked).isCompletedWithValue(WELCOME);
    }

    @Test
    void who_was_welcome_is_not_asked_about_again_for_a_minute() {
        ask("secret");
        answer(RelayVerdict.WELCOME);
        assertThat(ask("secret")).isCompletedWithValue(WELCOME);
        assertThat(ask("another")).as("another password").isNotDone();
        now += Duration.ofMinutes(1).toNanos();
        assertThat(ask("secret")).as("a minute later").isNotDone();
    }

    @Test
    void who_was_sent_away_is_asked_about_again_when_they_come_back() {
        ask("secret");
        answer(RelayVerdict.WELCOME);
        door.forget("somebody else");
        assertThat(ask("secret")).isCompletedWithValue(WELCOME);
        door.forget("ana");
        assertThat(ask("secret")).isNotDone();
    }

    @Test
    void who_was_refused_is_asked_about_again() {
        ask("secret");
        answer(RelayVerdict.NOT_ALLOWED);
        assertThat(ask("secret")).isNotDone();
    }

    @Test
    void the_same_login_at_the_same_time_is_one_question() {
        List<CompletableFuture<Decision>> crowd = List.of(ask("secret"), ask("secret"), ask("secret"));
        assertThat(questions).hasSize(1);
        answer(RelayVerdict.WELCOME);
        assertThat(crowd).allSatisfy(asked -> assertThat(asked).isCompletedWithValue(WELCOME));
    }

    @Test
    void when_nobody_listens_nobody_new_is_let_in() {
        somebodyListens = false;
        assertThat(ask("secret")).isCompletedWithValue(new Decision(Verdict.NOBODY_TO_ASK));
        somebodyListens = true;
        assertThat(ask("secret")).isNotDone();
    }

    @Test
    void a_flood_of_logins_is_turned_away() {
        for (int i = 0; i < 64; i++) ask("guess " + i);
        assertThat(ask("one more")).isCompletedWithValue(new Decision(Verdict.NOBODY_TO_ASK));
        assertThat(questions).hasSize(64);
    }

    @Test
    void an_answer_to_nothing_is_a_clear_error() {
        assertThatThrownBy(() -> door.answer("x", new RelayAnswer(RelayVerdict.WELCOME)))
                .isInstanceOf(Problem.class);
        assertThatThrownBy(() -> door.answer("x", new RelayAnswer(null))).isInstanceOf(Problem.class);
    }

    @Test
    void no_password_and_no_token_gets_into_a_log() {
        ask("secret");
        assertThat(questions.get(0).toString()).contains("ana").doesNotContain("secret");
        assertThat(new RelayLogin("1", "club/court", null, null, "secret", "::1").toString())
                .doesNotContain("secret");
    }

    private CompletableFuture<Decision> ask(String password) {
        return door.ask(new Login("club/court", "ana", password, null, "127.0.0.1"))
                .toCompletableFuture();
    }

    private void answer(RelayVerdict verdict) {
        String who = verdict == RelayVerdict.WELCOME ? "ana" : null;
        door.answer(questions.get(questions.size() - 1).id(), new RelayAnswer(verdict, who));
    }
}
