package club.courtside.demo;

import java.awt.Color;

/** The colours of one court and of the four who play on it. */
enum Palette {
    BLUE(0x1b4a99, 0x2f6fc9, 0x0a1322, 0x1a2b42, new int[] {0xf4f6fa, 0x223049, 0xf2b632, 0xe24a4a}),
    GREEN(0x1b6148, 0x2f8f68, 0x08150f, 0x173028, new int[] {0xf6c945, 0x1d2b26, 0xf4f6fa, 0x3f7fe0}),
    TERRACOTTA(0x8f4526, 0xc0683c, 0x150d0b, 0x33211b, new int[] {0x2f9fb0, 0xf4f6fa, 0x2a2a33, 0xf2b632});

    private final int floorFar;
    private final int floorNear;
    private final int hallDark;
    private final int hallLight;
    private final int[] shirts;

    Palette(int floorFar, int floorNear, int hallDark, int hallLight, int[] shirts) {
        this.floorFar = floorFar;
        this.floorNear = floorNear;
        this.hallDark = hallDark;
        this.hallLight = hallLight;
        this.shirts = shirts;
    }

    Color floorFar() {
        return new Color(floorFar);
    }

    Color floorNear() {
        return new Color(floorNear);
    }

    Color hallDark() {
        return new Color(hallDark);
    }

    Color hallLight() {
        return new Color(hallLight);
    }

    Color shirt(int player) {
        return new Color(shirts[player]);
    }
}
