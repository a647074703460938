package dev.trunkline.simulator.genesys.centre;

import dev.trunkline.simulator.genesys.centre.Participant.Address;

/** Numbers as the site's number plan turns them into addresses: North American, extensions apart (sheet 3.1). */
final class Numbers {
    private static final int NATIONAL = 10;

    private Numbers() {}

    static Address called(String number, String callerId) {
        String uri = uri(number);
        return new Address(uri, uri(callerId.isEmpty() ? Catalogue.CALLER_ID : callerId), uri);
    }

    static Address station(User user) {
        String extension = user.station().orElse(user.ownStation()).extension();
        String uri = "sip:" + extension + "+example.orgspan.com;tgrp=simulated@localhost";
        return new Address(uri, uri, uri);
    }

    private static String uri(String number) {
        if (number.startsWith("sip:") || number.startsWith("tel:")) {
            return number;
        }
        String plain = number.replaceAll("[ .()-]", "");
        if (plain.startsWith("+")) {
            return "tel:" + plain;
        }
        if (!plain.matches("[0-9]+")) {
            return "sip:" + plain;
        }
        return plain.length() == NATIONAL ? "tel:+1" + plain : "tel:" + plain;
    }
}
