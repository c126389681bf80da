package studio.sinopia.control;

/** Which side yields when prompt and map disagree. Titles are those of sd-webui-controlnet. */
public enum ControlMode {
    BALANCED("Balanced"),
    PROMPT("My prompt is more important"),
    CONTROL("ControlNet is more important");

    private final String title;

    ControlMode(String title) {
        this.title = title;
    }

    public String title() {
        return title;
    }
}
