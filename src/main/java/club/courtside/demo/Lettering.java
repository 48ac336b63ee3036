package club.courtside.demo;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.AffineTransform;
import java.awt.geom.Path2D;
import java.awt.image.BufferedImage;
import java.util.HashMap;
import java.util.Map;
import java.util.Scanner;

/** Capitals and figures drawn as strokes: a bare server's Java has no fonts. Each glyph is drawn once and kept. */
final class Lettering {

    /** Glyphs on a field 4 wide and 6 high, y downwards, in the path language of SVG (M, L, C, Z). */
    private static final Map<Character, String> GLYPHS = new HashMap<>();

    static {
        String round = "M2 0 C.7 0 0 1.2 0 3 C0 4.8 .7 6 2 6 C3.3 6 4 4.8 4 3 C4 1.2 3.3 0 2 0 Z";
        String cee = "M3.9 1.1 C3.5 .4 2.9 0 2.1 0 C.8 0 0 1.2 0 3 C0 4.8 .8 6 2.1 6 C2.9 6 3.5 5.6 3.9 4.9";
        String pee = "M0 6 L0 0 L2.2 0 C3.3 0 4 .7 4 1.7 C4 2.7 3.3 3.4 2.2 3.4 L0 3.4";
        put('0', round);
        put('1', "M.7 1.3 L2.3 0 L2.3 6");
        put('2', "M.1 1.6 C.2 .6 1 0 2 0 C3.2 0 3.9 .7 3.9 1.7 C3.9 2.7 3.1 3.4 2 4.3 L0 6 L4 6");
        put('3', "M.4 0 L3.8 0 L1.9 2.4 C3.2 2.4 4 3.1 4 4.2 C4 5.3 3.2 6 2 6 C1 6 .3 5.6 0 4.8");
        put('4', "M3.1 6 L3.1 0 L0 4.4 L4.1 4.4");
        put('5', "M3.7 0 L.7 0 L.4 2.7 C.8 2.4 1.4 2.2 2 2.2 C3.2 2.2 4 3 4 4.1 C4 5.2 3.2 6 2 6 C1.1 6 .4 5.6 0 4.9");
        put('6', "M3.1 0 C2.1 1 0 2.6 0 4.1 C0 5.2 .8 6 2 6 C3.2 6 4 5.2 4 4.1 C4 3 3.2 2.2 2 2.2 C1 2.2 .2 3 0 3.9");
        put('7', "M0 0 L4 0 L1.4 6");
        put(
                '8',
                "M2 0 C1 0 .3 .6 .3 1.4 C.3 2.2 1 2.8 2 2.8 C3 2.8 3.7 2.2 3.7 1.4 C3.7 .6 3 0 2 0 Z "
                        + "M2 2.8 C.8 2.8 0 3.4 0 4.4 C0 5.4 .8 6 2 6 C3.2 6 4 5.4 4 4.4 C4 3.4 3.2 2.8 2 2.8 Z");
        put('9', "M.9 6 C1.9 5 4 3.4 4 1.9 C4 .8 3.2 0 2 0 C.8 0 0 .8 0 1.9 C0 3 .8 3.8 2 3.8 C3 3.8 3.8 3 4 2.1");
        put(':', "M2 1.7 L2 1.7 M2 4.6 L2 4.6");
        put('.', "M2 6 L2 6");
        put('-', "M.7 3 L3.3 3");
        put('A', "M0 6 L2 0 L4 6 M.7 4 L3.3 4");
        put(
                'B',
                "M0 0 L0 6 L2.3 6 C3.4 6 4 5.4 4 4.4 C4 3.4 3.4 2.9 2.3 2.9 L0 2.9 M0 0 L2.1 0 C3.1 0 3.7 .6 3.7 1.4 "
                        + "C3.7 2.3 3.1 2.9 2.1 2.9");
        put('C', cee);
        put('D', "M0 0 L0 6 L1.7 6 C3.2 6 4 4.9 4 3 C4 1.1 3.2 0 1.7 0 Z");
        put('E', "M3.6 0 L0 0 L0 6 L3.6 6 M0 2.9 L3 2.9");
        put('É', "M3.6 0 L0 0 L0 6 L3.6 6 M0 2.9 L3 2.9 M1.5 -1.1 L2.5 -1.9");
        put('F', "M3.6 0 L0 0 L0 6 M0 2.9 L3 2.9");
        put('G', cee + " L3.9 3.2 L2.2 3.2");
        put('H', "M0 0 L0 6 M4 0 L4 6 M0 2.9 L4 2.9");
        put('I', "M2 0 L2 6");
        put('J', "M3.3 0 L3.3 4.2 C3.3 5.4 2.7 6 1.7 6 C.9 6 .3 5.6 0 4.9");
        put('K', "M0 0 L0 6 M3.8 0 L0 3.6 M1.4 2.4 L4 6");
        put('L', "M.3 0 L.3 6 L3.7 6");
        put('M', "M0 6 L0 0 L2 3.6 L4 0 L4 6");
        put('N', "M0 6 L0 0 L4 6 L4 0");
        put('O', round);
        put('P', pee);
        put('Q', round + " M2.5 4.4 L4 6.3");
        put('R', pee + " M2.1 3.4 L4 6");
        put(
                'S',
                "M3.7 1.1 C3.4 .4 2.8 0 2 0 C.9 0 .2 .6 .2 1.5 C.2 3.8 4 2.3 4 4.4 C4 5.4 3.2 6 2 6 C1 6 .3 5.5 0 4.8");
        put('T', "M0 0 L4 0 M2 0 L2 6");
        put('U', "M0 0 L0 3.8 C0 5.2 .8 6 2 6 C3.2 6 4 5.2 4 3.8 L4 0");
        put('V', "M0 0 L2 6 L4 0");
        put('W', "M-.3 0 L.9 6 L2 1.6 L3.1 6 L4.3 0");
        put('X', "M0 0 L4 6 M4 0 L0 6");
        put('Y', "M0 0 L2 2.9 L4 0 M2 2.9 L2 6");
        put('Z', "M0 0 L4 0 L0 6 L4 6");
    }

