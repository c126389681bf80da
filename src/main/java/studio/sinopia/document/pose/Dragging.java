package studio.sinopia.document.pose;

/** What else moves when a joint is dragged. */
public enum Dragging {
    BEND("Bend limbs", "The limb bends so that its end follows the pointer; every bone keeps its length"),
    KEEP(
            "Turn bones",
            "The bone turns about the joint before it, with all that hangs on it; every bone keeps its length"),
    FREE("Free", "The joint alone goes where the pointer is; bones change their length");

    private final String title;
    private final String help;

    Dragging(String title, String help) {
        this.title = title;
        this.help = help;
    }

    public String title() {
        return title;
    }

    public String help() {
        return help;
    }
}
