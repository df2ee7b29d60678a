package dev.oin.egress;

import java.math.BigInteger;
import java.net.InetAddress;
import java.net.UnknownHostException;

/** A range of IP addresses in CIDR form. */
record AddressRange(byte[] network, int prefix) {

    /** Reads {@code 10.0.0.0/8}, {@code ::1/128} or a single address; the text must be a literal, never a name. */
    static AddressRange of(String text) {
        int slash = text.indexOf('/');
        var network = literal(slash < 0 ? text : text.substring(0, slash));
        int bits = network.length * Byte.SIZE;
        int prefix = slash < 0 ? bits : Integer.parseInt(text.substring(slash + 1));
        if (prefix < 0 || prefix > bits) {
            throw new IllegalArgumentException("No address range: " + text);
        }
        return new AddressRange(network, prefix);
    }

    private static byte[] literal(String text) {
        if (!isLiteral(text)) {
            throw new IllegalArgumentException("No address: " + text);
        }
        try {
            return InetAddress.getByName(text).getAddress();
        } catch (UnknownHostException malformed) {
            throw new IllegalArgumentException("No address: " + text, malformed);
        }
    }

    /** Whether the text is an address rather than a name, and so needs no look-up. A part that begins with 0 is octal to some, and so no address here. */
    static boolean isLiteral(String text) {
        return text.matches("(0|[1-9][0-9]{0,2})(\\.(0|[1-9][0-9]{0,2})){3}")
                || text.contains(":") && text.matches("[0-9A-Fa-f:.]+");
    }

    boolean contains(InetAddress address) {
        var candidate = address.getAddress();
        if (candidate.length != network.length) {
            return false;
        }
        int rest = network.length * Byte.SIZE - prefix;
        return new BigInteger(1, candidate).shiftRight(rest).equals(new BigInteger(1, network).shiftRight(rest));
    }
}
