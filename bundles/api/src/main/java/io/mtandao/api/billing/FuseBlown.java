package io.mtandao.api.billing;

import io.mtandao.api.work.DomainEvent;

/** The cutting was stopped, since too many would be cut. @param routerId null for the whole ISP */
public record FuseBlown(Long routerId, long cut, long waiting, long served, int percent) implements DomainEvent {}
