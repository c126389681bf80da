package studio.sinopia.world;

/** Something with a place in the scene that has a box and a name. Values: moving a thing makes another. */
sealed interface Thing
        permits House, Castle, Tree, Bush, Flower, Fence, Boat, Car, Person, Cat, Dog, Sheep, Bird, Balloon, Kite {

    Place place();

    /** The same thing elsewhere, in another size. */
    Thing at(Place place);

    Label label();

    Wording wording();

    void paint(Brush brush);

    /** Where it belongs. */
    default Home home() {
        return Home.LAND;
    }

    /** Where things belong. */
    enum Home {
        LAND,
        ROAD,
        WATER,
        AIR
    }
}
