package club.courtside.demo;

import java.util.ArrayList;
import java.util.List;

/** Where one player runs: from place to place, standing still for a moment where the ball is met. */
final class Route {

    private record Stop(double time, Point place, double walked) {}

    /**
     * A player at one moment.
     *
     * @param walked metres since the rally's beginning: the legs follow it
     * @param vx metres per second
     */
    record Step(Point place, double walked, double vx, double vy) {
        double speed() {
            return Math.hypot(vx, vy);
        }
    }

    /** Nobody starts before having seen where the ball goes. */
    private static final double REACTION = 0.12;

    private final List<Stop> stops = new ArrayList<>();

    Route(double time, Point place) {
        stops.add(new Stop(time, place, 0));
    }

    Point end() {
        return stops.get(stops.size() - 1).place();
    }

    void to(double time, Point place) {
        Stop last = stops.get(stops.size() - 1);
        stops.add(new Stop(time, place, last.walked() + last.place().walk(place)));
    }

    Step at(double time) {
        int next = 1;
        while (next < stops.size() && stops.get(next).time() < time) next++;
        if (next == stops.size()) return new Step(end(), stops.get(next - 1).walked(), 0, 0);
        Stop a = stops.get(next - 1);
        Stop b = stops.get(next);
        double whole = b.time() - a.time();
        double start = a.time() + Math.min(REACTION, whole / 4);
        // A short way is walked at an easy pace rather than spread over all the time there is.
        double distance = a.place().walk(b.place());
        double duration = Math.max(0.05, Math.min(b.time() - 0.05 - start, 0.35 + distance / 1.6));
        double share = Math.max(0, Math.min(1, (time - start) / duration));
        double eased = share * share * (3 - 2 * share);
        double rate = 6 * share * (1 - share) / duration;
        return new Step(
                a.place().towards(b.place(), eased),
                a.walked() + distance * eased,
                (b.place().x() - a.place().x()) * rate,
                (b.place().y() - a.place().y()) * rate);
    }
}
