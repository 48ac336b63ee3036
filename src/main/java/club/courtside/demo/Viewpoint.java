package club.courtside.demo;

import java.awt.geom.Path2D;

/**
 * Where a camera hangs and how it turns metres into pixels.
 *
 * @param aside metres to the right of the court's middle
 * @param back metres behind the net
 * @param height metres above the floor
 * @param tilt radians downwards
 * @param focal pixels per metre at a distance of one metre
 */
record Viewpoint(double aside, double back, double height, double tilt, double focal, int pixelsWide, int pixelsHigh) {

    double depth(Point p) {
        return (p.y() + back) * Math.cos(tilt) + (height - p.z()) * Math.sin(tilt);
    }

    /** Pixels per metre at that place. */
    double scale(Point p) {
        return focal / depth(p);
    }

    double x(Point p) {
        return pixelsWide / 2.0 + (p.x() - aside) * scale(p);
    }

    double y(Point p) {
        double down = (height - p.z()) * Math.cos(tilt) - (p.y() + back) * Math.sin(tilt);
        return pixelsHigh / 2.0 + down * scale(p);
    }

    Path2D polygon(Point... points) {
        Path2D path = new Path2D.Double();
        for (int i = 0; i < points.length; i++) {
            if (i == 0) path.moveTo(x(points[i]), y(points[i]));
            else path.lineTo(x(points[i]), y(points[i]));
        }
        path.closePath();
        return path;
    }

    Path2D line(Point... points) {
        Path2D path = new Path2D.Double();
        for (int i = 0; i < points.length; i++) {
            if (i == 0) path.moveTo(x(points[i]), y(points[i]));
            else path.lineTo(x(points[i]), y(points[i]));
        }
        return path;
    }
}
