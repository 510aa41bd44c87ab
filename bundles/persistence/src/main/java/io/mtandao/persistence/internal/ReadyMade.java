package io.mtandao.persistence.internal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import liquibase.resource.Resource;
import liquibase.resource.ResourceAccessor;

/**
 * The empty Derby database that the build made with the same changelogs. Making some hundred tables and indexes one after the other would be half of
 * the time of a first start.
 */
final class ReadyMade {
    private static final String ARCHIVE = "derby/empty.zip";

    private ReadyMade() {}

    /** Does nothing when there is a database already. One that the build's does not fit is brought up to date by the migration as any other. */
    static void unpack(ResourceAccessor resources, Path database) throws IOException {
        List<Resource> archives = resources.getAll(ARCHIVE);
        if (Files.exists(database) || archives.isEmpty()) return;
        // moved at the end: a start that is cut off leaves no half of a database
        Path half = database.resolveSibling(database.getFileName() + ".new");
        delete(half);
        try (ZipInputStream zip = new ZipInputStream(archives.get(0).openInputStream())) {
            for (ZipEntry e = zip.getNextEntry(); e != null; e = zip.getNextEntry()) {
                Path file = half.resolve(e.getName());
                Files.createDirectories(file.getParent());
                Files.copy(zip, file);
            }
        }
        Files.move(half, database, StandardCopyOption.ATOMIC_MOVE);
    }

    private static void delete(Path directory) throws IOException {
        if (!Files.exists(directory)) return;
        try (Stream<Path> files = Files.walk(directory)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) Files.delete(file);
        }
    }
}
