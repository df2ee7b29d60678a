package dev.oin.account;

import java.util.ArrayList;
import java.util.Hashtable;
import java.util.List;
import javax.naming.Context;
import javax.naming.NameNotFoundException;
import javax.naming.NamingException;
import javax.naming.directory.InitialDirContext;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/** Asks the machine's own resolvers, at most a few seconds. */
@Component
class DnsTxtRecords implements TxtRecords {

    private static final String TXT = "TXT";

    private final String servers;

    @Autowired
    DnsTxtRecords() {
        this("dns:");
    }

    /** As in {@code dns://192.0.2.1}; without a host those of the machine. */
    DnsTxtRecords(String servers) {
        this.servers = servers;
    }

    /** The ban is on objects that a directory hands out; the DNS has none, and its provider makes texts of records only. */
    @Override
    @SuppressWarnings("BanJNDI")
    public List<String> of(String name) throws NoAnswer {
        try {
            var dns = new InitialDirContext(settings());
            try {
                // As a complete name: no search list of the machine is tried.
                var texts = dns.getAttributes(name + ".", new String[] {TXT}).get(TXT);
                var found = new ArrayList<String>();
                for (var at = 0; texts != null && at < texts.size(); at++) {
                    found.add(plain(String.valueOf(texts.get(at))));
                }
                return found;
            } finally {
                dns.close();
            }
        } catch (NameNotFoundException none) {
            return List.of();
        } catch (NamingException unanswered) {
            throw new NoAnswer(unanswered);
        }
    }

    /** Quoted where it holds blanks; parts of a long text stay parted by one. */
    private static String plain(String text) {
        return text.replace("\"", "");
    }

    private Hashtable<String, String> settings() {
        var settings = new Hashtable<String, String>();
        settings.put(Context.INITIAL_CONTEXT_FACTORY, "com.sun.jndi.dns.DnsContextFactory");
        settings.put(Context.PROVIDER_URL, servers);
        settings.put("com.sun.jndi.dns.timeout.initial", "1500");
        settings.put("com.sun.jndi.dns.timeout.retries", "2");
        return settings;
    }
}
