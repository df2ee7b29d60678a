package dev.oin.account;

import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Which domains can be a company's own: well-formed, and none where everybody gets a mailbox (AC-7). */
final class CompanyDomains {

    private static final Pattern FORM = Pattern.compile(
            "(?=.{4,253}$)[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?(?:\\.[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?)+");

    private static final Set<String> CONSUMER = Arrays.stream(
                    ("gmail.com googlemail.com outlook.com hotmail.com live.com msn.com yahoo.com"
                                    + " yahoo.co.uk ymail.com icloud.com me.com mac.com aol.com proton.me protonmail.com pm.me gmx.com gmx.de"
                                    + " gmx.net web.de mail.com zoho.com yandex.com yandex.ru mail.ru qq.com 163.com 126.com sina.com naver.com"
                                    + " hanmail.net orange.fr free.fr laposte.net wanadoo.fr t-online.de libero.it tiscali.it virgilio.it seznam.cz"
                                    + " wp.pl o2.pl rediffmail.com fastmail.com hey.com tutanota.com tuta.io posteo.de mailbox.org hushmail.com"
                                    + " inbox.com bk.ru list.ru rambler.ru ukr.net comcast.net verizon.net att.net sbcglobal.net cox.net btinternet.com"
                                    + " sky.com virginmedia.com telus.net shaw.ca rogers.com bigpond.com optusnet.com.au mailinator.com yopmail.com"
                                    + " guerrillamail.com 10minutemail.com temp-mail.org")
                            .split(" "))
            .collect(Collectors.toUnmodifiableSet());

    private CompanyDomains() {}

    static String plain(String domain) {
        return domain.strip().toLowerCase(Locale.ROOT);
    }

    static boolean isCompany(String domain) {
        return FORM.matcher(domain).matches() && !CONSUMER.contains(domain);
    }
}
