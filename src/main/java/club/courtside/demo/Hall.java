package club.courtside.demo;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.Graphics2D;
import java.awt.RadialGradientPaint;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;

/** What stands still: hall, floor, lines, glass; drawn once. The net comes apart: players stand behind it and before it. */
final class Hall {

    private static final double W = Court.HALF_WIDTH;
    private static final double L = Court.HALF_LENGTH;
    /** The near end of what is drawn: just before the floor leaves the picture. */
    private static final double NEAR = -11.5;

    private final Viewpoint view;
    private final Palette colours;

    Hall(Viewpoint view, Palette colours) {
        this.view = view;
        this.colours = colours;
    }

    static Graphics2D smooth(BufferedImage image) {
        Graphics2D g = image.createGraphics();
        g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        g.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
        return g;
    }

    void paint(Graphics2D g) {
        room(g);
        floor(g);
        lines(g);
        backWall(g);
        sideWall(g, -1);
        sideWall(g, 1);
        light(g);
    }

    private void room(Graphics2D g) {
        double horizon = view.y(p(0, L, 0));
        g.setPaint(new GradientPaint(0, 0, colours.hallDark(), 0, (float) horizon, colours.hallLight()));
        g.fill(new Rectangle2D.Double(0, 0, view.pixelsWide(), horizon));
        g.setPaint(new GradientPaint(
                0,
                (float) horizon,
                mix(colours.hallLight(), Color.BLACK, 0.35),
                0,
                view.pixelsHigh(),
                mix(colours.hallDark(), Color.BLACK, 0.2)));
        g.fill(new Rectangle2D.Double(0, horizon, view.pixelsWide(), view.pixelsHigh() - horizon));
        for (double x = -14; x <= 14; x += 4) glow(g, p(x, L + 6, 6.6), 2.6, new Color(255, 244, 220), 46);
        for (double x = -14; x <= 14; x += 4) glow(g, p(x, L + 6, 6.6), 0.5, new Color(255, 250, 238), 170);
    }

    private void floor(Graphics2D g) {
        Color apron = mix(colours.floorFar(), Color.BLACK, 0.55);
        g.setColor(alpha(apron, 150));
        g.fill(view.polygon(p(-W - 1.6, NEAR, 0), p(W + 1.6, NEAR, 0), p(W + 1.6, L + 1, 0), p(-W - 1.6, L + 1, 0)));
        float far = (float) view.y(p(0, L, 0));
        g.setPaint(new GradientPaint(0, far, colours.floorFar(), 0, view.pixelsHigh(), colours.floorNear()));
        g.fill(view.polygon(p(-W, NEAR, 0), p(W, NEAR, 0), p(W, L, 0), p(-W, L, 0)));
        for (double y : new double[] {-5.2, 5.2}) pool(g, y);
    }

    private void pool(Graphics2D g, double y) {
        Point middle = p(0, y, 0);
        double rx = 4.7 * view.scale(middle);
        double ry = (view.y(p(0, y - 3.6, 0)) - view.y(p(0, y + 3.6, 0))) / 2;
        double cy = (view.y(p(0, y - 3.6, 0)) + view.y(p(0, y + 3.6, 0))) / 2;
        softEllipse(g, view.x(middle), cy, rx, ry, new Color(255, 255, 255), 44);
    }

    private void lines(Graphics2D g) {
        g.setColor(new Color(255, 255, 255, 235));
        double w = Court.LINE * 0.8;
        for (double y : new double[] {-Court.SERVICE, Court.SERVICE})
            g.fill(view.polygon(p(-W, y - w, 0), p(W, y - w, 0), p(W, y + w, 0), p(-W, y + w, 0)));
        double reach = Court.SERVICE + 0.2;
        g.fill(view.polygon(
                p(-w / 1.4, -reach, 0), p(w / 1.4, -reach, 0), p(w / 1.4, reach, 0), p(-w / 1.4, reach, 0)));
        g.setColor(new Color(255, 255, 255, 90));
        g.setStroke(new BasicStroke(2f));
        g.draw(view.line(p(-W, NEAR, 0), p(-W, L, 0), p(W, L, 0), p(W, NEAR, 0)));
    }

