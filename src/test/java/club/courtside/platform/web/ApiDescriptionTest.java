package club.courtside.platform.web;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;

import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import jakarta.ws.rs.HttpMethod;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.junit.jupiter.api.Test;

class ApiDescriptionTest {

    private static final ArchCondition<JavaMethod> SAY_WHAT_THEY_DO = new ArchCondition<>("say what they do") {
        @Override
        public void check(JavaMethod method, ConditionEvents events) {
            boolean described = method.isAnnotatedWith(Operation.class)
                    && !method.getAnnotationOfType(Operation.class).summary().isBlank();
            events.add(new SimpleConditionEvent(method, described, method.getFullName() + " has no summary"));
        }
    };

    @Test
    void every_call_is_described_in_the_open_api_document() {
        methods()
                .that()
                .areMetaAnnotatedWith(HttpMethod.class)
                .should(SAY_WHAT_THEY_DO)
                .check(new ClassFileImporter()
                        .withImportOption(new ImportOption.DoNotIncludeTests())
                        .importPackages("club.courtside"));
    }
}
