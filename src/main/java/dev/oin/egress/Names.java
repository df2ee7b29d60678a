package dev.oin.egress;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;

/** The domain name system, as far as the product asks it. */
@FunctionalInterface
interface Names {

    List<InetAddress> resolve(String host) throws UnknownHostException;
}
