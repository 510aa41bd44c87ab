package io.mtandao.persistence.weave;

/** Exists at build time only: without an entity below it the weaver leaves TenantEntity hollow. */
@javax.persistence.Entity
class WeaveOnly extends io.mtandao.persistence.TenantEntity {}