    private final double unit;
    private final Color colour;
    private final Map<Character, BufferedImage> drawn = new HashMap<>();

    /** @param height of a capital, in pixels */
    Lettering(double height, Color colour) {
        this.unit = height / 6;
        this.colour = colour;
    }

    /** Writes in capitals from the left end of the base line; what has no glyph becomes a space. */
    void write(Graphics2D g, String text, int x, int baseline) {
        double at = x;
        for (char c : text.toUpperCase(java.util.Locale.ROOT).toCharArray()) {
            boolean narrow = c == ':' || c == '.' || c == 'I';
            double shift = narrow ? -1.1 * unit : 0;
            if (GLYPHS.containsKey(c)) {
                BufferedImage glyph = drawn.computeIfAbsent(c, this::draw);
                g.drawImage(
                        glyph, (int) Math.round(at + shift - 2 * unit), (int) Math.round(baseline - 9 * unit), null);
            }
            at += unit * (narrow ? 3.2 : c == ' ' ? 3 : 5.6);
        }
    }

    private BufferedImage draw(char c) {
        int width = (int) Math.ceil(8 * unit);
        int height = (int) Math.ceil(12 * unit);
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB_PRE);
        Graphics2D g = Hall.smooth(image);
        Path2D path = parse(GLYPHS.get(c));
        path.transform(new AffineTransform(unit, 0, 0, unit, 2 * unit, 3 * unit));
        g.setColor(new Color(0, 0, 0, 70));
        g.setStroke(new BasicStroke((float) (1.7 * unit), BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
        g.draw(path);
        g.setColor(colour);
        g.setStroke(new BasicStroke((float) (0.82 * unit), BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
        g.draw(path);
        g.dispose();
        return image;
    }

    private static Path2D parse(String commands) {
        Path2D path = new Path2D.Double();
        try (Scanner in = new Scanner(commands.replaceAll("([MLCZ])", " $1 "))) {
            while (in.hasNext()) {
                switch (in.next()) {
                    case "M" -> path.moveTo(number(in), number(in));
                    case "L" -> path.lineTo(number(in), number(in));
                    case "C" -> path.curveTo(number(in), number(in), number(in), number(in), number(in), number(in));
                    default -> path.closePath();
                }
            }
        }
        return path;
    }

    private static double number(Scanner in) {
        return Double.parseDouble(in.next());
    }

    private static void put(char c, String commands) {
        GLYPHS.put(c, commands);
    }
}
