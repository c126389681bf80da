package studio.sinopia.settings;

/** How the window looks. */
public enum Appearance {
    SYSTEM,
    LIGHT,
    DARK
}
