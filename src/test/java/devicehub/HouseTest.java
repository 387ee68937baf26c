package devicehub;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;

/**
 * Holds the house up: a package may import only from floors below its own.
 *
 * <pre>
 *   4  devicehub (Hub, Wiring)
 *   3  format  store  report  polling  web  config  routes  messaging  ldap  fleet
 *   2  matching  review
 *   1  intake  inventory  directory  decision
 *   0  device  drill
 *  -1  cores
 * </pre>
 */
@AnalyzeClasses(packages = "devicehub", importOptions = DoNotIncludeTests.class)
final class HouseTest {
  private static final String TOP = "";
  private static final int CELLAR = -1;

  private static final List<Set<String>> FLOORS =
      List.of(
          Set.of("cores"),
          Set.of("device", "drill"),
          Set.of("intake", "inventory", "directory", "decision"),
          Set.of("matching", "review"),
          Set.of(
              "format",
              "store",
              "report",
              "polling",
              "web",
              "config",
              "routes",
              "messaging",
              "ldap",
              "fleet"),
          Set.of(TOP));

  /** What the floors up to 2 may know beside the JDK: marks that leave no trace at run time. */
  private static final Set<String> MARKS = Set.of("org.jspecify");

  /** A technique, the packages it comes in, and the only rooms that may know it. */
  private record Technique(String name, Set<String> packages, Set<String> rooms) {}

  private static final List<Technique> TECHNIQUES =
      List.of(
          new Technique(
              "JDBC",
              Set.of(
                  "java.sql",
                  "javax.sql",
                  "org.jdbi",
                  "com.zaxxer",
                  "org.flywaydb",
                  "org.sqlite",
                  "org.postgresql"),
              Set.of("store")),
          new Technique("CSV", Set.of("de.siegmar.fastcsv"), Set.of("format")),
          new Technique(
              "JSON",
              Set.of("com.fasterxml.jackson"),
              Set.of(
                  "format",
                  "report",
                  "polling",
                  "config",
                  "routes",
                  "web",
                  "fleet",
                  "messaging",
                  "ldap")),
          new Technique(
              "JMS",
              Set.of("jakarta.jms", "org.apache.activemq", "org.messaginghub"),
              Set.of("messaging")),
          new Technique(
              "HTTP serving", Set.of("org.eclipse.jetty", "jakarta.servlet"), Set.of("web")),
          new Technique("directory access", Set.of("javax.naming"), Set.of("ldap")));

  private static final Map<String, Integer> FLOOR_OF = floorOf();

  private static final Set<String> JDK =
      ModuleLayer.boot().modules().stream()
          .filter(module -> module.getName().matches("(java|jdk)\\..*"))
          .flatMap(module -> module.getPackages().stream())
          .collect(Collectors.toUnmodifiableSet());

  @ArchTest
  static final ArchRule everyPackageHasAFloor =
      holds(
          "be in a package that the table of floors names",
          (type, faults) -> {
            if (!FLOOR_OF.containsKey(room(type))) {
              faults.add(type.getName() + " is in " + type.getPackageName() + ", on no floor");
            }
          });

  @ArchTest
  static final ArchRule everyPackageIsNullMarked =
      holds(
          "be in a package whose package-info says @NullMarked",
          (type, faults) -> {
            if (!type.getPackage().isAnnotatedWith(NullMarked.class)) {
              faults.add(type.getPackageName() + " has no package-info with @NullMarked");
            }
          });

  @ArchTest
  static final ArchRule importsPointDownwards =
      holds(
          "import only from floors below their own",
          (type, faults) ->
              imports(type)
                  .filter(target -> isOurs(target) && !room(target).equals(room(type)))
                  .filter(target -> floor(target) >= floor(type))
                  .forEach(target -> faults.add(sentence(type, target))));

  @ArchTest
  static final ArchRule theThinkingFloorsKnowOnlyTheJdk =
      holds(
          "know only the JDK when they live on floors up to 2",
          (type, faults) ->
              imports(type)
                  .filter(target -> floor(type) <= 2 && !isOurs(target))
                  .filter(target -> !isJdk(target) && !isFrom(MARKS, target))
                  .forEach(target -> faults.add(sentence(type, target))));

  @ArchTest
  static final ArchRule theFleetIsInventedFromNothing =
      holds(
          "know only the JDK and Jackson when they live in fleet, so that the hub cannot vouch for"
              + " itself",
          (type, faults) ->
              imports(type)
                  .filter(target -> room(type).equals("fleet"))
                  .filter(target -> !isOurs(target) || !room(target).equals("fleet"))
                  .filter(target -> !isJdk(target) && !isFrom(MARKS, target))
                  .filter(target -> !isFrom(Set.of("com.fasterxml.jackson"), target))
                  .forEach(target -> faults.add(sentence(type, target))));

  @ArchTest
  static final ArchRule eachTechniqueLivesInItsRoom =
      holds(
          "leave each technique to its room",
          (type, faults) ->
              TECHNIQUES.stream()
                  .filter(technique -> !technique.rooms().contains(room(type)))
                  .forEach(
                      technique ->
                          imports(type)
                              .filter(target -> isFrom(technique.packages(), target))
                              .forEach(
                                  target ->
                                      faults.add(
                                          "%s: %s lives only in %s"
                                              .formatted(
                                                  sentence(type, target),
                                                  technique.name(),
                                                  technique.rooms())))));

  private interface Inspection {
    void inspect(JavaClass type, Set<String> faults);
  }

  private static ArchRule holds(String sentence, Inspection inspection) {
    ArchCondition<JavaClass> condition =
        new ArchCondition<>(sentence) {
          @Override
          public void check(JavaClass type, ConditionEvents events) {
            Set<String> faults = new TreeSet<>();
            inspection.inspect(type, faults);
            faults.forEach(fault -> events.add(SimpleConditionEvent.violated(type, fault)));
          }
        };
    return classes().should(condition).allowEmptyShould(true);
  }

  private static Stream<JavaClass> imports(JavaClass type) {
    return type.getDirectDependenciesFromSelf().stream()
        .map(Dependency::getTargetClass)
        .map(JavaClass::getBaseComponentType)
        .filter(Predicate.not(JavaClass::isPrimitive))
        .distinct();
  }

  /** {@code devicehub.intake.apple.Dep} lives in the room {@code intake}. */
  private static String room(JavaClass type) {
    String[] names = type.getPackageName().split("\\.");
    return names.length > 1 ? names[1] : TOP;
  }

  private static int floor(JavaClass type) {
    // A room the table does not name stands at the bottom, where nearly everything is forbidden.
    return FLOOR_OF.getOrDefault(room(type), CELLAR);
  }

  private static boolean isOurs(JavaClass type) {
    return isFrom(Set.of("devicehub"), type);
  }

  private static boolean isJdk(JavaClass type) {
    return JDK.contains(type.getPackageName());
  }

  private static boolean isFrom(Set<String> packages, JavaClass type) {
    String home = type.getPackageName() + ".";
    return packages.stream().anyMatch(name -> home.startsWith(name + "."));
  }

  private static String sentence(JavaClass type, JavaClass target) {
    return type.getName() + " imports " + target.getName();
  }

  private static Map<String, Integer> floorOf() {
    Map<String, Integer> floors = new HashMap<>();
    for (int floor = 0; floor < FLOORS.size(); floor++) {
      for (String room : FLOORS.get(floor)) {
        floors.put(room, CELLAR + floor);
      }
    }
    return Map.copyOf(floors);
  }
}
