package studio.sinopia.world;

/** How a kind of thing looks. */
@FunctionalInterface
interface Drawing {

    void draw(Sketch sketch);
}
