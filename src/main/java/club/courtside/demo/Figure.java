package club.courtside.demo;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.AffineTransform;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;

/** Draws one player: legs that follow the way walked, a racket that meets the ball at the very moment of the stroke. */
final class Figure {

    private static final Color SKIN = new Color(0xd9a784);
    private static final Color SKIN_SHADE = new Color(0xb98562);
    private static final Color SHORTS = new Color(0x1a2230);
    private static final Color SHOE = new Color(0xeef2f7);
    private static final Color RACKET = new Color(0x10151d);
    private static final Color RACKET_EDGE = new Color(0xe9eef5);
    private static final Color SHADOW = new Color(4, 12, 26, 90);

    private static final double HIP = 0.88;
    private static final double SHOULDER = 1.42;
    private static final double HEAD = 1.68;
    /** From the racket hand to the middle of the racket's head. */
    private static final double RACKET_LENGTH = 0.36;

    private final Viewpoint view;

    Figure(Viewpoint view) {
        this.view = view;
    }

    void shadow(Graphics2D g, Route.Step step) {
        Point feet = step.place();
        double s = view.scale(feet);
        g.setColor(SHADOW);
        g.fill(new Ellipse2D.Double(view.x(feet) - 0.36 * s, view.y(feet) - 0.13 * s, 0.86 * s, 0.26 * s));
    }

    /**
     * @param facing 1 looks away from the camera, -1 towards it
     * @param stroke the player's stroke nearest in time, or null
     */
    void paint(Graphics2D g, Route.Step step, int facing, Stroke stroke, double time, Color shirt) {
        double swing = stroke == null ? 9 : time - stroke.time();
        double effort = Math.exp(-swing * swing / 0.09);
        double pace = Math.min(1, step.speed() / 3);
        double crouch = 0.05 + 0.07 * effort + 0.05 * pace + 0.012 * Math.sin(time * 3 + facing);
        Point feet = step.place();
        double leanX = 0.05 * step.vx();
        double leanY = 0.05 * step.vy() + 0.1 * facing;
        Point hips = feet.plus(leanX * 0.3, leanY * 0.3, HIP - crouch);
        Point chest = feet.plus(leanX, leanY, SHOULDER - crouch);
        Point head = feet.plus(leanX * 1.2, leanY * 1.3, HEAD - crouch);
        Point hand = hand(feet, chest, facing, stroke, swing, time);
        Point headOfRacket = racket(feet, hand, facing, stroke, swing);
        double s = view.scale(chest);

        boolean racketBehind = facing > 0 && swing > -0.9 && swing < 0.4 && headOfRacket.y() > chest.y();
        if (racketBehind) arm(g, chest, hand, headOfRacket, facing, s);
        legs(g, feet, hips, step, pace, s);
        freeArm(g, chest, facing, time, pace, effort, step, s);
        limb(g, shirt, 0.36 * s, chest.plus(0, 0, -0.05), hips.plus(0, 0, 0.14));
        limb(g, shirt, 0.2 * s, chest.plus(-0.14, 0, 0.0), chest.plus(0.14, 0, 0.0));
        limb(g, SHORTS, 0.3 * s, hips.plus(0, 0, 0.06), hips.plus(0, 0, -0.03));
        limb(g, SKIN_SHADE, 0.12 * s, chest.plus(0, 0, 0.05), head.plus(0, 0, -0.08));
        face(g, head, facing, s);
        if (!racketBehind) arm(g, chest, hand, headOfRacket, facing, s);
    }

    private void face(Graphics2D g, Point head, int facing, double s) {
        double x = view.x(head);
        double y = view.y(head);
        g.setColor(SKIN);
        g.fill(new Ellipse2D.Double(x - 0.125 * s, y - 0.14 * s, 0.25 * s, 0.28 * s));
        g.setColor(new Color(0x2b211d));
        Path2D hair = new Path2D.Double();
        double low = facing > 0 ? 0.06 : -0.03;
        hair.append(new Ellipse2D.Double(x - 0.13 * s, y - 0.155 * s, 0.26 * s, (0.155 + low) * s), false);
        g.fill(hair);
    }

    private void legs(Graphics2D g, Point feet, Point hips, Route.Step step, double pace, double s) {
        double phase = step.walked() * Math.PI / 0.85;
        double speed = Math.max(0.01, step.speed());
        double dx = step.vx() / speed * pace;
        double dy = step.vy() / speed * pace;
        for (int leg = -1; leg <= 1; leg += 2) {
            double swing = Math.sin(phase + (leg > 0 ? Math.PI : 0));
            double lift = Math.max(0, Math.cos(phase + (leg > 0 ? Math.PI : 0))) * pace;
            double apart = leg * (0.2 - 0.08 * pace);
            Point ankle = feet.plus(apart + dx * 0.42 * swing, dy * 0.42 * swing, 0.06 + 0.22 * lift);
            Point hip = hips.plus(leg * 0.09, 0, -0.05);
            Point knee = hip.towards(ankle, 0.5)
                    .plus(leg * 0.03 + dx * 0.14 * lift, 0.1 * lift + dy * 0.14 * lift, 0.05 * lift + 0.02);
            limb(g, SKIN, 0.135 * s, hip, knee);
            limb(g, SKIN, 0.105 * s, knee, ankle);
            limb(g, SHORTS, 0.165 * s, hip, hip.towards(knee, 0.5));
            limb(g, SHOE, 0.095 * s, ankle.plus(-0.03, 0, -0.02), ankle.plus(0.05, 0, -0.03));
        }
    }

