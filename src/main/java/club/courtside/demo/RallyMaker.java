package club.courtside.demo;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * Invents one rally: a serve across, the servers run to the net, the others answer low or lob, until somebody misses.
 * The ball obeys gravity, floor and glass; a player only hits what can be reached.
 */
final class RallyMaker {

    private static final double AT_NET = 3.1;
    private static final double AT_BACK = 7.3;
    private static final double FASTEST_RUN = 5.0;
    /** From walking to the places until the serve. */
    private static final double BEFORE_SERVE = 2.7;

    private final Random random;
    private final List<Arc> flights = new ArrayList<>();
    private final List<Stroke> strokes = new ArrayList<>();
    private final List<Bump> bumps = new ArrayList<>();
    private final List<Route> paths = new ArrayList<>();
    private final double start;
    private final double[] homes = {-2.4, 2.4, -2.4, 2.4};
    private final double[] depths = {AT_NET, AT_BACK};

    /** @param places where the four stand when the rally begins */
    RallyMaker(double start, List<Point> places, Random random) {
        this.start = start;
        this.random = random;
        for (Point place : places) paths.add(new Route(start, place));
    }

    static List<Point> firstPlaces() {
        return List.of(
                new Point(-2.4, -AT_NET, 0),
                new Point(2.4, -AT_BACK, 0),
                new Point(-2.4, AT_BACK, 0),
                new Point(2.4, AT_BACK, 0));
    }

    /**
     * @param server 0 to 3
     * @param right whether the serve comes from the right half, seen from the camera
     */
    Rally serve(int server, boolean right) {
        int team = server / 2;
        double half = right ? 1 : -1;
        if (homes[server] * half < 0) {
            homes[team * 2] = -homes[team * 2];
            homes[team * 2 + 1] = -homes[team * 2 + 1];
        }
        depths[1 - team] = AT_BACK;
        double time = start + BEFORE_SERVE;
        Point stand = new Point(half * (1.7 + random.nextDouble()), side(team) * (Court.SERVICE + 0.45), 0);
        Point ball = stand.plus(-side(team) * 0.5, -side(team) * 0.35, 0.85);
        bounceInHand(time, ball);
        moveAll(time, server, stand, ball.x() * 0.3);
        strokes.add(new Stroke(time, server, ball, true));
        bumps.add(new Bump(time, Bump.Kind.RACKET, 0.6));
        Point target = new Point(
                -half * (1.2 + 2.4 * random.nextDouble()), -side(team) * (4.6 + 1.7 * random.nextDouble()), Court.BALL);
        depths[team] = AT_NET + 1.4;
        double end = play(launch(time, ball, target, 1.0), 1 - team, 6 + random.nextInt(13));
        return new Rally(start, end, flights, strokes, bumps, paths);
    }

    private void bounceInHand(double serve, Point ball) {
        Point hand = ball;
        Point floor = new Point(ball.x(), ball.y(), Court.BALL);
        for (double t = serve - 1.3; t < serve - 0.1; t += 0.65) {
            flights.add(Arc.between(t, hand, t + 0.29, floor));
            flights.add(Arc.between(t + 0.29, floor, t + 0.65, hand));
            bumps.add(new Bump(t + 0.29, Bump.Kind.FLOOR, 0.25));
        }
    }

    /** @return when the rally is over */
    private double play(Arc flight, int receivers, int strokesLeft) {
        if (strokesLeft <= 0) return lose(flight);
        Hit hit = bestHit(flight, receivers);
        if (hit == null) return lose(flight);
        flights.addAll(hit.flights());
        bumps.addAll(hit.bumps());
        Point ball = hit.ball();
        int player = hit.player();
        strokes.add(new Stroke(hit.time(), player, ball, hit.forehand()));
        bumps.add(new Bump(hit.time(), Bump.Kind.RACKET, 0.7 + 0.3 * random.nextDouble()));
        moveAll(hit.time(), player, hit.stand(), ball.x());
        return play(answer(hit, receivers), 1 - receivers, strokesLeft - 1);
    }

    private Arc answer(Hit hit, int team) {
        boolean othersAtNet = depths[1 - team] < 5.5;
        boolean ownAtNet = Math.abs(hit.ball().y()) < 4.5;
        double x = (random.nextDouble() * 2 - 1) * 3.9;
        double deep;
        double flight;
        if (ownAtNet) {
            deep = 5.2 + 3.2 * random.nextDouble();
            flight = 0.78 + 0.2 * random.nextDouble();
            depths[team] = AT_NET;
        } else if (othersAtNet && random.nextDouble() < 0.45) {
            deep = 7.2 + 1.5 * random.nextDouble();
            flight = 1.75 + 0.35 * random.nextDouble();
            depths[team] = AT_NET + 0.3;
            depths[1 - team] = AT_BACK;
        } else {
            deep = othersAtNet ? 4.4 + 2.2 * random.nextDouble() : 6 + 2.4 * random.nextDouble();
            flight = 1.0 + 0.2 * random.nextDouble();
            depths[team] = othersAtNet ? AT_BACK : AT_BACK - 1;
        }
        return launch(hit.time(), hit.ball(), new Point(x, -side(team) * deep, Court.BALL), flight);
    }

