package dev.oin.egress;

import java.net.InetAddress;
import java.util.List;

/** Whether the product may reach a target. */
public sealed interface Admission {

    /** It may, at these addresses and no others. */
    record Admitted(List<InetAddress> addresses) implements Admission {

        public Admitted {
            addresses = List.copyOf(addresses);
        }
    }

    /** It may not, for a reason that an ISV can act on. */
    record Refused(String reason) implements Admission {}

    /** The name has no address at present. */
    record Unknown(String reason) implements Admission {}
}
