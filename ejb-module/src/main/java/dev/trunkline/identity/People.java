package dev.trunkline.identity;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The people whom the embedded identity knows: a file with the columns name, roles (separated by blanks), password hash. */
final class People {
    private static final String HEADER = "name,roles,password";
    private static final PasswordHash NOBODY = PasswordHash.ofNobody();

    private record Person(Set<Role> roles, PasswordHash password) {}

    private final Map<String, Person> byName = new LinkedHashMap<>();

    static People in(Path file) {
        try {
            return of(Files.readAllLines(file));
        } catch (IOException | IllegalArgumentException unusable) {
            throw new IllegalStateException(
                    "setting " + IdentitySettings.PEOPLE + ": " + file.toAbsolutePath() + " cannot be used: "
                            + unusable.getMessage(),
                    unusable);
        }
    }

    static People of(List<String> lines) {
        if (lines.isEmpty() || !lines.get(0).strip().equals(HEADER)) {
            throw new IllegalArgumentException("the first line must be " + HEADER);
        }
        People people = new People();
        lines.stream().skip(1).filter(line -> !line.isBlank()).forEach(people::add);
        return people;
    }

    private void add(String line) {
        String[] cells = line.split(",", -1);
        if (cells.length != 3) {
            throw new IllegalArgumentException("a line must have three cells: " + HEADER);
        }
        Set<Role> roles = EnumSet.noneOf(Role.class);
        for (String word : cells[1].strip().split(" +")) {
            roles.add(Role.of(word).orElseThrow(() -> new IllegalArgumentException("there is no role '" + word + "'")));
        }
        if (byName.put(cells[0].strip(), new Person(roles, PasswordHash.parse(cells[2].strip()))) != null) {
            throw new IllegalArgumentException("'" + cells[0] + "' is there twice");
        }
    }

    /** The roles of this person, if the password is right. */
    Optional<Set<Role>> roles(String name, String password) {
        Optional<Person> person = Optional.ofNullable(byName.get(name));
        boolean fits = person.map(Person::password).orElse(NOBODY).fits(password);
        return person.filter(known -> fits).map(Person::roles);
    }
}
