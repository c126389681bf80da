package studio.sinopia.world;

import java.awt.Shape;
import java.awt.geom.Point2D;
import java.util.EnumMap;
import java.util.Map;
import studio.sinopia.condition.Joint;

/**
 * Somebody in clothes and in a pose.
 *
 * @param skin {@code 0xRRGGBB}
 * @param hair {@code 0xRRGGBB}
 */
record Person(Place place, Who who, Pose pose, Tone top, Tone legs, int skin, int hair) implements Thing {

    /** Age and looks. */
    enum Who {
        BOY("boy", "boys", 0.36, 0.13, false),
        GIRL("girl", "girls", 0.36, 0.13, true),
        MAN("man", "men", 0.48, 0.11, false),
        WOMAN("woman", "women", 0.47, 0.11, true);

        private final String one;
        private final String many;
        private final double tall;
        private final double head;
        private final boolean dress;

        Who(String one, String many, double tall, double head, boolean dress) {
            this.one = one;
            this.many = many;
            this.tall = tall;
            this.head = head;
            this.dress = dress;
        }

        Wording.Noun noun() {
            return new Wording.Noun(one, many);
        }
    }

    static Person random(Dice dice) {
        Who who = dice.pick(Who.values());
        Pose.Act act = dice.pick(
                Pose.Act.STANDING,
                Pose.Act.STANDING,
                Pose.Act.WAVING,
                Pose.Act.WAVING,
                Pose.Act.CHEERING,
                Pose.Act.WALKING,
                Pose.Act.WALKING,
                Pose.Act.RUNNING,
                Pose.Act.RUNNING,
                Pose.Act.SITTING);
        Tone top = dice.pick(
                Tone.RED,
                Tone.RED,
                Tone.BLUE,
                Tone.YELLOW,
                Tone.GREEN,
                Tone.PURPLE,
                Tone.ORANGE,
                Tone.PINK,
                Tone.WHITE);
        Tone legs = dice.pick(Tone.BLUE, Tone.BROWN, Tone.GREY, Tone.BLACK);
        Tone trousers = legs == top ? Tone.BROWN : legs;
        int skin = dice.pick(0xf6cfae, 0xeebb94, 0xc98e62, 0x8f5d3c);
        int hair = dice.pick(0x3a2a24, 0x6a4428, 0xd8a850, 0xa8502c, 0x2a2428);
        Pose pose = Pose.random(dice, act);
        return posed(who, pose, top, trousers, skin, hair);
    }

    private static Person posed(Who who, Pose pose, Tone top, Tone legs, int skin, int hair) {
        Figure figure = Figure.of(pose, who.head);
        var place = new Place(0, 0, figure.width() * who.tall, figure.height() * who.tall);
        return new Person(place, who, pose, top, legs, skin, hair);
    }

    /** The same person doing something else, as large as before. */
    Person doing(Pose other) {
        double unit = unit();
        Figure figure = Figure.of(other, who.head);
        var room = new Place(place.x(), place.foot(), figure.width() * unit, figure.height() * unit);
        return new Person(room, who, other, top, legs, skin, hair);
    }

    @Override
    public Person at(Place where) {
        return new Person(where, who, pose, top, legs, skin, hair);
    }

    @Override
    public Label label() {
        return Label.PERSON;
    }

    @Override
    public Wording wording() {
        boolean child = who == Who.BOY || who == Who.GIRL;
        Wording.Noun other = child ? new Wording.Noun("child", "children") : new Wording.Noun("person", "people");
        String garment = who.dress ? "dress" : "shirt";
        String many = who.dress ? "dresses" : "shirts";
        return (child
                        ? Wording.of(who.noun(), who.noun(), who.noun(), other, Wording.Noun.of("kid"))
                        : Wording.of(who.noun(), who.noun(), who.noun(), other))
                .with("in " + Wording.article(top.word()) + top.word() + " " + garment, "in " + top.word() + " " + many)
                .with(
                        "wearing " + Wording.article(top.word()) + top.word() + " " + garment,
                        "wearing " + top.word() + " " + many)
                .doing(
                        switch (pose.act()) {
                            case STANDING -> Deed.STANDING;
                            case WAVING -> Deed.WAVING;
                            case CHEERING -> Deed.RAISING_ARMS;
                            case WALKING -> Deed.WALKING;
                            case RUNNING -> Deed.RUNNING;
                            case SITTING -> Deed.SITTING;
                        });
    }

    /** Where the joints are, in scene units. */
    Map<Joint, Point2D.Double> joints() {
        double unit = unit();
        var at = new EnumMap<Joint, Point2D.Double>(Joint.class);
        Figure.of(pose, who.head)
                .joints()
                .forEach((joint, p) ->
                        at.put(joint, new Point2D.Double(place.x() + p.x * unit, place.foot() + p.y * unit)));
        return at;
    }

    /** Whether the person's own head hides this joint. */
    boolean turnedAway(Joint joint) {
        return switch (pose.view()) {
            case FRONT -> false;
            case RIGHT -> joint == Joint.LEFT_EYE || joint == Joint.LEFT_EAR;
            case LEFT -> joint == Joint.RIGHT_EYE || joint == Joint.RIGHT_EAR;
        };
    }

    /** The standing height, in scene units. */
    private double unit() {
        return place.height() / Figure.of(pose, who.head).height();
    }

    @Override
    public void paint(Brush brush) {
        new PersonPainter(brush, this, joints(), unit()).paint();
    }

    boolean wearsDress() {
        return who.dress;
    }

    double headRadius() {
        return who.head * unit();
    }

    /** A shape between two joints as thick as a limb. */
    static Shape bone(Point2D.Double from, Point2D.Double to, double width) {
        return Brush.limb(width, from.x, from.y, to.x, to.y);
    }
}
