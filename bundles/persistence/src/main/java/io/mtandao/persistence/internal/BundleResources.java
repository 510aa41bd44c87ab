package io.mtandao.persistence.internal;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.net.URL;
import java.util.ArrayList;
import java.util.Enumeration;
import java.util.List;
import liquibase.resource.AbstractResource;
import liquibase.resource.AbstractResourceAccessor;
import liquibase.resource.OpenOptions;
import liquibase.resource.Resource;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;

/** Changelogs as entries of the platform's installed bundles; Liquibase's own accessor cannot read bundle:// addresses. */
final class BundleResources extends AbstractResourceAccessor {
    private final BundleContext context;

    BundleResources(BundleContext context) {
        this.context = context;
    }

    private List<Bundle> ours() {
        List<Bundle> found = new ArrayList<>();
        for (Bundle b : context.getBundles()) if (b.getSymbolicName() != null && b.getSymbolicName().startsWith("io.mtandao.")) found.add(b);
        return found;
    }

    @Override
    public List<Resource> getAll(String path) {
        String clean = path.replace('\\', '/').replaceFirst("^/", "");
        List<Resource> found = new ArrayList<>();
        for (Bundle b : ours()) {
            URL url = b.getEntry(clean);
            if (url != null) found.add(new Entry(clean, url));
        }
        return found;
    }

    @Override
    public List<Resource> search(String path, boolean recursive) {
        List<Resource> found = new ArrayList<>();
        for (Bundle b : ours()) {
            Enumeration<URL> urls = b.findEntries(path, "*", recursive);
            while (urls != null && urls.hasMoreElements()) {
                URL url = urls.nextElement();
                if (!url.getPath().endsWith("/")) found.add(new Entry(url.getPath().substring(1), url));
            }
        }
        return found;
    }

    @Override
    public List<String> describeLocations() {
        return List.of("the platform's bundles");
    }

    @Override
    public void close() {}

    private static final class Entry extends AbstractResource {
        private final URL url;

        Entry(String path, URL url) {
            super(path, URI.create(url.toString()));
            this.url = url;
        }

        @Override
        public InputStream openInputStream() throws IOException {
            return url.openStream();
        }

        @Override
        public boolean exists() {
            return true;
        }

        @Override
        public boolean isWritable() {
            return false;
        }

        @Override
        public OutputStream openOutputStream(OpenOptions options) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Resource resolve(String other) {
            throw new UnsupportedOperationException(other);
        }

        @Override
        public Resource resolveSibling(String other) {
            throw new UnsupportedOperationException(other);
        }
    }
}
