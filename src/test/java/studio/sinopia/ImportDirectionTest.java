package studio.sinopia;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.Arrays;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Keeps the direction of knowledge: edge → application → engines → domain → core, and foreign libraries in their rooms. */
class ImportDirectionTest {

    private static final JavaClasses PROGRAM = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("studio.sinopia");

    private static final String EDGE = "ui cli";
    private static final String APPLICATION = "worker library gallery export settings measure session";
    private static final String ENGINES = "condition.classic engine world";

    @ParameterizedTest(name = "{0} never imports {1}")
    @CsvSource({
        "core, document condition control recipe " + ENGINES + " " + APPLICATION + " " + EDGE,
        "condition, document control recipe " + ENGINES + " " + APPLICATION + " " + EDGE,
        "document, control recipe " + ENGINES + " " + APPLICATION + " " + EDGE,
        "control, document recipe " + ENGINES + " " + APPLICATION + " " + EDGE,
        "recipe, document " + ENGINES + " " + APPLICATION + " " + EDGE,
        "world, recipe control document engine condition.classic " + APPLICATION + " " + EDGE,
        "engine, document world condition.classic " + APPLICATION + " " + EDGE,
        "condition.classic, document control recipe engine world " + APPLICATION + " " + EDGE,
        "worker, session measure " + EDGE,
        "library, session measure worker " + EDGE,
        "gallery, session measure worker " + EDGE,
        "export, session measure worker " + EDGE,
        "settings, session measure worker engine " + EDGE,
        "measure, " + EDGE,
        "session, " + EDGE,
        "cli, ui",
        "ui, cli",
        "engine.tensor, engine.weights engine.checkpoint engine.nn engine.text engine.unet engine.vae engine.adapter engine.annotator"
                + " engine.sample engine.steer engine.run engine.train",
        "engine.weights, engine.checkpoint engine.unet engine.vae engine.adapter engine.sample engine.steer engine.run engine.train",
        "engine.checkpoint, engine.tensor engine.nn engine.text engine.unet engine.vae engine.adapter engine.sample"
                + " engine.steer engine.run engine.train",
        "engine.nn, engine.checkpoint engine.unet engine.vae engine.text engine.adapter engine.sample engine.steer engine.run",
        "engine.unet, engine.vae engine.text engine.adapter engine.sample engine.steer engine.run engine.train",
        "engine.adapter, engine.sample engine.steer engine.run engine.train",
        "engine.sample, engine.run engine.train engine.unet engine.text engine.vae engine.adapter",
        "engine.steer, engine.run engine.train"
    })
    void lowerLayersDoNotLookUp(String layer, String forbidden) {
        noClasses()
                .that()
                .resideInAPackage(inside(layer))
                .and()
                .resideOutsideOfPackages(
                        "condition".equals(layer) ? new String[] {inside("condition.classic")} : new String[0])
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(Arrays.stream(forbidden.split(" "))
                        .map(ImportDirectionTest::inside)
                        .toArray(String[]::new))
                .allowEmptyShould(true)
                .check(PROGRAM);
    }

    @ParameterizedTest(name = "{0} only in {1}")
    @CsvSource({
        "javafx.., ui",
        "org.controlsfx.., ui",
        "atlantafx.., ui",
        "org.opencv.., condition.classic measure",
        "org.bytedeco.., condition.classic",
        "ai.djl.., engine",
        "io.grpc.., worker",
        "picocli.., cli",
        "java.sql.., gallery session"
    })
    void foreignLibrariesStayInTheirRooms(String library, String rooms) {
        noClasses()
                .that()
                .resideOutsideOfPackages(Arrays.stream(rooms.split(" "))
                        .map(ImportDirectionTest::inside)
                        .toArray(String[]::new))
                .should()
                .dependOnClassesThat()
                .resideInAPackage(library)
                .check(PROGRAM);
    }

    @ParameterizedTest(name = "{0} needs only the JDK")
    @CsvSource({"core", "control"})
    void valuesNeedNothingForeign(String layer) {
        noClasses()
                .that()
                .resideInAPackage(inside(layer))
                .should()
                .dependOnClassesThat()
                .resideOutsideOfPackages("java..", "javax..", "org.jspecify..", "studio.sinopia..")
                .check(PROGRAM);
    }

    private static String inside(String name) {
        return "studio.sinopia." + name + "..";
    }
}
