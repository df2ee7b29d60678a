package dev.oin.checks.sso;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RefusalWordsTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "We couldn't sign you in.",
                "You are not authorized to use this application",
                "Anmeldung fehlgeschlagen",
                "UNGÜLTIGE ANTWORT",
                "Für ada@acme.example gibt es kein Konto.",
                "Échec de la connexion",
                "Vous n'êtes pas autorisé : accès refusé",
                "Usuario no encontrado",
                "Acceso denegado",
                "Não foi possível entrar",
                "Ocorreu um erro",
                "Accesso negato",
                "Utente non trovato",
                "Inloggen mislukt",
                "ログインできません",
                "登录失败",
                "로그인 실패"
            })
    void says_that_nobody_is_let_in(String text) {
        assertThat(RefusalWords.areAllOf(text)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Welcome, Ada Lovelace",
                "Willkommen, Ada Lovelace. Ihre Aufgaben",
                "Bienvenue Ada Lovelace",
                "Hola, Ada. Tu cuenta",
                "Olá, Ada Lovelace",
                "Benvenuta, Ada Lovelace",
                "Welkom, Ada Lovelace",
                "ようこそ Ada さん",
                "欢迎 Ada"
            })
    void greets_somebody(String text) {
        assertThat(RefusalWords.areIn(text)).isFalse();
    }

    /** Somebody who can sign out is in, whatever else the page says. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "2 errors in your import. Sign out",
                "2 Fehler in Ihrem Import. Abmelden",
                "2 erreurs. Déconnexion",
                "2 errores no encontrados. Cerrar sesión",
                "1 erro. Sair",
                "1 errore. Esci",
                "1 fout. Uitloggen",
                "エラー 1 件 ログアウト",
                "1 个错误 退出",
                "오류 1개 로그아웃"
            })
    void offers_what_one_can_do_with_a_session_only(String text) {
        assertThat(RefusalWords.areIn(text)).isTrue();
        assertThat(RefusalWords.areAllOf(text)).isFalse();
    }
}
