package studio.sinopia.world;

import java.util.Optional;

/** Something with a place in the scene that has a box and a name. Values: moving a thing makes another. */
sealed interface Thing
        permits House,
                Castle,
                Tree,
                Bush,
                Flower,
                Fence,
                Boat,
                Car,
                Person,
                Cat,
                Dog,
                Sheep,
                Bird,
                Balloon,
                Kite,
                Item,
                Perched {

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

    /** The row of the ground above which it is: its foot, unless it stands on something. */
    default double ground() {
        return place().foot();
    }

    Label label();

    Wording wording();

    void paint(Brush brush);

    /** The level place on top where small animals may stand: its foot is where their feet are. */
    default Optional<Place> seat() {
        return Optional.empty();
    }

    default Home home() {
        return Home.LAND;
    }

    /** A thing of this kind, life-size at the lower edge of the picture. */
    static Thing random(Label label, Dice dice, Season season, Edition edition) {
        return switch (label) {
            case HOUSE -> House.random(dice);
            case CASTLE -> Castle.random(dice);
            case TREE -> Tree.random(dice, season);
            case BUSH -> Bush.random(dice);
            case FLOWER -> Flower.random(dice);
            case FENCE -> Fence.random(dice);
            case BOAT -> Boat.random(dice);
            case CAR -> Car.random(dice);
            case PERSON -> Person.random(dice, edition);
            case CAT -> Cat.random(dice);
            case DOG -> Dog.random(dice);
            case SHEEP -> Sheep.random(dice);
            case BIRD -> Bird.random(dice);
            case BALLOON -> Balloon.random(dice);
            case KITE -> Kite.random(dice);
            default -> Item.random(Catalogue.blueprint(label), dice);
        };
    }
}
