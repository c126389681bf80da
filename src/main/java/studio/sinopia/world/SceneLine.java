package studio.sinopia.world;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import studio.sinopia.condition.Joint;

/** One scene as one line of JSON. */
final class SceneLine {

    private SceneLine() {}

    static String of(RenderedScene scene) {
        SceneSpec spec = scene.spec();
        Group main = spec.cast().getFirst();
        return "{\"seed\":" + spec.seed() + ",\"edition\":" + text(spec.edition())
                + ",\"captions\":"
                + array(scene.captions().stream().map(SceneLine::text).toList())
                + ",\"style\":" + text(spec.style()) + ",\"time\":" + text(spec.time())
                + ",\"weather\":" + text(spec.weather()) + ",\"season\":" + text(spec.season())
                + ",\"setting\":" + text(spec.setting())
                + ",\"main\":{\"class\":" + text(main.label().key()) + ",\"phrase\":"
                + text(Captioner.phrase(main.first()))
                + ",\"colour\":"
                + text(main.first().wording().colours().stream().findFirst().orElse(""))
                + ",\"count\":" + main.count() + "}"
                + ",\"cast\":"
                + array(spec.cast().stream()
                        .map(group -> "{\"class\":" + text(group.label().key()) + ",\"count\":" + group.count()
                                + ",\"colour\":"
                                + text(group.first().wording().colours().stream()
                                        .findFirst()
                                        .orElse("")) + "}")
                        .toList())
                + ",\"joints\":"
                + array(scene.people().stream().map(SceneLine::joints).toList())
                + ",\"boxes\":"
                + array(scene.boxes().stream().map(SceneLine::box).toList()) + "}";
    }

    private static String joints(RenderedScene.Body body) {
        return List.of(Joint.values()).stream()
                .map(joint -> body.skeleton()
                        .at(joint)
                        .map(p -> String.format(
                                Locale.ROOT,
                                "[%.5f,%.5f,%d]",
                                p.x(),
                                p.y(),
                                Boolean.TRUE.equals(body.visible().get(joint)) ? 1 : 0))
                        .orElseThrow())
                .collect(Collectors.joining(",", "[", "]"));
    }

    private static String box(RenderedScene.LabelledBox box) {
        return String.format(
                Locale.ROOT,
                "{\"class\":%s,\"phrase\":%s,\"x\":%.5f,\"y\":%.5f,\"w\":%.5f,\"h\":%.5f}",
                text(box.label().key()),
                text(box.phrase()),
                box.box().x(),
                box.box().y(),
                box.box().width(),
                box.box().height());
    }

    private static String array(List<String> items) {
        return "[" + String.join(",", items) + "]";
    }

    private static String text(Enum<?> value) {
        return text(value.name().toLowerCase(Locale.ROOT));
    }

    /** Captions and names have no characters that need an escape but these. */
    private static String text(String value) {
        return '"' + value.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }
}
