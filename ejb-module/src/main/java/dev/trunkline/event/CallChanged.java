package dev.trunkline.event;

/** CDI event, fired synchronously and in order after the row is stored: something changed for an agent. */
public record CallChanged(StoredEvent event) {}
