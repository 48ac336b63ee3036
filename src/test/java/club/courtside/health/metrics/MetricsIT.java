package club.courtside.health.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import club.courtside.support.Await;
import club.courtside.support.RunningCourtside;
import club.courtside.support.Shared;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(Shared.class)
class MetricsIT {

    @Test
    void prometheus_reads_what_the_running_product_says(RunningCourtside courtside) {
        var answer = courtside.api().get("/metrics");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.contentType()).startsWith("text/plain").contains("version=0.0.4");
        var metrics = Exposition.parse(answer.text());
        assertThat(metrics.types())
                .containsEntry("courtside_camera_up", "gauge")
                .containsEntry("courtside_camera_received_bytes_total", "counter")
                .containsEntry("courtside_camera_received_packets_total", "counter")
                .containsEntry("courtside_camera_viewers", "gauge")
                .containsEntry("courtside_engine_restarts_total", "counter")
                .containsEntry("courtside_recording_gaps_total", "counter")
                .containsEntry("courtside_engine_start_time_seconds", "gauge");
        assertThat(metrics.samples())
                .containsEntry("courtside_database_up{}", 1.0)
                .containsKey("courtside_camera_up{camera=Caméra 1, club=demo, court=terrain-2}")
                .hasEntrySatisfying(
                        "courtside_disk_free_bytes{}", free -> assertThat(free).isPositive());
        assertThat(metrics.types().keySet()).allMatch(name -> name.startsWith("courtside_"));
    }

    @Test
    void a_camera_that_somebody_watches_is_counted(RunningCourtside courtside) {
        var admin = courtside.api().as("admin");
        Await.until(
                "its picture",
                () -> admin.get("/api/courts/terrain-1/preview/snapshot.jpg").status() == 200);

        Await.until(
                "packets of the camera are counted",
                () -> Exposition.parse(courtside.api().get("/metrics").text()).samples().entrySet().stream()
                        .anyMatch(sample -> sample.getKey().startsWith("courtside_camera_received_packets_total{")
                                && sample.getKey().contains("court=terrain-1")
                                && sample.getValue() > 0));
    }

    @Test
    void the_servers_own_metrics_are_told_nobody(RunningCourtside courtside) {
        assertThat(courtside.api().get("/mp-metrics").status()).isIn(403, 404);
    }
}
