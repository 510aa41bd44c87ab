package io.mtandao.persistence.internal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;

/**
 * The keys of {@code etc/mtandao.keys}: a line {@code id=base64} each; the last line is the one in use, the others open what is older. The file is made at
 * the first start, readable by its owner only; whoever loses it loses the secrets, so it belongs in the backup.
 */
@Component(service = KeyFile.class)
public final class KeyFile {
    private final Map<String, byte[]> keys = new LinkedHashMap<>();
    private String inUse;

    @Activate
    public KeyFile(BundleContext context) throws IOException {
        this(Path.of(context.getProperty("karaf.etc") == null ? "etc" : context.getProperty("karaf.etc"), "mtandao.keys"));
    }

    public KeyFile(Path file) throws IOException {
        if (Files.notExists(file)) create(file);
        for (String line : Files.readAllLines(file)) {
            int eq = line.indexOf('=');
            if (line.startsWith("#") || eq < 1) continue;
            inUse = line.substring(0, eq).strip();
            keys.put(inUse, Base64.getDecoder().decode(line.substring(eq + 1).strip()));
        }
        if (inUse == null) throw new IOException(file + " has no key");
    }

    private static void create(Path file) throws IOException {
        byte[] key = new byte[32];
        new SecureRandom().nextBytes(key);
        Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.write(file, List.of("# Keys of the stored secrets. Keep a copy: without them no stored password can be read again.",
            "k1=" + Base64.getEncoder().encodeToString(key)));
    }

    String inUse() {
        return inUse;
    }

    /** Null when there is no such key. */
    byte[] key(String id) {
        byte[] key = keys.get(id);
        return key == null ? null : key.clone();
    }
}
