package studio.sinopia.session;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import studio.sinopia.core.Problem;
import studio.sinopia.core.StudioException;
import studio.sinopia.engine.run.RunId;
import studio.sinopia.recipe.RecipeJson;
import studio.sinopia.recipe.plot.AxisKind;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * A plot as JSON: {@code {"base": RECIPE, "axes": [{"kind": "steps", "values": "10, 20"}], "cells": [{"run": "…", "picture":
 * "FILE"}]}}. A picture that was there the last time is not encoded again. For one thread.
 */
final class PlotJson implements StateJson<KeptPlot> {

    private final EncodedPictures pictures = new EncodedPictures();

    @Override
    public ObjectNode node(KeptPlot plot) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        node.set("base", RecipeJson.node(plot.base(), pictures::text));
        pictures.end();
        ArrayNode axes = node.putArray("axes");
        plot.axes()
                .forEach(axis -> axes.addObject().put("kind", axis.kind().key()).put("values", axis.values()));
        ArrayNode cells = node.putArray("cells");
        for (KeptPlot.Cell cell : plot.cells()) {
            ObjectNode one = cells.addObject().put("run", cell.run().value());
            cell.picture().ifPresent(file -> one.put("picture", file.toString()));
        }
        return node;
    }

    @Override
    public KeptPlot read(JsonNode node, String where) throws StudioException {
        try {
            List<KeptPlot.Along> axes = new ArrayList<>();
            for (JsonNode one : node.required("axes")) {
                axes.add(new KeptPlot.Along(
                        AxisKind.parse(one.required("kind").asString()),
                        one.required("values").asString()));
            }
            List<KeptPlot.Cell> cells = new ArrayList<>();
            for (JsonNode one : node.required("cells")) {
                cells.add(new KeptPlot.Cell(
                        new RunId(one.required("run").asString()),
                        one.has("picture")
                                ? Optional.of(Path.of(one.path("picture").asString("")))
                                : Optional.empty()));
            }
            return new KeptPlot(RecipeJson.read(node.required("base"), where), axes, cells);
        } catch (JacksonException | InvalidPathException damaged) {
            throw new StudioException(
                    new Problem("What was kept of the last time is damaged.", where, "Paint the plot anew."), damaged);
        }
    }
}
