package club.courtside.demo;

import java.util.List;

/** One point of a match, decided in advance: where the ball flies, who hits it, where everybody runs. */
record Rally(double start, double end, List<Arc> flights, List<Stroke> strokes, List<Bump> bumps, List<Route> paths) {

    Rally {
        flights = List.copyOf(flights);
        strokes = List.copyOf(strokes);
        bumps = List.copyOf(bumps);
        paths = List.copyOf(paths);
    }

    /** The ball, or null while it is in nobody's game. */
    Point ball(double time) {
        for (Arc flight : flights) if (time >= flight.start() && time < flight.end()) return flight.at(time);
        return null;
    }

    /** The player's stroke nearest in time, or null when there is none. */
    Stroke nearest(int player, double time) {
        Stroke nearest = null;
        for (Stroke stroke : strokes) {
            if (stroke.player() != player) continue;
            if (nearest == null || Math.abs(stroke.time() - time) < Math.abs(nearest.time() - time)) nearest = stroke;
        }
        return nearest;
    }
}
