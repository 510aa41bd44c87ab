package io.mtandao.testing.db;

import com.zaxxer.hikari.HikariDataSource;
import io.mtandao.persistence.internal.Migration;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import liquibase.resource.ClassLoaderResourceAccessor;

/** Run by the build of {@code bundles/unit}: makes the database that a first start on Derby unpacks, instead of making every table itself. */
public final class EmptyDerby {
    private EmptyDerby() {}

    /** @param args the first changelog, the archive to be made */
    public static void main(String[] args) throws Exception {
        Logger.getLogger("liquibase").setLevel(Level.WARNING);
        Path work = Files.createTempDirectory("mtandao-empty");
        Path database = work.resolve("derby");
        String url = "jdbc:derby:directory:" + database;
        HikariDataSource owner = TestDatabase.pool(url + ";create=true", null, 2);
        new Migration(owner, new ClassLoaderResourceAccessor(EmptyDerby.class.getClassLoader())).run(args[0], null);
        owner.close();
        TestDatabase.endDerby(url + ";shutdown=true");
        Path archive = Path.of(args[1]);
        Files.createDirectories(archive.getParent());
        pack(database, archive);
        TestDatabase.delete(work);
    }

    private static void pack(Path directory, Path archive) throws IOException {
        try (OutputStream out = Files.newOutputStream(archive); ZipOutputStream zip = new ZipOutputStream(out); Stream<Path> files = Files.walk(directory)) {
            List<Path> sorted = files.filter(Files::isRegularFile).sorted().toList();
            for (Path file : sorted) {
                zip.putNextEntry(new ZipEntry(directory.relativize(file).toString()));
                Files.copy(file, zip);
                zip.closeEntry();
            }
        }
    }
}
