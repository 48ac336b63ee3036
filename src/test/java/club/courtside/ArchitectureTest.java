package club.courtside;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.Architectures;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The house rules of docs/architecture.md. */
class ArchitectureTest {

    private static final JavaClasses COURTSIDE = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("club.courtside");
    private static final String US = "club.courtside.";
    private static final String[] JSON = {"com.fasterxml.jackson.."};

    @Test
    void media_knows_the_jdk_only() {
        check(classes()
                .that()
                .resideInAPackage(US + "media")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(US + "media", "java.."));
    }

    @Test
    void ffmpeg_knows_media_and_bytedeco() {
        check(classes()
                .that()
                .resideInAPackage(US + "media.ffmpeg..")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(US + "media..", "org.bytedeco..", "java.."));
    }

    @Test
    void only_ffmpeg_touches_bytedeco() {
        check(noClasses()
                .that()
                .resideOutsideOfPackage(US + "media.ffmpeg..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.bytedeco.."));
    }

    @Test
    void descriptions_know_media_their_model_and_json() {
        check(classes()
                .that()
                .resideInAPackage(US + "media.caption")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(with(
                        JSON, US + "media", US + "media.caption", "ai.onnxruntime..", "java..", "javax.imageio..")));
    }

    @Test
    void speech_knows_media_and_its_model() {
        check(classes()
                .that()
                .resideInAPackage(US + "media.speech")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(US + "media", US + "media.speech", "io.github.givimad..", "java.."));
    }

    @Test
    void only_they_touch_models() {
        check(noClasses()
                .that()
                .resideOutsideOfPackages(US + "media.caption", US + "media.speech")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("ai.onnxruntime..", "io.github.givimad.."));
    }

    @Test
    void the_rtsp_reader_knows_media_only() {
        check(classes()
                .that()
                .resideInAPackage(US + "media.rtsp")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(US + "media", US + "media.rtsp", "java.."));
    }

    @Test
    void the_relay_knows_media_and_netty() {
        check(classes()
                .that()
                .resideInAPackage(US + "media.relay..")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(US + "media", US + "media.relay..", "io.netty..", "java.."));
    }

    @Test
    void only_the_relay_touches_netty() {
        check(noClasses()
                .that()
                .resideOutsideOfPackage(US + "media.relay")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("io.netty.."));
    }

    @Test
    void the_engine_knows_media_and_json() {
        check(classes()
                .that()
                .resideInAPackage(US + "engine")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(with(JSON, US + "engine..", US + "media..", "java..", "com.sun.net.httpserver..")));
    }

    @Test
    void the_engines_client_knows_no_media() {
        check(classes()
                .that()
                .resideInAnyPackage(US + "engine.api", US + "engine.client")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(with(JSON, US + "engine.api", US + "engine.client", "java..")));
    }

    @Test
    void the_demo_cameras_know_media_only() {
        check(classes()
                .that()
                .resideInAPackage(US + "demo..")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(with(JSON, US + "demo..", US + "media..", "java..", "javax.imageio..")));
    }

