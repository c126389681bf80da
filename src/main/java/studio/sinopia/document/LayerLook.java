package studio.sinopia.document;

/**
 * How a layer stands in the list and on the screen; nothing of it changes what its map says, but the opacity of a colour
 * sketch is part of the picture.
 *
 * @param name given by the person; empty means that of its kind
 * @param opacity 0 … 1
 * @param locked whether nothing on it can be changed by drawing
 * @param group the name of the group it belongs to; empty means none
 */
public record LayerLook(String name, double opacity, boolean locked, String group) {

    public static final LayerLook STANDARD = new LayerLook("", 1, false, "");

    public LayerLook {
        if (!(opacity >= 0 && opacity <= 1)) {
            throw new IllegalArgumentException("Opacity of a layer needs 0 to 1, got " + opacity);
        }
    }

    public LayerLook named(String newName) {
        return new LayerLook(newName.strip(), opacity, locked, group);
    }

    public LayerLook withOpacity(double newOpacity) {
        return new LayerLook(name, newOpacity, locked, group);
    }

    public LayerLook locked(boolean newLocked) {
        return new LayerLook(name, opacity, newLocked, group);
    }

    public LayerLook in(String newGroup) {
        return new LayerLook(name, opacity, locked, newGroup.strip());
    }
}
