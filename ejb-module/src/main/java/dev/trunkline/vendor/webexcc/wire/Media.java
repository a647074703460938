package dev.trunkline.vendor.webexcc.wire;

import java.util.List;
import java.util.Optional;

/** One leg group of a contact (sheet 5.2). @param kind {@code mType} @param held empty where it is not said */
public record Media(String id, String kind, Optional<Boolean> held, List<String> participants) {}
