package club.courtside.demo;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Rectangle;
import java.awt.geom.Ellipse2D;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Draws what a court's camera sees at a moment. Used by one thread. */
final class CourtPicture {

    static final int WIDTH = 1280;
    static final int HEIGHT = 720;

    private static final Rectangle CLOCK = new Rectangle(20, HEIGHT - 66, 300, 50);
    private static final Color BALL = new Color(0xd8f02e);
    private static final Color BALL_SHADOW = new Color(4, 12, 26, 110);

    private final Viewpoint view;
    private final Palette colours;
    private final Match match;
    private final Figure figure;
    private final int[] hall;
    private final int[] pixels;
    private final BufferedImage net = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_ARGB_PRE);
    private final Graphics2D canvas;
    private final Lettering figures = new Lettering(17, new Color(255, 255, 255, 225));
    private final Rectangle netBox;
    private final List<Rectangle> touched = new ArrayList<>();
    private final BufferedImage picture;

    CourtPicture(String name, Viewpoint view, Palette colours, Match match) {
        this.view = view;
        this.colours = colours;
        this.match = match;
        figure = new Figure(view);
        picture = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
        canvas = Hall.smooth(picture);
        Hall still = new Hall(view, colours);
        still.paint(canvas);
        new Lettering(20, new Color(255, 255, 255, 235)).write(canvas, name, 36, HEIGHT - 66);
        pixels = ((DataBufferInt) picture.getRaster().getDataBuffer()).getData();
        hall = pixels.clone();
        Graphics2D g = Hall.smooth(net);
        still.paintNet(g);
        g.dispose();
        netBox = view.polygon(
                        new Point(-Court.HALF_WIDTH - 0.2, 0, -0.1),
                        new Point(Court.HALF_WIDTH + 0.2, 0, -0.1),
                        new Point(Court.HALF_WIDTH + 0.2, 0, 1.15),
                        new Point(-Court.HALF_WIDTH - 0.2, 0, 1.15))
                .getBounds();
    }

    /**
     * @param time seconds, never smaller than the time before
     * @param clock what the clock in the corner shows
     * @return the picture, {@code 0xRRGGBB}, overwritten by the next call
     */
    int[] at(double time, LocalTime clock) {
        wipe();
        Rally rally = match.at(time);
        Point ball = rally.ball(time);
        for (int player = 0; player < 4; player++) {
            Route.Step step = rally.paths().get(player).at(time);
            touchPlayer(step.place());
            figure.shadow(canvas, step);
        }
        if (ball != null) ballShadow(ball);
        boolean ballFar = ball != null && ball.y() > 0;
        team(rally, time, 2, ballFar ? ball : null);
        drawNet();
        team(rally, time, 0, ballFar ? null : ball);
        writeClock(clock);
        return pixels;
    }

    /** The picture that {@link #at} filled last. */
    BufferedImage picture() {
        return picture;
    }

    /** Gives back the still hall wherever the last picture had something on it: cheaper than all of it. */
    private void wipe() {
        for (Rectangle area : touched) {
            Rectangle seen = area.intersection(new Rectangle(WIDTH, HEIGHT));
            for (int y = seen.y; y < seen.y + seen.height; y++)
                System.arraycopy(hall, y * WIDTH + seen.x, pixels, y * WIDTH + seen.x, Math.max(0, seen.width));
        }
        touched.clear();
        touched.add(netBox);
        touched.add(CLOCK);
    }

    /** From the feet to a raised racket, seen from the side or from above. */
    private void touchPlayer(Point feet) {
        touch(feet, 1.4, 2.7, 0.5);
        touch(feet.plus(0, 0, 1.4), 1.5, 1.5, 1.5);
    }

    /** Something is drawn there: so many metres to either side, above and below. */
    private void touch(Point place, double aside, double above, double below) {
        double s = view.scale(place);
        touched.add(new Rectangle(
                (int) (view.x(place) - aside * s) - 2,
                (int) (view.y(place) - above * s) - 2,
                (int) (2 * aside * s) + 4,
                (int) ((above + below) * s) + 4));
    }

    private void team(Rally rally, double time, int first, Point ball) {
        Route.Step a = rally.paths().get(first).at(time);
        Route.Step b = rally.paths().get(first + 1).at(time);
        int farther = a.place().y() >= b.place().y() ? first : first + 1;
        int nearer = 2 * first + 1 - farther;
        if (ball != null && ball.y() > Math.max(a.place().y(), b.place().y())) ball(ball);
        player(rally, time, farther);
        if (ball != null && ball.y() <= Math.max(a.place().y(), b.place().y())) ball(ball);
        player(rally, time, nearer);
        if (ball != null && ball.y() <= Math.min(a.place().y(), b.place().y())) ball(ball);
    }

    private void player(Rally rally, double time, int player) {
        figure.paint(
                canvas,
                rally.paths().get(player).at(time),
                player < 2 ? 1 : -1,
                rally.nearest(player, time),
                time,
                colours.shirt(player));
    }

    private void ball(Point ball) {
        touch(ball, 0.2, 0.2, 0.2);
        double r = Math.max(3.2, 0.068 * view.scale(ball));
        canvas.setColor(BALL);
        canvas.fill(new Ellipse2D.Double(view.x(ball) - r, view.y(ball) - r, 2 * r, 2 * r));
        canvas.setColor(new Color(255, 255, 255, 110));
        canvas.fill(new Ellipse2D.Double(view.x(ball) - r * 0.55, view.y(ball) - r * 0.65, r * 0.8, r * 0.8));
    }

    private void ballShadow(Point ball) {
        Point floor = new Point(ball.x() + ball.z() * 0.12, ball.y(), 0);
        touch(floor, 0.3, 0.2, 0.2);
        double r = 0.085 * view.scale(floor) * (1 + Math.min(2, ball.z()) * 0.25);
        canvas.setColor(BALL_SHADOW);
        canvas.fill(new Ellipse2D.Double(view.x(floor) - r, view.y(floor) - r * 0.42, 2 * r, r * 0.84));
    }

    private void drawNet() {
        int right = netBox.x + netBox.width;
        int bottom = netBox.y + netBox.height;
        canvas.drawImage(net, netBox.x, netBox.y, right, bottom, netBox.x, netBox.y, right, bottom, null);
    }

    private void writeClock(LocalTime clock) {
        String text = String.format(
                Locale.ROOT,
                "%02d:%02d:%02d.%03d",
                clock.getHour(),
                clock.getMinute(),
                clock.getSecond(),
                clock.getNano() / 1_000_000);
        figures.write(canvas, text, 36, HEIGHT - 34);
    }
}
