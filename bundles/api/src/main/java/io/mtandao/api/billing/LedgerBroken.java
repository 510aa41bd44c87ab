package io.mtandao.api.billing;

import io.mtandao.api.work.DomainEvent;

/** The nightly proof found the ledger not whole. */
public record LedgerBroken(String firstFault) implements DomainEvent {}
