package club.courtside.demo;

/** What the demo club's cameras see: three courts, the first of them from two sides; name, place of the camera, colours. */
public enum DemoCourt {
    CENTRAL("Terrain 1", "terrain-1", "Central", "Fond de court", Palette.BLUE, 0, 16.6, 6.6, 0.36, 1010),
    CENTRAL_ABOVE("Terrain 1", "terrain-1", "Central", "Vue du haut", Palette.BLUE, 0, 5, 14, 1.17, 570),
    PANORAMIQUE("Terrain 2", "terrain-2", "Panoramique", "Caméra 1", Palette.GREEN, 0, 18.4, 8.6, 0.43, 1040),
    TERRAIN_3("Terrain 3", "terrain-3", "Terrain 3", "Caméra 1", Palette.TERRACOTTA, 1.6, 16.8, 6.2, 0.34, 1010);

    private final String court;
    private final String slug;
    private final String title;
    private final String angle;
    private final Palette colours;
    private final Viewpoint view;

    DemoCourt(
            String court,
            String slug,
            String title,
            String angle,
            Palette colours,
            double aside,
            double back,
            double height,
            double tilt,
            double focal) {
        this.court = court;
        this.slug = slug;
        this.title = title;
        this.angle = angle;
        this.colours = colours;
        this.view = new Viewpoint(aside, back, height, tilt, focal, CourtPicture.WIDTH, CourtPicture.HEIGHT);
    }

    /** The court's name in the club, as in {@code Terrain 1}. */
    String court() {
        return court;
    }

    String slug() {
        return slug;
    }

    /** The name people gave it. */
    String title() {
        return title;
    }

    /** What the club calls this camera. */
    String angle() {
        return angle;
    }

    /** Where the camera is found at its own address. */
    String path() {
        return this == CENTRAL_ABOVE ? slug + "-haut" : slug;
    }

    Match match() {
        return new Match(ordinal() + 7L);
    }

    CourtPicture picture(Match match) {
        return new CourtPicture(title, view, colours, match);
    }
}
