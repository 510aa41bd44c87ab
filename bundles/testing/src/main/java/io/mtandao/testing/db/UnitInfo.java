package io.mtandao.testing.db;

import java.net.URL;
import java.util.List;
import java.util.Properties;
import javax.persistence.SharedCacheMode;
import javax.persistence.ValidationMode;
import javax.persistence.spi.ClassTransformer;
import javax.persistence.spi.PersistenceUnitInfo;
import javax.persistence.spi.PersistenceUnitTransactionType;
import javax.sql.DataSource;

/** A persistence unit made of a list of classes, with the properties of the platform's own (bundles/unit). */
final class UnitInfo implements PersistenceUnitInfo {
    private final List<Class<?>> classes;
    private final DataSource source;

    UnitInfo(List<Class<?>> classes, DataSource source) {
        this.classes = classes;
        this.source = source;
    }

    @Override
    public String getPersistenceUnitName() {
        return "mtandao";
    }

    @Override
    public String getPersistenceProviderClassName() {
        return "org.eclipse.persistence.jpa.PersistenceProvider";
    }

    @Override
    public PersistenceUnitTransactionType getTransactionType() {
        return PersistenceUnitTransactionType.RESOURCE_LOCAL;
    }

    @Override
    public DataSource getJtaDataSource() {
        return null;
    }

    @Override
    public DataSource getNonJtaDataSource() {
        return source;
    }

    @Override
    public List<String> getMappingFileNames() {
        return List.of();
    }

    @Override
    public List<URL> getJarFileUrls() {
        return List.of();
    }

    @Override
    public URL getPersistenceUnitRootUrl() {
        return TestDatabase.class.getProtectionDomain().getCodeSource().getLocation();
    }

    @Override
    public List<String> getManagedClassNames() {
        return classes.stream().map(Class::getName).toList();
    }

    @Override
    public boolean excludeUnlistedClasses() {
        return true;
    }

    @Override
    public SharedCacheMode getSharedCacheMode() {
        return SharedCacheMode.UNSPECIFIED;
    }

    @Override
    public ValidationMode getValidationMode() {
        return ValidationMode.NONE;
    }

    @Override
    public Properties getProperties() {
        Properties p = new Properties();
        p.put("eclipselink.weaving", "static");
        p.put("eclipselink.weaving.rest", "false");
        // what EclipseLink warns of here it also throws, or ("multiple ids") is how tenant keys are meant
        p.put("eclipselink.logging.level", "SEVERE");
        p.put("eclipselink.jdbc.batch-writing", "JDBC");
        p.put("eclipselink.jdbc.batch-writing.size", "500");
        return p;
    }

    @Override
    public String getPersistenceXMLSchemaVersion() {
        return "2.2";
    }

    @Override
    public ClassLoader getClassLoader() {
        return TestDatabase.class.getClassLoader();
    }

    @Override
    public void addTransformer(ClassTransformer transformer) {}

    @Override
    public ClassLoader getNewTempClassLoader() {
        return TestDatabase.class.getClassLoader();
    }
}