    /** A flight of at least that long, longer when the net is in the way. */
    private static Arc launch(double time, Point from, Point to, double seconds) {
        Arc arc = Arc.between(time, from, time + seconds, to);
        for (double s = seconds; arc.heightAtNet() < Court.NET_POSTS + 0.22; s += 0.04)
            arc = Arc.between(time, from, time + s, to);
        return arc;
    }

    private record Hit(
            double time,
            int player,
            Point ball,
            Point stand,
            boolean forehand,
            List<Arc> flights,
            List<Bump> bumps,
            double cost) {}

    private Hit bestHit(Arc flight, int team) {
        Hit best = null;
        List<Arc> before = new ArrayList<>();
        List<Bump> heard = new ArrayList<>();
        Arc arc = flight;
        boolean serve = strokes.size() == 1;
        for (int piece = 0; piece < 4; piece++) {
            boolean volley = piece == 0;
            if (!(volley && (serve || depths[team] > 5.5)))
                for (double t = arc.start() + 0.3; t < arc.end() - 0.02; t += 0.02)
                    best = better(best, candidate(arc, t, team, volley, serve, before, heard));
            before.add(arc);
            boolean wall = arc.endsAtWall();
            heard.add(new Bump(arc.end(), wall ? Bump.Kind.WALL : Bump.Kind.FLOOR, wall ? 0.5 : 0.35));
            if (piece > 0 && !wall) break; // the second bounce
            arc = wall ? arc.reboundFromWall() : arc.bounce();
        }
        return best;
    }

    private static Hit better(Hit a, Hit b) {
        if (a == null) return b;
        return b == null || a.cost() <= b.cost() ? a : b;
    }

    private Hit candidate(
            Arc arc, double t, int team, boolean volley, boolean serve, List<Arc> before, List<Bump> heard) {
        Point ball = arc.at(t);
        double depth = ball.y() * side(team);
        if (depth < (volley ? 1.8 : 1.4) || depth > 9.3 || Math.abs(ball.x()) > 4.6) return null;
        if (ball.z() < 0.45 || ball.z() > (volley ? 2.2 : 1.7)) return null;
        Hit best = null;
        for (int player = team * 2; player < team * 2 + 2; player++) {
            if (serve && homes[player] * ball.x() < 0) continue;
            Point now = paths.get(player).end();
            boolean forehand = (ball.x() - now.x()) * -side(team) > -0.3;
            double reach = (forehand ? 0.62 : -0.55) * -side(team);
            Point stand = new Point(Math.max(-4.6, Math.min(4.6, ball.x() - reach)), ball.y() + side(team) * 0.3, 0);
            double speed = now.walk(stand) / Math.max(0.1, t - lastStroke() - 0.2);
            if (speed > FASTEST_RUN) continue;
            double cost = Math.abs(ball.z() - (volley ? 1.45 : 0.95)) + speed * 0.35 + now.walk(stand) * 0.12;
            if (best != null && best.cost() <= cost) continue;
            List<Arc> flown = new ArrayList<>(before);
            flown.add(arc.until(t));
            best = new Hit(t, player, ball, stand, forehand, flown, List.copyOf(heard), cost);
        }
        return best;
    }

    private double lastStroke() {
        return strokes.get(strokes.size() - 1).time();
    }

    /** The ball is not met any more: it bounces out, everybody slows down. */
    private double lose(Arc flight) {
        Arc arc = flight;
        double loud = 0.35;
        for (int piece = 0; piece < 5 && arc.end() - arc.start() > 0.08; piece++, loud *= 0.75) {
            Arc free = arc.uptoNet();
            flights.add(free);
            if (free != arc) break;
            boolean wall = arc.endsAtWall();
            bumps.add(new Bump(arc.end(), wall ? Bump.Kind.WALL : Bump.Kind.FLOOR, loud));
            arc = wall ? arc.reboundFromWall() : arc.bounce();
        }
        double over = flights.get(flights.size() - 1).end();
        moveAll(lastStroke() + 1.6, -1, null, 0);
        return over + 0.5;
    }

    /** Where everybody is when the ball is met: the hitter at it, the others where the game wants them. */
    private void moveAll(double time, int hitter, Point stand, double ballX) {
        for (int player = 0; player < 4; player++) {
            int team = player / 2;
            double depth = depths[team] + (random.nextDouble() - 0.5) * 0.7;
            double x = homes[player] + ballX * 0.22 + (random.nextDouble() - 0.5) * 0.5;
            if (stand != null && player != hitter && team == hitter / 2 && Math.abs(x - stand.x()) < 1.7)
                x = stand.x() + 1.7 * Math.signum(homes[player] - homes[hitter]);
            Point wanted = new Point(Math.max(-4.3, Math.min(4.3, x)), side(team) * depth, 0);
            paths.get(player).to(time, player == hitter ? stand : reachable(player, wanted, time));
        }
    }

    private Point reachable(int player, Point wanted, double time) {
        Point from = paths.get(player).end();
        double far = (strokes.isEmpty() ? BEFORE_SERVE : time - lastStrokeBefore(time)) * 2.3;
        double distance = from.walk(wanted);
        return distance <= far ? wanted : from.towards(wanted, far / distance);
    }

    private double lastStrokeBefore(double time) {
        double last = start;
        for (Stroke stroke : strokes) if (stroke.time() < time) last = stroke.time();
        return last;
    }

    private static double side(int team) {
        return team == 0 ? -1 : 1;
    }
}
