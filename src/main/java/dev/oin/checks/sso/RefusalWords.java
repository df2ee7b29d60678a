package dev.oin.checks.sso;

import java.util.regex.Pattern;

/** The words by which apps say that they let nobody in, in the languages that most of them speak, and why, in English. */
final class RefusalWords {

    private static final int LONGEST_MESSAGE = 300;
    private static final Pattern SIGN_OUT = words(
            "\\b(sign|log)(ing|ged)?[ -]?(out|off)\\b",
            "\\b(abmelden|ausloggen)\\b",
            "\\b(déconnexion|déconnecter)\\b",
            "\\b(cerrar sesión|salir)\\b",
            "\\b(terminar sessão|sair)\\b",
            "\\b(esci|disconnetti)\\b",
            "\\b(uitloggen|afmelden)\\b",
            "ログアウト|サインアウト",
            "退出|登出|注销",
            "로그아웃");

    private static final Pattern REFUSAL = words(
            "\\b(cannot|unable|fail|error|denied|invalid|forbidden|refused|rejected|exception|expired|unknown|wrong)",
            "\\b(could|can|would|did|do|does|is|was|are|were|has|have)(n['’]t| not)\\b",
            "\\bnot (allowed|authori[sz]ed|permitted|found|valid|recogni[sz]ed)|\\bno (account|user|access)",
            "\\b(fehler|fehlgeschlagen|ungültig|verweigert|abgelehnt|abgelaufen|unbekannt|gesperrt)",
            "\\bnicht (gefunden|berechtigt|erlaubt|autorisiert|zugelassen|möglich)|\\bkein (konto|zugriff|benutzer)",
            "\\b(erreur|échec|échoué|invalide|refusé|interdit|expiré|introuvable|inconnu)",
            "\\bnon (autorisé|trouvé|valide)|\\baucun (compte|accès|utilisateur)",
            "\\b(falló|fallid|inválid|denegad|rechazad|caducad|desconocid)",
            "\\bno (autorizad|encontrad|permitid|se pudo|se puede|existe)",
            "\\b(falhou|erro\\b|negad|recusad|expirad|desconhecid)|\\bnão (autorizad|encontrad|permitid|foi|existe)",
            "\\b(errore|fallit|negato|rifiutat|scadut|sconosciut)|\\bnon (valid|autorizzat|trovat|consentit|riuscit)",
            "\\b(mislukt|fout|ongeldig|geweigerd|verlopen|onbekend)|\\bgeen (toegang|account)",
            "\\bniet (gevonden|toegestaan|gemachtigd)",
            "失敗|エラー|無効|拒否|権限がありません|見つかりません|できません",
            "失败|错误|无效|拒绝|无权|未找到|过期|錯誤|無效|拒絕",
            "실패|오류|거부|잘못된|권한이 없");

    private static final Pattern SETTINGS = Pattern.compile(
            "audience|issuer|certificate|signature|recipient|destination|metadata|entity ?id|redirect_uri|invalid_client|client id",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern UNKNOWN_PERSON = Pattern.compile(
            "(no|not|unknown|find|found|exist)\\b.{0,40}\\b(account|user|member|person)|(account|user|member|person)\\b.{0,40}(\\b(not|unknown)|n['’]t exist)",
            Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

    private RefusalWords() {}

    private static Pattern words(String... any) {
        return Pattern.compile(
                String.join("|", any),
                Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE | Pattern.UNICODE_CHARACTER_CLASS);
    }

    static boolean areIn(String text) {
        return REFUSAL.matcher(text).find() || nameAnUnknownPerson(text) || NamedCause.isIn(text);
    }

    /** Whether the text is a message that refuses, and offers nothing that one can do with a session only. */
    static boolean areAllOf(String text) {
        return text.length() <= LONGEST_MESSAGE && !SIGN_OUT.matcher(text).find() && areIn(text);
    }

    static boolean nameSettings(String text) {
        return SETTINGS.matcher(text).find();
    }

    static boolean nameAnUnknownPerson(String text) {
        return UNKNOWN_PERSON.matcher(text).find();
    }
}
