package studio.sinopia.world;

/** Two eyes, a nose and a smile, for animals that look at us. */
final class Face {

    private Face() {}

    static void paint(Brush brush, double x, double y, double radius, int eyes) {
        double eye = radius * 0.13;
        int colour = brush.light().on(eyes);
        brush.tint(Outline.oval(x - radius * 0.4, y - radius * 0.1, eye, eye * 1.4), colour, 1);
        brush.tint(Outline.oval(x + radius * 0.4, y - radius * 0.1, eye, eye * 1.4), colour, 1);
        double nose = y + radius * 0.22;
        brush.tint(
                Outline.polygon(x - radius * 0.12, nose, x + radius * 0.12, nose, x, nose + radius * 0.15),
                brush.light().on(0xd87880),
                1);
    }
}
