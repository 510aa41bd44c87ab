/** The one door to the database, and what every tenant-owned table shares. */
@org.osgi.annotation.versioning.Version("1.2.0")
package io.mtandao.persistence;
