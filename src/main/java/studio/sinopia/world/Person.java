package studio.sinopia.world;

import studio.sinopia.condition.Joint;

/**
 * Somebody in clothes and in a pose.
 *
 * @param top the colour of the shirt or dress
 * @param legs the colour of the trousers, if there are any
 * @param skin {@code 0xRRGGBB}
 * @param hair {@code 0xRRGGBB}
 * @param mood on the face
 */
record Person(Place place, Who who, Pose pose, Tone top, Tone legs, int skin, int hair, Mood mood) implements Thing {

    private static final Odds<Pose.Act> ACTS = Odds.of(2, Pose.Act.STANDING, Pose.Act.WAVING)
            .and(1, Pose.Act.CHEERING)
            .and(2, Pose.Act.WALKING, Pose.Act.RUNNING)
            .and(1, Pose.Act.SITTING);

    private static final Odds<Pose.Act> MORE_ACTS = Odds.of(2, Pose.Act.STANDING, Pose.Act.WAVING)
            .and(2, Pose.Act.WALKING, Pose.Act.RUNNING, Pose.Act.JUMPING, Pose.Act.DANCING)
            .and(1, Pose.Act.CHEERING, Pose.Act.SITTING, Pose.Act.POINTING, Pose.Act.KICKING);

    private static final Odds<Tone> TOPS = Odds.of(2, Tone.RED)
            .and(1, Tone.BLUE, Tone.YELLOW, Tone.GREEN, Tone.PURPLE, Tone.ORANGE, Tone.PINK, Tone.WHITE);

    static Person random(Dice dice, Edition edition) {
        Who who = dice.pick(Who.values());
        Pose.Act act = (edition == Edition.FIRST ? ACTS : MORE_ACTS).pick(dice);
        Tone top = TOPS.pick(dice);
        Tone legs = dice.pick(Tone.BLUE, Tone.BROWN, Tone.GREY, Tone.BLACK);
        Tone trousers = legs == top ? Tone.BROWN : legs;
        int skin = dice.pick(0xf6cfae, 0xeebb94, 0xc98e62, 0x8f5d3c);
        int hair = dice.pick(0x3a2a24, 0x6a4428, 0xd8a850, 0xa8502c, 0x2a2428);
        Pose pose = Pose.random(dice, act);
        Figure figure = Figure.of(pose, who.head());
        var place = new Place(0, 0, figure.width() * who.tall(), figure.height() * who.tall());
        Mood mood = edition == Edition.FIRST ? Mood.PLAIN : Mood.random(dice);
        return new Person(place, who, pose, top, trousers, skin, hair, mood);
    }

    @Override
    public Person at(Place where) {
        return new Person(where, who, pose, top, legs, skin, hair, mood);
    }

    @Override
    public Label label() {
        return Label.PERSON;
    }

    @Override
    public Wording wording() {
        String one = top.oneWord() + (who.wearsDress() ? " dress" : " shirt");
        String many = top.word() + (who.wearsDress() ? " dresses" : " shirts");
        Deed deed =
                switch (pose.act()) {
                    case STANDING -> Deed.STANDING;
                    case WAVING -> Deed.WAVING;
                    case CHEERING -> Deed.RAISING_ARMS;
                    case WALKING -> Deed.WALKING;
                    case RUNNING -> Deed.RUNNING;
                    case SITTING -> Deed.SITTING;
                    case JUMPING -> Deed.JUMPING;
                    case DANCING -> Deed.DANCING;
                    case POINTING -> Deed.POINTING;
                    case KICKING -> Deed.KICKING;
                };
        return who.wording()
                .qualified(mood.words())
                .with("in " + one, "in " + many)
                .with("wearing " + one, "wearing " + many)
                .doing(deed);
    }

    /** The body in scene units. */
    Figure figure() {
        return Figure.of(pose, who.head()).placed(unit(), place.x(), place.foot());
    }

    /** The standing height, in scene units. */
    double unit() {
        return place.height() / Figure.of(pose, who.head()).height();
    }

    /** Whether the person's own head hides this joint. */
    boolean turnsAway(Joint joint) {
        return pose.view() != Pose.View.FRONT
                && (joint == pose.far().eye() || joint == pose.far().ear());
    }

    @Override
    public void paint(Brush brush) {
        new PersonPainter(brush, this).paint();
    }
}
