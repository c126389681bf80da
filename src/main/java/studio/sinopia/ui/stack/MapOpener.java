package studio.sinopia.ui.stack;

import studio.sinopia.document.LayerId;

/** Asks the person for a picture file and lays it under a layer as a map. */
@FunctionalInterface
public interface MapOpener {
    void open(LayerId layer);
}
