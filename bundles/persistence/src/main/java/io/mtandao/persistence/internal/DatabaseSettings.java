package io.mtandao.persistence.internal;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** {@code etc/io.mtandao.database.cfg}: the one file that chooses the database. */
@ObjectClassDefinition(name = "Mtandao database")
public @interface DatabaseSettings {
    @AttributeDefinition(description = "derby (embedded, for trying out and small single-owner installations) or postgresql")
    Kind kind() default Kind.derby;

    @AttributeDefinition(description = "Directory of the embedded Derby database")
    String derbyDirectory() default "data/derby/mtandao";

    @AttributeDefinition(description = "For example jdbc:postgresql://127.0.0.1:5432/mtandao?reWriteBatchedInserts=true")
    String url() default "";

    @AttributeDefinition(description = "Role that owns the tables and migrates them")
    String ownerUser() default "mtandao_owner";

    String ownerPassword() default "";

    @AttributeDefinition(description = "Role as which the platform works: not the owner, so that row-level security holds")
    String appUser() default "mtandao_app";

    String appPassword() default "";

    @AttributeDefinition(description = "Most connections at a time")
    int poolSize() default 20;

    enum Kind {
        derby,
        postgresql
    }
}
