package io.mtandao.api.work;

/**
 * Something that has happened in one tenant, as a record of plain values (text, numbers, booleans, enums, Instant, Money). Its simple class
 * name is its type on the wire, so names are unique over the platform.
 */
public interface DomainEvent {}