    private void backWall(Graphics2D g) {
        glass(g, p(-W, L, 0), p(W, L, 0), p(W, L, Court.GLASS), p(-W, L, Court.GLASS), 34);
        glass(g, p(-W, L, Court.GLASS), p(W, L, Court.GLASS), p(W, L, Court.MESH), p(-W, L, Court.MESH), 12);
        mesh(g, p(-W, L, Court.GLASS), p(W, L, Court.GLASS), p(W, L, Court.MESH), p(-W, L, Court.MESH));
        for (double x = -W; x <= W + 0.1; x += 2) post(g, p(x, L, 0), p(x, L, Court.MESH), 1.4f);
        post(g, p(-W, L, Court.GLASS), p(W, L, Court.GLASS), 1.2f);
        post(g, p(-W, L, Court.MESH), p(W, L, Court.MESH), 2.2f);
        streak(g, p(-3.4, L, 0), p(-2.2, L, 0), p(-0.9, L, Court.GLASS), p(-2.1, L, Court.GLASS));
        streak(g, p(1.2, L, 0), p(1.7, L, 0), p(3.0, L, Court.GLASS), p(2.5, L, Court.GLASS));
    }

    private void sideWall(Graphics2D g, int side) {
        double x = side * W;
        glass(g, p(x, L, 0), p(x, L - 4, 0), p(x, L - 4, 2), p(x, L - 2, 2), p(x, L - 2, 3), p(x, L, 3), 34);
        mesh(g, p(x, L - 4, 0), p(x, -L + 4, 0), p(x, -L + 4, 3), p(x, L - 4, 3));
        glass(g, p(x, -L + 4, 0), p(x, NEAR, 0), p(x, NEAR, 3), p(x, -L + 4, 3), 20);
        mesh(g, p(x, L, 3), p(x, L - 4, 3), p(x, L - 4, 4), p(x, L, 4));
        for (double y = NEAR + 1.5; y <= L; y += 2) post(g, p(x, y, 0), p(x, y, y > L - 4.5 ? 4 : 3), 1.8f);
        post(g, p(x, L, 4), p(x, L - 4, 4), 2.2f);
        post(g, p(x, L - 4, 3), p(x, NEAR, 3), 2.2f);
        post(g, p(x, L - 2, 2), p(x, L - 4, 2), 1.1f);
        post(g, p(x, L, 3), p(x, L - 2, 3), 1.1f);
        streak(g, p(x, L - 1.4, 0), p(x, L - 0.8, 0), p(x, L - 0.4, 3), p(x, L - 1.0, 3));
    }

    private void light(Graphics2D g) {
        softEllipse(g, view.pixelsWide() * 0.12, 0, 420, 210, new Color(255, 246, 226), 30);
        softEllipse(g, view.pixelsWide() * 0.88, 0, 420, 210, new Color(255, 246, 226), 30);
        g.setPaint(new RadialGradientPaint(
                new Point2D.Double(view.pixelsWide() / 2.0, view.pixelsHigh() * 0.48),
                view.pixelsWide() * 0.62f,
                new float[] {0.55f, 1f},
                new Color[] {new Color(0, 0, 0, 0), new Color(0, 0, 0, 150)}));
        g.fill(new Rectangle2D.Double(0, 0, view.pixelsWide(), view.pixelsHigh()));
    }