    @Test
    void nobody_starts_the_demo_but_the_command_line() {
        check(noClasses()
                .that()
                .resideOutsideOfPackage(US + "demo..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage(US + "demo.."));
    }

    @Test
    void the_command_line_knows_the_engines_client_and_json() {
        check(classes()
                .that()
                .resideInAPackage(US + "cli..")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(with(
                        JSON, US + "cli..", US + "engine.client..", US + "engine.api..", US + "settings..", "java..")));
    }

    @Test
    void settings_are_plain_java() {
        check(classes()
                .that()
                .resideInAPackage(US + "settings..")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(US + "settings..", "java.."));
    }

    @Test
    void targets_know_no_video() {
        check(noClasses()
                .that()
                .resideInAPackage(US + "upload.target")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(US + "upload", US + "library..", US + "session..", "jakarta.persistence.."));
    }

    @Test
    void only_targets_know_how_a_bucket_is_asked() {
        check(noClasses()
                .that()
                .resideOutsideOfPackage(US + "upload.target")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("software.amazon.awssdk.."));
    }

    @Test
    void the_obs_client_is_plain_java_and_json() {
        check(classes()
                .that()
                .resideInAPackage(US + "obs.websocket")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(with(JSON, US + "obs.websocket", "java..")));
    }

    @Test
    void features_look_to_their_left() {
        check(Architectures.layeredArchitecture()
                .consideringOnlyDependenciesInAnyPackage("club.courtside..")
                .layer("settings")
                .definedBy(US + "settings..")
                .layer("platform")
                .definedBy(US + "platform..")
                .layer("engine")
                .definedBy(US + "engine.api..", US + "engine.client..")
                .layer("account")
                .definedBy(US + "account..")
                .layer("court")
                .definedBy(US + "court..")
                .layer("people")
                .definedBy(US + "people..")
                .layer("session")
                .definedBy(US + "session..")
                .layer("library")
                .definedBy(US + "library..")
                .layer("processing")
                .definedBy(US + "processing..")
                .layer("upload")
                .definedBy(US + "upload..")
                .layer("obs")
                .definedBy(US + "obs..")
                .layer("health")
                .definedBy(US + "health..")
                .layer("notice")
                .definedBy(US + "notice..")
                .whereLayer("notice")
                .mayNotBeAccessedByAnyLayer()
                .whereLayer("platform")
                .mayOnlyAccessLayers("settings", "engine")
                .whereLayer("account")
                .mayOnlyAccessLayers("platform", "engine")
                .whereLayer("court")
                .mayOnlyAccessLayers("platform", "engine", "account")
                .whereLayer("people")
                .mayOnlyAccessLayers("platform", "engine", "account", "court")
                .whereLayer("session")
                .mayOnlyAccessLayers("platform", "engine", "account", "court")
                .whereLayer("library")
                .mayOnlyAccessLayers("platform", "engine", "account", "court", "session")
                .whereLayer("processing")
                .mayOnlyAccessLayers("platform", "engine", "account", "court", "session", "library")
                .whereLayer("upload")
                .mayOnlyAccessLayers(
                        "settings", "platform", "engine", "account", "court", "session", "library", "processing")
                .whereLayer("obs")
                .mayOnlyAccessLayers("settings", "platform", "engine", "account", "court", "session", "library"));
    }

    @Test
    void the_web_application_reaches_media_through_the_engine() {
        check(noClasses()
                .that()
                .resideInAnyPackage(
                        US + "platform..",
                        US + "account..",
                        US + "court..",
                        US + "people..",
                        US + "session..",
                        US + "library..",
                        US + "processing..",
                        US + "upload..",
                        US + "obs..",
                        US + "health..",
                        US + "notice..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(US + "media..", US + "engine", US + "demo..", US + "cli.."));
    }

    @Test
    void packages_have_no_cycles() {
        check(slices().matching(US + "(*)..").should().beFreeOfCycles());
    }

    @Test
    void nobody_imports_pages_resources_and_jobs() {
        check(classes()
                .that(are("pages, resources or jobs", ".+\\.\\w+(Page|Resource|Job)"))
                .should()
                .onlyHaveDependentClassesThat(
                        are("the class itself and what is nested in it", ".*(Page|Resource|Job).*")));
    }

    @Test
    void pages_and_resources_leave_persistence_to_others() {
        check(noClasses()
                .that()
                .haveSimpleNameEndingWith("Page")
                .or()
                .haveSimpleNameEndingWith("Resource")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("jakarta.persistence.."));
    }

    /** Outside a transaction Payara keeps the entity manager with the request, and may close it under the next query. */
    @Test
    void whoever_asks_the_database_does_so_in_a_transaction() {
        check(noClasses()
                .that()
                .areNotAnnotatedWith(Transactional.class)
                .and()
                .doNotHaveSimpleName("Resources")
                .should()
                .dependOnClassesThat()
                .areAssignableTo(EntityManager.class));
    }

    @Test
    void faces_stays_in_pages_and_platform() {
        check(noClasses()
                .that()
                .haveSimpleNameNotEndingWith("Page")
                .and()
                .resideOutsideOfPackage(US + "platform..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("jakarta.faces..", "org.primefaces..", "org.omnifaces.."));
    }

    @Test
    void names_say_what_a_class_is() {
        check(noClasses()
                .should()
                .haveSimpleNameEndingWith("Impl")
                .orShould()
                .haveSimpleNameEndingWith("Manager")
                .orShould()
                .haveSimpleNameEndingWith("Helper")
                .orShould()
                .haveSimpleNameEndingWith("Util")
                .orShould()
                .haveSimpleNameEndingWith("Utils")
                .orShould()
                .haveSimpleNameStartingWith("Base"));
    }

    private static void check(ArchRule rule) {
        rule.check(COURTSIDE);
    }

    /** By the full name, so that a nested class counts with the class around it. */
    private static DescribedPredicate<JavaClass> are(String what, String name) {
        return DescribedPredicate.describe("are " + what, c -> c.getName().matches(name));
    }

    private static String[] with(String[] some, String... more) {
        return Stream.concat(Stream.of(some), Stream.of(more)).toArray(String[]::new);
    }
}
