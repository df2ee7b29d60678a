package dev.oin.account;

import java.util.ArrayList;
import java.util.List;

/**
 * Where a request comes from, as far as guessing is counted: an IPv4 address, or the 64 bits of an IPv6 address that a
 * subscriber has to themselves.
 */
record Network(String text) {

    private static final int GROUPS = 8;
    private static final int COUNTED = 4;

    static Network of(String remoteAddress) {
        var address = remoteAddress.strip();
        if (!address.contains(":")) {
            return new Network(address);
        }
        if (address.contains(".")) {
            return new Network(address.substring(address.lastIndexOf(':') + 1));
        }
        return new Network(String.join(":", groups(address).subList(0, COUNTED)));
    }

    private static List<String> groups(String address) {
        var gap = address.indexOf("::");
        var groups = new ArrayList<>(split(gap < 0 ? address : address.substring(0, gap)));
        var tail = gap < 0 ? List.<String>of() : split(address.substring(gap + 2));
        while (groups.size() + tail.size() < GROUPS) {
            groups.add("0");
        }
        groups.addAll(tail);
        return groups;
    }

    private static List<String> split(String part) {
        return part.isEmpty() ? List.of() : List.of(part.split(":", -1));
    }
}
