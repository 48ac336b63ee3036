package club.courtside.demo;

/** The three courts of the demo club: name, place of the camera, colours. */
public enum DemoCourt {
    CENTRAL("Terrain 1", "terrain-1", "Central", Palette.BLUE, 0, 16.6, 6.6, 0.36, 1010),
    PANORAMIQUE("Terrain 2", "terrain-2", "Panoramique", Palette.GREEN, 0, 18.4, 8.6, 0.43, 1040),
    TERRAIN_3("Terrain 3", "terrain-3", "Terrain 3", Palette.TERRACOTTA, 1.6, 16.8, 6.2, 0.34, 1010);

    private final String court;
    private final String slug;
    private final String title;
    private final Palette colours;
    private final Viewpoint view;

    DemoCourt(
            String court,
            String slug,
            String title,
            Palette colours,
            double aside,
            double back,
            double height,
            double tilt,
            double focal) {
        this.court = court;
        this.slug = slug;
        this.title = title;
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

    Match match() {
        return new Match(ordinal() + 7L);
    }

    CourtPicture picture(Match match) {
        return new CourtPicture(title, view, colours, match);
    }
}
