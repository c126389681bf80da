package studio.sinopia.cli;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine;
import studio.sinopia.core.Problem;
import studio.sinopia.core.StudioException;
import studio.sinopia.recipe.Recipe;
import studio.sinopia.recipe.RecipeJson;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * One job of a batch.
 *
 * @param text its JSON
 * @param where file and line, for problems
 * @param output name of the picture inside the batch's folder
 * @param isRecipe whether it is a whole recipe rather than options
 * @param hasSeed whether it says a seed
 */
record BatchLine(String text, String where, String output, boolean isRecipe, boolean hasSeed) implements BatchJob {

    private static final JsonMapper MAPPER = JsonMapper.builder().build();
    private static final String OUTPUT = "output";

    static BatchLine parse(String text, String where, int number) throws StudioException {
        JsonNode job = json(text, where);
        if (!job.isObject()) {
            throw problem("A job is an object in curly brackets.", where);
        }
        String output = job.path(OUTPUT).asString("%05d.png".formatted(number));
        try {
            Path path = Path.of(output);
            if (path.isAbsolute() || !path.normalize().equals(path) || path.startsWith("..")) {
                throw problem("The output '%s' leads out of the batch's folder.".formatted(output), where);
            }
        } catch (InvalidPathException invalid) {
            throw problem("The output '%s' is no file name.".formatted(output), where);
        }
        boolean recipe = job.has("version");
        boolean seed = recipe || (job.has("seed") && job.path("seed").asLong(-1) != PictureOptions.RANDOM);
        return new BatchLine(text, where, output, recipe, seed);
    }

    @Override
    public Recipe recipe(Workbench bench) throws StudioException {
        if (isRecipe) {
            return bench.named().resolve(RecipeJson.read(text, where));
        }
        var options = new PictureOptions();
        try {
            new CommandLine(options).setCaseInsensitiveEnumValuesAllowed(true).parseArgs(arguments());
        } catch (CommandLine.ParameterException misunderstood) {
            throw problem(String.valueOf(misunderstood.getMessage()) + ".", where);
        }
        try {
            return new RecipeMaker(bench).recipe(options);
        } catch (StudioException refused) {
            Problem problem = refused.problem();
            throw new StudioException(
                    new Problem(problem.what(), where + ", " + problem.where(), problem.remedy()), refused);
        }
    }

    private String[] arguments() throws StudioException {
        List<String> arguments = new ArrayList<>();
        for (var field : json(text, where).properties()) {
            if (field.getKey().equals(OUTPUT)) {
                continue;
            }
            JsonNode value = field.getValue();
            for (JsonNode each : value.isArray() ? value : List.of(value)) {
                if (each.isContainer() || each.isNull()) {
                    throw problem("'%s' is neither a text nor a number.".formatted(field.getKey()), where);
                }
                arguments.add("--" + field.getKey() + "=" + each.asString());
            }
        }
        return arguments.toArray(String[]::new);
    }

    private static JsonNode json(String text, String where) throws StudioException {
        try {
            return MAPPER.readTree(text);
        } catch (JacksonException unreadable) {
            throw problem("The line is not JSON.", where);
        }
    }

    private static StudioException problem(String what, String where) {
        return new StudioException(new Problem(what, where, "Correct this line of the file."));
    }
}
