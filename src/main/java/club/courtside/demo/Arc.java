package club.courtside.demo;

/** A piece of the ball's free flight: a parabola between two moments. */
record Arc(double start, double end, Point from, double vx, double vy, double vz) {

    static final double GRAVITY = 9.81;

    /** The only parabola that leaves {@code from} at {@code start} and reaches {@code to} at {@code end}. */
    static Arc between(double start, Point from, double end, Point to) {
        double t = end - start;
        double vz = (to.z() - from.z()) / t + GRAVITY * t / 2;
        return new Arc(start, end, from, (to.x() - from.x()) / t, (to.y() - from.y()) / t, vz);
    }

    Point at(double time) {
        double t = time - start;
        return from.plus(vx * t, vy * t, vz * t - GRAVITY * t * t / 2);
    }

    Arc until(double time) {
        return new Arc(start, time, from, vx, vy, vz);
    }

    /** The height when the ball crosses the net; infinite when it does not. */
    double heightAtNet() {
        double t = -from.y() / vy;
        return t <= 0 || t >= end - start
                ? Double.POSITIVE_INFINITY
                : at(start + t).z();
    }

    /** As far as the net lets it through. */
    Arc uptoNet() {
        if (heightAtNet() > Court.NET_POSTS) return this;
        return until(start - from.y() / vy - 0.02);
    }

    /** What follows this flight when it ends on the floor: slower and lower. */
    Arc bounce() {
        double impact = vz - GRAVITY * (end - start);
        double up = Math.max(0, -impact * 0.74);
        Point floor = new Point(at(end).x(), at(end).y(), Court.BALL);
        return new Arc(end, end + 2 * up / GRAVITY, floor, vx * 0.74, vy * 0.74, up).uptoWall();
    }

    /** What follows this flight when it ends at a wall. */
    Arc reboundFromWall() {
        Point wall = at(end);
        boolean back = Math.abs(wall.y()) > Court.HALF_LENGTH - 0.2;
        double up = vz - GRAVITY * (end - start);
        double flight = (up + Math.sqrt(up * up + 2 * GRAVITY * (wall.z() - Court.BALL))) / GRAVITY;
        return new Arc(end, end + flight, wall, back ? vx * 0.8 : -vx * 0.7, back ? -vy * 0.7 : vy * 0.8, up)
                .uptoWall();
    }

    boolean endsAtWall() {
        Point last = at(end);
        return last.z() > Court.BALL + 0.02;
    }

    private Arc uptoWall() {
        double wallY = (Court.HALF_LENGTH - 0.1) * Math.signum(vy);
        double wallX = (Court.HALF_WIDTH - 0.1) * Math.signum(vx);
        double hit = Math.min(
                Math.abs(vy) < 1e-6 ? 1e9 : (wallY - from.y()) / vy,
                Math.abs(vx) < 1e-6 ? 1e9 : (wallX - from.x()) / vx);
        return hit > 0.01 && start + hit < end - 0.01 ? until(start + hit) : this;
    }
}
