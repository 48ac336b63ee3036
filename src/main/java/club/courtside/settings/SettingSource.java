package club.courtside.settings;

/** Where the value in force of a setting comes from; the first of them that has one wins. */
public enum SettingSource {
    PROPERTY,
    ENVIRONMENT,
    /** A {@code .env} file, of the working folder or the data folder. */
    FILE,
    /** The settings page, or the API. */
    PAGE,
    DEFAULT
}
