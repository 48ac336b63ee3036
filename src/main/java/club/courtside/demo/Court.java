package club.courtside.demo;

/** A padel court's measures in metres (International Padel Federation, rules of padel, rule 1). */
final class Court {

    static final double HALF_WIDTH = 5;
    static final double HALF_LENGTH = 10;
    /** The service lines' distance from the net. */
    static final double SERVICE = 6.95;

    static final double LINE = 0.05;
    static final double NET_MIDDLE = 0.88;
    static final double NET_POSTS = 0.92;
    static final double GLASS = 3;
    static final double MESH = 4;
    /** The ball's radius, a little larger than the real one so that it is seen. */
    static final double BALL = 0.05;

    private Court() {}
}
