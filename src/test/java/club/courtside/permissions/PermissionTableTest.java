package club.courtside.permissions;

import static org.assertj.core.api.Assertions.assertThat;

import club.courtside.platform.web.AtRoot;
import club.courtside.platform.web.WebSocketPath;
import com.tngtech.archunit.core.domain.JavaAnnotation;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import jakarta.servlet.annotation.WebServlet;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Nothing can be reached that the table does not speak of, and it speaks of nothing that is gone. */
class PermissionTableTest {

    private static final JavaClasses COURTSIDE = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("club.courtside");
    private static final java.nio.file.Path PAGES = java.nio.file.Path.of("src/main/webapp");

    @Test
    void every_call_of_the_api_stands_in_the_table() {
        assertThat(routesOfTheTable()).containsAll(callsOfTheApi());
    }

    @Test
    void every_page_stands_in_the_table() throws IOException {
        assertThat(routesOfTheTable()).containsAll(pages());
    }

    @Test
    void every_socket_stands_in_the_table() {
        assertThat(routesOfTheTable()).containsAll(sockets());
    }

    @Test
    void every_servlet_and_the_relay_stand_in_the_table() {
        Set<String> paths =
                PermissionTable.rows().stream().map(PermissionRow::path).collect(Collectors.toSet());
        assertThat(servlets())
                .allSatisfy(mapping -> assertThat(paths).anyMatch(path -> path.startsWith(mapping.replace("*", ""))));
        assertThat(PermissionTable.rows()).anyMatch(row -> row.method().equals("RTSP"));
    }

    @Test
    void the_table_has_no_row_for_what_is_gone() throws IOException {
        Set<String> known = Stream.of(callsOfTheApi(), pages(), sockets())
                .flatMap(Set::stream)
                .collect(Collectors.toSet());
        Set<String> servlets = servlets();
        assertThat(PermissionTable.rows())
                .filteredOn(row -> row.path().startsWith("/api/") || row.path().endsWith(".xhtml"))
                .filteredOn(row -> servlets.stream().noneMatch(m -> row.path().startsWith(m.replace("*", ""))))
                .filteredOn(row -> !row.path().contains("/preview/"))
                .allSatisfy(row -> assertThat(known).contains(row.route()));
    }

    private static Set<String> routesOfTheTable() {
        return PermissionTable.rows().stream().map(PermissionRow::route).collect(Collectors.toSet());
    }

    private static Set<String> callsOfTheApi() {
        return COURTSIDE.stream()
                .flatMap(type -> type.getMethods().stream())
                .filter(method -> method.isMetaAnnotatedWith(HttpMethod.class))
                .map(PermissionTableTest::route)
                .collect(Collectors.toSet());
    }

    private static String route(JavaMethod method) {
        String http = method.getAnnotations().stream()
                .map(JavaAnnotation::getRawType)
                .flatMap(type -> type.tryGetAnnotationOfType(HttpMethod.class).stream())
                .map(HttpMethod::value)
                .findFirst()
                .orElseThrow();
        String path = "/api" + slashed(pathOf(method.getOwner()))
                + slashed(method.tryGetAnnotationOfType(Path.class)
                        .map(Path::value)
                        .orElse(""));
        return http + " " + PermissionRow.anonymous(AtRoot.outside(path));
    }

    private static String pathOf(JavaClass type) {
        return type.tryGetAnnotationOfType(Path.class).map(Path::value).orElse("");
    }

    private static String slashed(String path) {
        return path.isEmpty() || path.startsWith("/") ? path : "/" + path;
    }

    private static Set<String> servlets() {
        return COURTSIDE.stream()
                .flatMap(type -> type.tryGetAnnotationOfType(WebServlet.class).stream())
                .flatMap(servlet ->
                        Stream.of(servlet.value(), servlet.urlPatterns()).flatMap(Stream::of))
                .collect(Collectors.toSet());
    }

    private static Set<String> sockets() {
        return COURTSIDE.stream()
                .flatMap(type -> type.tryGetAnnotationOfType(WebSocketPath.class).stream())
                .map(socket -> "WS " + PermissionRow.anonymous(socket.value()))
                .collect(Collectors.toSet());
    }

    private static Set<String> pages() throws IOException {
        try (var files = Files.walk(PAGES)) {
            return files.map(file -> PAGES.relativize(file).toString())
                    .filter(file -> file.endsWith(".xhtml") && !file.startsWith("WEB-INF"))
                    .map(file -> "GET /" + file.replace('\\', '/'))
                    .collect(Collectors.toSet());
        }
    }
}