    private void freeArm(
            Graphics2D g, Point chest, int facing, double time, double pace, double effort, Route.Step step, double s) {
        double side = -facing;
        double swing = Math.sin(step.walked() * Math.PI / 0.85) * pace;
        Point shoulder = chest.plus(side * 0.2, 0, 0);
        Point elbow = shoulder.plus(side * (0.12 + 0.14 * effort), facing * 0.06, -0.25 + 0.1 * effort);
        Point hand = elbow.plus(
                side * (-0.12 + 0.3 * effort), facing * (0.16 + 0.12 * swing), 0.03 + 0.12 * effort + 0.08 * swing);
        limb(g, SKIN, 0.1 * s, shoulder, elbow);
        limb(g, SKIN, 0.085 * s, elbow, hand);
    }

    private void arm(Graphics2D g, Point chest, Point hand, Point racketHead, int facing, double s) {
        Point shoulder = chest.plus(facing * 0.2, 0, 0);
        Point elbow = shoulder.towards(hand, 0.5).plus(facing * 0.05, 0, -0.09);
        limb(g, SKIN, 0.105 * s, shoulder, elbow);
        limb(g, SKIN, 0.09 * s, elbow, hand);
        double x = view.x(racketHead);
        double y = view.y(racketHead);
        double hx = view.x(hand);
        double hy = view.y(hand);
        limb(g, RACKET, 0.05 * s, hand, hand.towards(racketHead, 0.6));
        AffineTransform before = g.getTransform();
        g.translate(x, y);
        g.rotate(Math.atan2(y - hy, x - hx));
        Ellipse2D shape = new Ellipse2D.Double(-0.17 * s, -0.135 * s, 0.34 * s, 0.27 * s);
        g.setColor(RACKET);
        g.fill(shape);
        g.setColor(RACKET_EDGE);
        g.setStroke(new BasicStroke((float) Math.max(0.8, 0.028 * s)));
        g.draw(shape);
        g.setTransform(before);
    }

    /** The racket hand: waiting before the chest, drawn back, at the ball, followed through, back again. */
    private Point hand(Point feet, Point chest, int facing, Stroke stroke, double swing, double time) {
        Point ready = chest.plus(facing * 0.34, facing * 0.2, -0.36 + 0.02 * Math.sin(time * 4));
        if (stroke == null || swing < -0.75 || swing > 0.75) return ready;
        double out = stroke.forehand() ? facing : -facing;
        boolean high = stroke.ball().z() > 1.65;
        Point back = chest.plus(out * (high ? 0.3 : 0.5), -facing * 0.3, high ? 0.18 : -0.18);
        Point contact = towardsBall(chest, stroke.ball(), out);
        Point through = chest.plus(-out * 0.18, facing * 0.42, high ? -0.25 : 0.16);
        if (swing < -0.3) return ready.towards(back, ease((swing + 0.75) / 0.45));
        if (swing < 0) return back.towards(contact, accelerate((swing + 0.3) / 0.3));
        if (swing < 0.25) return contact.towards(through, slow(swing / 0.25));
        return through.towards(ready, ease((swing - 0.25) / 0.5));
    }

    private static Point towardsBall(Point chest, Point ball, double out) {
        Point shoulder = chest.plus(out * 0.18, 0, -0.05);
        double distance = Math.sqrt(Math.pow(shoulder.walk(ball), 2) + Math.pow(shoulder.z() - ball.z(), 2));
        return ball.towards(shoulder, Math.min(0.9, RACKET_LENGTH / Math.max(0.1, distance)));
    }

    private Point racket(Point feet, Point hand, int facing, Stroke stroke, double swing) {
        Point ready = hand.plus(facing * 0.14, facing * 0.12, 0.26);
        if (stroke == null || swing < -0.75 || swing > 0.75) return ready;
        double out = stroke.forehand() ? facing : -facing;
        Point back = hand.plus(out * 0.24, -facing * 0.16, 0.22);
        Point through = hand.plus(-out * 0.26, facing * 0.1, 0.24);
        if (swing < -0.3) return ready.towards(back, ease((swing + 0.75) / 0.45));
        if (swing < 0) return back.towards(stroke.ball(), accelerate((swing + 0.3) / 0.3));
        if (swing < 0.25) return stroke.ball().towards(through, slow(swing / 0.25));
        return through.towards(ready, ease((swing - 0.25) / 0.5));
    }

    private static double ease(double t) {
        return t * t * (3 - 2 * t);
    }

    private static double accelerate(double t) {
        return t * t;
    }

    private static double slow(double t) {
        return t * (2 - t);
    }

    private void limb(Graphics2D g, Color colour, double width, Point from, Point to) {
        g.setColor(colour);
        g.setStroke(new BasicStroke((float) width, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
        Path2D line = new Path2D.Double();
        line.moveTo(view.x(from), view.y(from));
        line.lineTo(view.x(to) + 0.01, view.y(to));
        g.draw(line);
    }
}
