package club.courtside.session.preview;

import static org.assertj.core.api.Assertions.assertThat;

import club.courtside.engine.api.FeedStatus;
import club.courtside.engine.client.EngineClient;
import club.courtside.engine.client.EngineProcess;
import club.courtside.support.Await;
import club.courtside.support.Browser;
import club.courtside.support.RunningCourtside;
import club.courtside.support.Shared;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What a page asks of the engine for the pictures it shows. */
@ExtendWith(Shared.class)
class LivePictureIT {

    /** They are looked at every four seconds. */
    private static final Duration NO_MORE = Duration.ofSeconds(30);

    private final RunningCourtside courtside;
    private final EngineClient engine;

    LivePictureIT(RunningCourtside courtside) {
        this.courtside = courtside;
        this.engine =
                new EngineProcess(courtside.data(), "", Map.of()).running().orElseThrow();
    }

    @Test
    void a_hidden_tab_costs_nothing_and_shows_the_courts_again_when_it_is_back() {
        try (Browser desk = Browser.desktop(courtside).signIn("club")) {
            Await.until("every court is watched", () -> viewers() == courts(desk));
            desk.lookElsewhere(() -> Await.until("nobody watches", () -> viewers() == 0));
            Await.until("every court is watched again", () -> viewers() == courts(desk));
            desk.await(
                    "all pictures move",
                    d -> desk.<Boolean>script(
                            "[...document.querySelectorAll('[data-preview]')].every(p => p.dataset.moving === 'true')"));
            assertThat(desk.consoleErrors()).isEmpty();
        }
        Await.until("nobody watches", () -> viewers() == 0);
    }

    @Test
    void whoever_signs_out_sees_no_more_of_what_was_open() {
        try (Browser desk = Browser.desktop(courtside).signIn("club")) {
            Await.until("every court is watched", () -> viewers() == courts(desk));
            desk.script("document.body.appendChild(new Image()).src = '/api/courts/terrain-2/preview/stream.mjpeg'");
            Await.until("and one more, in another way", () -> viewers() == courts(desk) + 1);
            desk.script("fetch('/api/auth/logout', {method: 'POST'}) && true");
            Await.until("nobody watches", NO_MORE, () -> viewers() == 0);
        }
    }

    private static int courts(Browser desk) {
        return desk.<Number>script("document.querySelectorAll('[data-preview]').length")
                .intValue();
    }

    private int viewers() {
        return engine.status().feeds().stream().mapToInt(FeedStatus::viewers).sum();
    }
}
