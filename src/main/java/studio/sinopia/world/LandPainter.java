package studio.sinopia.world;

import java.awt.Shape;
import java.util.List;

/** Draws ridges, ground, water and road. */
final class LandPainter {

    private static final int FARTHEST = 10;
    private static final int NEXT_RIDGE = 12;
    private static final int WAVES = 7;
    private static final int RIVER_STEPS = 10;

    private final Brush brush;
    private final Light light;
    private final Land land;
    private final double aspect;
    private final boolean winter;

    LandPainter(Brush brush, Land land, double aspect) {
        this.brush = brush;
        this.land = land;
        this.aspect = aspect;
        light = brush.light();
        winter = brush.season() == Season.WINTER;
    }

    void paint() {
        List<Ridge> ridges = land.ridges();
        for (int i = 0; i < ridges.size(); i++) {
            ridges.get(i).paint(brush, aspect, FARTHEST + NEXT_RIDGE * i, land.hills(brush.season()));
        }
        paintGround();
        if (land.setting() == Setting.FARM) {
            paintRows();
        }
        if (land.setting().hasOpenWater()) {
            paintOpenWater();
        } else if (land.setting() == Setting.RIVER) {
            brush.show(Label.WATER, 0, 0);
            brush.fill(river(), farWater(), nearWater());
        } else if (land.setting().hasRoad()) {
            paintRoad();
        }
    }

    private void paintGround() {
        int rgb = land.soil(brush.season());
        brush.show(Label.GROUND, 0, 0);
        brush.fill(
                Outline.box(-0.1, land.horizon(), aspect + 0.1, 1.1),
                light.far(rgb, 0.12),
                light.on(Pigment.darker(rgb, 0.14)));
    }

    /** Rows of a crop that run to the horizon. */
    private void paintRows() {
        int crop = light.on(winter ? 0xd6dee8 : 0x7fae4e);
        double top = land.horizon() + 0.01;
        for (int i = -9; i <= 9; i++) {
            double far = aspect / 2 + 0.07 * i;
            double near = aspect / 2 + 0.22 * i;
            brush.tint(Outline.polygon(far, top, far + 0.03, top, near + 0.1, 1.05, near, 1.05), crop, 0.9);
        }
    }

    private int farWater() {
        return Pigment.mix(light.on(0x5fa4d8), light.skyLow(), 0.5);
    }

    private int nearWater() {
        return light.on(0x3f86c4);
    }

    private void paintOpenWater() {
        double top = land.horizon();
        double low = land.shore();
        double dip = land.setting() == Setting.LAKE ? 0.02 : land.setting() == Setting.HARBOUR ? 0 : 0.008;
        Frame page = new Frame(0, 0, 1, -1); // v as y
        brush.show(Label.WATER, 0, 0);
        brush.fill(
                page.pen(-0.1, top)
                        .bend(aspect / 2, top, aspect + 0.1, top)
                        .bend(aspect + 0.1, low, aspect + 0.1, low - dip)
                        .bend(aspect * 0.75, low - dip, aspect / 2, low)
                        .bend(aspect * 0.2, low + dip, -0.1, low - dip)
                        .bend(-0.1, low, -0.1, top)
                        .close(),
                farWater(),
                nearWater());
        if (land.setting() == Setting.HARBOUR) {
            paintQuay(low);
        }
        int foam = Pigment.lighter(light.skyLow(), 0.3);
        double shift = 10 * land.horizon() + land.bend();
        for (int i = 0; i < WAVES; i++) {
            double near = (double) i / (WAVES - 1);
            double x = aspect * ((0.37 * i + shift) % 1);
            double y = top + 0.03 + (low - top - 0.06) * near;
            brush.tint(Outline.oval(x, y, 0.03 + 0.03 * near, 0.0035), foam, 0.5);
        }
    }

    /** The stone edge of a harbour. */
    private void paintQuay(double edge) {
        int stone = light.on(winter ? 0xb8b8c4 : 0x8c8682);
        brush.tint(Outline.box(-0.1, edge - 0.005, aspect + 0.1, edge + 0.03), stone, 1);
        for (double x = 0.07; x < aspect; x += 0.18) {
            brush.tint(Outline.box(x, edge + 0.03, x + 0.008, 1.05), stone, 0.4);
        }
        brush.tint(Outline.box(-0.1, edge + 0.13, aspect + 0.1, edge + 0.138), stone, 0.4);
    }

    private Shape river() {
        Frame page = new Frame(0, 0, 1, -1); // v as y
        Frame.Pen pen = page.pen(land.riverMiddle(0, aspect) - Land.riverHalf(0), land.horizon());
        for (int i = 1; i <= RIVER_STEPS; i++) {
            double t = 1.1 * i / RIVER_STEPS;
            pen.line(land.riverMiddle(t, aspect) - Land.riverHalf(t), riverY(t));
        }
        for (int i = RIVER_STEPS; i >= 0; i--) {
            double t = 1.1 * i / RIVER_STEPS;
            pen.line(land.riverMiddle(t, aspect) + Land.riverHalf(t), riverY(t));
        }
        return pen.close();
    }

    private double riverY(double t) {
        return land.horizon() + (1 - land.horizon()) * t;
    }

    private void paintRoad() {
        brush.show(Label.ROAD, 0, 0);
        brush.fill(
                Outline.box(-0.1, Land.ROAD_TOP, aspect + 0.1, Land.ROAD_BOTTOM),
                light.on(winter ? 0xa8a6b0 : 0xa69a92));
        double middle = (Land.ROAD_TOP + Land.ROAD_BOTTOM) / 2;
        for (double x = 0.04; x < aspect; x += 0.2) {
            brush.tint(Outline.box(x, middle - 0.006, x + 0.1, middle + 0.006), light.on(0xf6f0e0), 0.9);
        }
    }
}
