package studio.sinopia.world;

/**
 * Something small that stands on top of something else.
 *
 * @param support what it stands on
 */
record Perched(Thing sitter, Thing support) implements Thing {

    @Override
    public Place place() {
        return sitter.place();
    }

    @Override
    public Perched at(Place where) {
        return new Perched(sitter.at(where), support);
    }

    @Override
    public double ground() {
        return support.ground();
    }

    @Override
    public Label label() {
        return sitter.label();
    }

    @Override
    public Wording wording() {
        return sitter.wording();
    }

    @Override
    public void paint(Brush brush) {
        sitter.paint(brush);
    }
}
