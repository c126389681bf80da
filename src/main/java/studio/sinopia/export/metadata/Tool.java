package studio.sinopia.export.metadata;

/** Who made a picture, by the way in which it is said. */
public enum Tool {
    A1111("AUTOMATIC1111"),
    COMFYUI("ComfyUI"),
    INVOKEAI("InvokeAI"),
    FOOOCUS("Fooocus"),
    NOVELAI("NovelAI"),
    DRAW_THINGS("Draw Things"),
    SWARMUI("SwarmUI");

    private final String title;

    Tool(String title) {
        this.title = title;
    }

    /** Name to show. */
    public String title() {
        return title;
    }
}
