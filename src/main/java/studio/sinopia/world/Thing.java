package studio.sinopia.world;

/** Something with a place in the scene that has a box and a name. Values: moving a thing makes another. */
sealed interface Thing
        permits House, Castle, Tree, Bush, Flower, Fence, Boat, Car, Person, Cat, Dog, Sheep, Bird, Balloon, Kite {

    /** Where things belong. */
    enum Home {
        LAND,
        ROAD,
        WATER,
        AIR
    }

    Place place();

    /** The same thing elsewhere; the shape of its place stays the same. */
    Thing at(Place place);

    Label label();

    Wording wording();

    void paint(Brush brush);

    default Home home() {
        return Home.LAND;
    }

    /** A thing of this kind, life-size at the lower edge of the picture. */
    static Thing random(Label label, Dice dice, Season season) {
        return switch (label) {
            case HOUSE -> House.random(dice);
            case CASTLE -> Castle.random(dice);
            case TREE -> Tree.random(dice, season);
            case BUSH -> Bush.random(dice);
            case FLOWER -> Flower.random(dice);
            case FENCE -> Fence.random(dice);
            case BOAT -> Boat.random(dice);
            case CAR -> Car.random(dice);
            case PERSON -> Person.random(dice);
            case CAT -> Cat.random(dice);
            case DOG -> Dog.random(dice);
            case SHEEP -> Sheep.random(dice);
            case BIRD -> Bird.random(dice);
            case BALLOON -> Balloon.random(dice);
            case KITE -> Kite.random(dice);
            case SKY, CLOUD, SUN, MOON, MOUNTAIN, HILL, GROUND, WATER, ROAD ->
                throw new IllegalArgumentException("Only things can be placed, got " + label);
        };
    }
}
