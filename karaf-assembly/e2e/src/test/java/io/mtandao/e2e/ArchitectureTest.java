package io.mtandao.e2e;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The arrows of design section 2, over the classes of every bundle, and the ways past the tenant walls that nobody may take. */
class ArchitectureTest {
    private static final Path ROOT = Path.of("../..");
    private static final String[] CONTRACTS = {"io.mtandao.api..", "io.mtandao.spi.."};
    private static final String[] DOMAINS = {"tenant", "billing", "payment", "voucher", "paper", "router", "messaging", "extension", "scheduling"};
    private static final Set<String> PAST_THE_DOOR = Set.of("createNativeQuery", "createStoredProcedureQuery", "createEntityManager", "unwrap");
    private static JavaClasses all;

    @BeforeAll
    static void read() throws IOException {
        List<Path> built = new ArrayList<>();
        for (String group : List.of("bundles", "plugins"))
            try (Stream<Path> dirs = Files.list(ROOT.resolve(group))) {
                dirs.map(d -> d.resolve("target/classes")).filter(Files::isDirectory).filter(d -> !d.toString().contains("testing")).forEach(built::add);
            }
        built.add(ROOT.resolve("ui-vaadin/target/classes"));
        all = new ClassFileImporter().withImportOption(l -> l.contains("/io/mtandao/")).importPaths(built);
        assertThat(all).hasSizeGreaterThan(400);
    }

    @Test
    void theContractsDependOnNothingBelowThem() {
        noClasses().that().resideInAPackage("io.mtandao.api..").should().dependOnClassesThat(resideInAPackage("io.mtandao..").and(not(resideInAPackage("io.mtandao.api..")))).check(all);
        noClasses().that().resideInAPackage("io.mtandao.spi..").should().dependOnClassesThat(resideInAPackage("io.mtandao..").and(not(resideInAnyPackage(CONTRACTS)))).check(all);
    }

    @Test
    void aPluginKnowsTheContractsAndItselfOnly() {
        classes().that().resideInAPackage("io.mtandao.plugin..").should(new ArchCondition<JavaClass>("stay with api, spi and itself") {
            @Override
            public void check(JavaClass c, ConditionEvents events) {
                String own = c.getPackageName().replaceAll("^(io\\.mtandao\\.plugin\\.[a-z0-9]+).*", "$1");
                c.getDirectDependenciesFromSelf().forEach(d -> {
                    String target = d.getTargetClass().getPackageName();
                    boolean ok = !target.startsWith("io.mtandao.") || target.startsWith("io.mtandao.api") || target.startsWith("io.mtandao.spi") || target.startsWith(own);
                    if (!ok) events.add(SimpleConditionEvent.violated(c, d.getDescription()));
                });
            }
        }).check(all);
    }

    @Test
    void domainsMeetOnlyThroughContracts() {
        for (String domain : DOMAINS)
            noClasses().that().resideInAPackage("io.mtandao." + domain + "..").should()
                .dependOnClassesThat(resideInAPackage("io.mtandao..").and(not(resideInAnyPackage(CONTRACTS))).and(not(resideInAnyPackage("io.mtandao.persistence", "io.mtandao." + domain + ".."))))
                .because("another bundle's inside may change any day").check(all);
    }

    @Test
    void nobodyDependsOnTheEdges() {
        for (String edge : List.of("io.mtandao.rest..", "io.mtandao.ui..", "io.mtandao.shell..", "io.mtandao.plugin.."))
            noClasses().that(not(resideInAPackage(edge))).should().dependOnClassesThat(resideInAPackage(edge)).check(all);
    }

    @Test
    void theUiKnowsNeitherStorageNorPlugins() {
        noClasses().that().resideInAPackage("io.mtandao.ui..").should()
            .dependOnClassesThat(resideInAPackage("io.mtandao..").and(not(resideInAnyPackage("io.mtandao.api..", "io.mtandao.ui..")))).check(all);
        noClasses().that().resideInAPackage("io.mtandao.ui..").should().dependOnClassesThat(resideInAnyPackage("javax.persistence..", "java.sql..")).check(all);
    }

    @Test
    void theConsolesCommandsKnowTheContractsOnly() {
        noClasses().that().resideInAPackage("io.mtandao.shell..").should()
            .dependOnClassesThat(resideInAPackage("io.mtandao..").and(not(resideInAnyPackage("io.mtandao.api..", "io.mtandao.shell..")))).check(all);
    }

    @Test
    void nobodyGoesAroundTheOneDoor() {
        classes().that(not(resideInAPackage("io.mtandao.persistence.."))).should(new ArchCondition<JavaClass>("use no way past TenantTx") {
            @Override
            public void check(JavaClass c, ConditionEvents events) {
                c.getMethodCallsFromSelf().stream()
                    .filter(call -> call.getTargetOwner().getPackageName().startsWith("javax.persistence") && PAST_THE_DOOR.contains(call.getName()))
                    .forEach(call -> events.add(SimpleConditionEvent.violated(c, call.getDescription())));
            }
        }).check(all);
        noClasses().that(not(resideInAnyPackage("io.mtandao.persistence..", "io.mtandao.scheduling..", "io.mtandao.rest.internal.ops..")))
            .should().dependOnClassesThat(resideInAnyPackage("javax.sql..", "java.sql..")).because("connections without a tenant belong to the door, the scheduler and the health check").check(all);
    }

    /** What class files do not show: JPQL's SQL(), the tenant variable, and EclipseLink settings that take a wall away. */
    @Test
    void noSourceTakesAWallAway() throws IOException {
        Pattern forbidden = Pattern.compile("set_config|allow-native-sql-queries|tenants-share-cache|\\bSQL\\s*\\(\\s*'|exclusive-connection.mode|no-tenant|createNativeQuery");
        List<String> found = new ArrayList<>();
        for (String group : List.of("bundles", "plugins", "ui-vaadin"))
            try (Stream<Path> files = Files.walk(ROOT.resolve(group))) {
                for (Path f : files.filter(p -> p.toString().matches(".*/src/main/.*\\.(java|xml|sql|properties)")).toList()) {
                    if (f.toString().contains("/persistence/src/main/java/io/mtandao/persistence/internal/")) continue;
                    int n = 0;
                    for (String line : Files.readAllLines(f)) {
                        n++;
                        if (forbidden.matcher(line).find()) found.add(ROOT.relativize(f) + ":" + n + " " + line.strip());
                    }
                }
            }
        assertThat(found).isEmpty();
    }
}
