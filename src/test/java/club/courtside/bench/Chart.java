package club.courtside.bench;

import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;

/**
 * CPU and memory for each camera as bars side by side: SVG by hand, readable on light and dark ground. The colours follow
 * the look: blue is ours, the others are shades of grey, told apart by their order and their names too.
 */
final class Chart {

    private static final int WIDTH = 960;
    private static final int PANEL = 230;
    private static final int TOP = 96;
    private static final int BETWEEN = 76;
    private static final int LEFT = 56;
    private static final int RIGHT = 16;

    private static final String STYLE = """
            <style>
            .ground{fill:#fff}text{font:13px Archivo,"Helvetica Neue",Arial,sans-serif;fill:#3f4a54;font-variant-numeric:tabular-nums}
            .title{font-size:16px;font-weight:600;fill:#161c22}.small{font-size:12px}.line{stroke:#d9dee3}
            .c0{fill:#1f5fd6}.c1{fill:#4b5763}.c2{fill:#8a96a1}.c3{fill:#c3cbd2}
            @media (prefers-color-scheme:dark){.ground{fill:#12171c}text{fill:#b3bdc7}.title{fill:#f1f4f7}.line{stroke:#2c353e}
            .c0{fill:#6ea0ff}.c1{fill:#c9d1d8}.c2{fill:#8995a0}.c3{fill:#525e69}}
            </style>
            """;

    private final List<Round> rounds;
    private final List<Integer> numbers;
    private final List<String> names;
    private final StringBuilder svg = new StringBuilder();

    private Chart(List<Round> rounds) {
        this.rounds = rounds;
        numbers = rounds.stream().map(Round::cameras).distinct().toList();
        names = rounds.stream().map(Round::contender).distinct().sorted().toList();
    }

    static String of(List<Round> rounds) {
        Chart chart = new Chart(rounds);
        chart.draw();
        return chart.svg.toString();
    }

    private void draw() {
        int height = TOP + 2 * PANEL + BETWEEN + 48;
        add(
                "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %d %d\" role=\"img\" aria-label=\"%s\">",
                WIDTH, height, "CPU and memory for each camera, Courtside beside FFmpeg and GStreamer");
        svg.append(STYLE);
        add("<rect class=\"ground\" width=\"%d\" height=\"%d\" rx=\"12\"/>", WIDTH, height);
        legend();
        panel(TOP, "CPU seconds in a minute, for each camera", Round::cpu, "%.2f");
        panel(
                TOP + PANEL + BETWEEN,
                "Memory (PSS) for each camera, MB; a bar that leaves the plot says its height",
                round -> round.pss() / 1e6,
                "%.1f");
        add("<text class=\"small\" x=\"%d\" y=\"%d\">cameras recorded at the same time</text>", LEFT, height - 10);
        add("</svg>");
    }

    private void legend() {
        for (int i = 0; i < names.size(); i++) {
            int x = LEFT + i * 170;
            add("<rect class=\"c%d\" x=\"%d\" y=\"22\" width=\"14\" height=\"14\" rx=\"3\"/>", i, x);
            add("<text x=\"%d\" y=\"34\">%s</text>", x + 21, names.get(i));
        }
    }

    private void panel(int top, String title, ToDoubleFunction<Round> value, String format) {
        // One camera carries all of the engine's own memory: it must not make the others unreadable.
        double most = rounds.stream()
                .filter(round -> numbers.size() == 1 || round.cameras() > 1)
                .mapToDouble(value)
                .max()
                .orElse(1);
        double scale = PANEL / (most * 1.12);
        add("<text class=\"title\" x=\"%d\" y=\"%d\">%s</text>", LEFT, top - 20, title);
        double step = step(most);
        for (double at = 0; at <= most * 1.1; at += step) {
            double y = top + PANEL - at * scale;
            add("<line class=\"line\" x1=\"%d\" x2=\"%d\" y1=\"%.1f\" y2=\"%.1f\"/>", LEFT, WIDTH - RIGHT, y, y);
            add("<text class=\"small\" text-anchor=\"end\" x=\"%d\" y=\"%.1f\">%s</text>", LEFT - 8, y + 4, plain(at));
        }
        double group = (double) (WIDTH - LEFT - RIGHT) / numbers.size();
        double bar = group * 0.84 / names.size();
        for (int i = 0; i < numbers.size(); i++) {
            int cameras = numbers.get(i);
            double x = LEFT + i * group + group * 0.08;
            add(
                    "<text text-anchor=\"middle\" x=\"%.1f\" y=\"%d\">%d</text>",
                    x + group * 0.42, top + PANEL + 20, cameras);
            for (int k = 0; k < names.size(); k++) {
                String name = names.get(k);
                double left = x + k * bar;
                int colour = k;
                rounds.stream()
                        .filter(round ->
                                round.cameras() == cameras && round.contender().equals(name))
                        .findFirst()
                        .ifPresent(round -> bar(top, left, bar, value.applyAsDouble(round), scale, colour, format));
            }
        }
    }

    private void bar(int top, double x, double width, double value, double scale, int colour, String format) {
        double height = Math.min(PANEL, value * scale);
        double y = top + PANEL - height;
        add(
                "<rect class=\"c%d\" x=\"%.1f\" y=\"%.1f\" width=\"%.1f\" height=\"%.1f\" rx=\"2\"/>",
                colour, x + 1, y, width - 2, height);
        add(
                "<text class=\"small\" text-anchor=\"middle\" x=\"%.1f\" y=\"%.1f\">" + format + "</text>",
                x + width / 2,
                y - 4,
                value);
    }

    private static double step(double most) {
        double step = Math.pow(10, Math.floor(Math.log10(most)));
        if (most / step < 2) return step / 4;
        return most / step < 5 ? step / 2 : step;
    }

    private static String plain(double value) {
        return value == Math.rint(value)
                ? Long.toString((long) value)
                : String.format(Locale.ROOT, "%.3f", value).replaceAll("0+$", "");
    }

    private void add(String format, Object... values) {
        svg.append(String.format(Locale.ROOT, format, values)).append('\n');
    }
}
