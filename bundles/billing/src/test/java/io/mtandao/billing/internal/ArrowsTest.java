package io.mtandao.billing.internal;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** Who may know whom within the bundle. */
@AnalyzeClasses(packages = "io.mtandao.billing", importOptions = ImportOption.DoNotIncludeTests.class)
class ArrowsTest {
    @ArchTest
    static final ArchRule NO_CIRCLES = slices().matching("io.mtandao.billing.internal.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule RULES_ARE_PLAIN = noClasses().that().resideInAPackage("..rules..")
        .should().dependOnClassesThat().resideInAnyPackage("javax.persistence..", "org.osgi..", "io.mtandao.persistence..", "..entity..",
        "..desk..");

    @ArchTest
    static final ArchRule ENTITIES_STAY_BELOW = noClasses().that().resideInAPackage("..entity..")
        .should().dependOnClassesThat().resideInAnyPackage("..desk..", "..books..", "..bill..", "..imports..");

    @ArchTest
    static final ArchRule BOOKS_KNOW_NO_BILLS = noClasses().that().resideInAPackage("..books..")
        .should().dependOnClassesThat().resideInAnyPackage("..bill..", "..subscription..", "..subscriber..");

    @ArchTest
    static final ArchRule TIME_COMES_FROM_THE_DESK = noClasses().should().callMethod(java.time.Instant.class, "now").orShould()
        .callMethod(System.class, "currentTimeMillis");

    @ArchTest
    static final ArchRule NOTHING_IS_EXPORTED = classes().should().resideInAPackage("io.mtandao.billing.internal..");
}
