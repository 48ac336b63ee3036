package club.courtside.demo;

/** A place in the hall, in metres. */
record Point(double x, double y, double z) {

    Point plus(double dx, double dy, double dz) {
        return new Point(x + dx, y + dy, z + dz);
    }

    /** The place at {@code share} of the way to another, 0 to 1. */
    Point towards(Point other, double share) {
        return new Point(x + (other.x - x) * share, y + (other.y - y) * share, z + (other.z - z) * share);
    }

    /** Distance on the ground. */
    double walk(Point other) {
        return Math.hypot(other.x - x, other.y - y);
    }
}
