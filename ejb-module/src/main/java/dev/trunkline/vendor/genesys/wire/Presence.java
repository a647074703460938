package dev.trunkline.vendor.genesys.wire;

/** What colleagues see. @param systemPresence in events upper case, in answers mixed */
public record Presence(String definitionId, String systemPresence, String modifiedDate) {}