    /** The net, to be drawn over those behind it. */
    void paintNet(Graphics2D g) {
        g.setColor(new Color(8, 14, 26, 120));
        double m = Court.NET_MIDDLE;
        double t = Court.NET_POSTS;
        g.fill(view.polygon(p(-W, 0, 0), p(W, 0, 0), p(W, 0, t), p(0, 0, m), p(-W, 0, t)));
        g.setColor(new Color(190, 205, 228, 26));
        g.setStroke(new BasicStroke(0.8f));
        for (double x = -W + 0.14; x < W; x += 0.14) g.draw(view.line(p(x, 0, 0), p(x, 0, m)));
        for (double z = 0.12; z < m; z += 0.12) g.draw(view.line(p(-W, 0, z), p(W, 0, z)));
        g.setColor(new Color(255, 255, 255, 240));
        g.fill(view.polygon(
                p(-W, 0, t), p(0, 0, m), p(W, 0, t), p(W, 0, t - 0.075), p(0, 0, m - 0.075), p(-W, 0, t - 0.075)));
        g.fill(view.polygon(p(-0.025, 0, 0), p(0.025, 0, 0), p(0.025, 0, m), p(-0.025, 0, m)));
        g.setColor(new Color(11, 17, 28));
        g.setStroke(new BasicStroke(5f, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
        for (int side = -1; side <= 1; side += 2) g.draw(view.line(p(side * W, 0, 0), p(side * W, 0, t + 0.06)));
    }

    private void glass(Graphics2D g, Point a, Point b, Point c, Point d, int strength) {
        fillGlass(g, view.polygon(a, b, c, d), strength);
    }

    private void glass(Graphics2D g, Point a, Point b, Point c, Point d, Point e, Point f, int strength) {
        fillGlass(g, view.polygon(a, b, c, d, e, f), strength);
    }

    private static void fillGlass(Graphics2D g, java.awt.Shape pane, int strength) {
        Rectangle2D box = pane.getBounds2D();
        g.setPaint(new GradientPaint(
                (float) box.getX(),
                (float) box.getY(),
                new Color(207, 227, 255, strength / 2),
                (float) box.getX(),
                (float) box.getMaxY(),
                new Color(207, 227, 255, strength)));
        g.fill(pane);
    }

    private void streak(Graphics2D g, Point... corners) {
        g.setColor(new Color(255, 255, 255, 14));
        g.fill(view.polygon(corners));
    }

    /** A wire mesh on a quadrangle: fine crossing lines. */
    private void mesh(Graphics2D g, Point a, Point b, Point c, Point d) {
        g.setColor(new Color(150, 172, 205, 18));
        g.setStroke(new BasicStroke(0.7f));
        int across = (int) (Math.max(a.walk(b), 1) / 0.3);
        int up = (int) ((d.z() - a.z()) / 0.3);
        for (int i = 1; i < across; i++) {
            double share = (double) i / across;
            g.draw(view.line(a.towards(b, share), d.towards(c, share)));
        }
        for (int i = 1; i < up; i++) {
            double share = (double) i / up;
            g.draw(view.line(a.towards(d, share), b.towards(c, share)));
        }
    }

    private void post(Graphics2D g, Point from, Point to, float width) {
        double near = view.scale(from) / 60;
        g.setColor(new Color(96, 122, 160, 150));
        g.setStroke(
                new BasicStroke((float) Math.max(0.9, width * near), BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
        g.draw(view.line(from, to));
    }

    private void glow(Graphics2D g, Point at, double radius, Color colour, int strength) {
        double r = radius * view.scale(at);
        softEllipse(g, view.x(at), view.y(at), r, r, colour, strength);
    }

    private static void softEllipse(
            Graphics2D g, double x, double y, double rx, double ry, Color colour, int strength) {
        AffineTransform before = g.getTransform();
        g.translate(x, y);
        g.scale(rx, ry);
        g.setPaint(new RadialGradientPaint(0, 0, 1, new float[] {0f, 0.5f, 1f}, new Color[] {
            alpha(colour, strength), alpha(colour, strength * 2 / 5), alpha(colour, 0)
        }));
        g.fill(new Ellipse2D.Double(-1, -1, 2, 2));
        g.setTransform(before);
    }

    private static Color alpha(Color colour, int alpha) {
        return new Color(colour.getRed(), colour.getGreen(), colour.getBlue(), alpha);
    }

    static Color mix(Color a, Color b, double share) {
        return new Color(
                (int) (a.getRed() + (b.getRed() - a.getRed()) * share),
                (int) (a.getGreen() + (b.getGreen() - a.getGreen()) * share),
                (int) (a.getBlue() + (b.getBlue() - a.getBlue()) * share));
    }

    private static Point p(double x, double y, double z) {
        return new Point(x, y, z);
    }
}
