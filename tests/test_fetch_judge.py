"""What came back is judged before it is believed: errors with status 200, walls, wrong types, and pages cut short."""

import doctest
import gzip
from functools import partial

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from g7data.fetch import wall_words
from g7data.fetch.judge import Before, Judged, Verdict, judge
from g7data.fetch.wall_words import leaves_a_trace, says
from tests.linear_time import assert_quick

URL = "https://example.org/g7/communique.html"
SENTENCE = "Ministers agreed to share what they learn about safe harbours and to report on it within a year. "
MENU = "<nav><ul>" + "".join(f'<li><a href="/{n}">Part {n} of the site</a></li>' for n in range(30)) + "</ul></nav>"
FOOT = "<footer><p>Ministry of Examples, 1 Harbour Street. Contact the press office on weekdays.</p></footer>"


def verdict(body, media_type="text/html", *, before=None, url=URL, status=200, charset="utf-8", truncated=False):
    body = body.encode() if isinstance(body, str) else body
    return judge(Judged(url, status, media_type, charset, body, truncated), before)


def code(body, media_type="text/html", **rest):
    return verdict(body, media_type, **rest).code


def page(title, body, heading=None):
    top = f"<h1>{heading}</h1>" if heading else ""
    return f"<!DOCTYPE html><html><head><title>{title}</title></head><body>{MENU}<main>{top}{body}</main>{FOOT}</body></html>"


ERROR_TITLES = [
    "Page not found", "404 – Page Not Found | Ministry of Examples", "404", "Error 404", "HTTP Status 404 – Not Found", "404 Not Found",
    "Sorry, the page you requested cannot be found", "This page has been moved", "Access Denied", "403 Forbidden", "Service Unavailable",
    "503 Service Temporarily Unavailable", "Internal Server Error", "502 Bad Gateway", "Server Error in '/' Application.", "Error",
    "Site under maintenance", "We’re sorry, something went wrong", "Just a moment...", "Attention Required! | Shield", "Security check",
    "Checking your browser before accessing example.org", "Are you a robot?", "Request Rejected", "429 Too Many Requests",
    "Seite nicht gefunden", "Fehler 404 - Seite nicht gefunden", "Die angeforderte Seite wurde nicht gefunden", "Zugriff verweigert",
    "Dienst vorübergehend nicht verfügbar", "Wartungsarbeiten", "Interner Serverfehler", "Diese Seite existiert leider nicht mehr",
    "Page introuvable", "Page introuvable (404) — Ministère", "Oups, cette page n’existe pas !", "Accès refusé", "Site en maintenance",
    "Service temporairement indisponible", "Erreur interne du serveur", "Une erreur est survenue", "La page demandée est introuvable",
    "Pagina non trovata", "Pagina non trovata · Ministero", "Errore 404", "La pagina richiesta non esiste", "Accesso negato",
    "Sito in manutenzione", "Servizio temporaneamente non disponibile", "Si è verificato un errore",
    "ページが見つかりません", "お探しのページは見つかりませんでした。｜省", "アクセスが拒否されました", "ただいまメンテナンス中です", "サーバーエラー", "404エラー",
]  # fmt: skip


@pytest.mark.parametrize("title", ERROR_TITLES)
@pytest.mark.parametrize("place", ["title", "heading"])
def test_a_short_page_whose_title_or_heading_is_an_error_is_one(title, place):
    words = "<p>Perhaps the menu helps.</p>"
    source = page(title, words) if place == "title" else page("Ministry of Examples", words, title)
    assert code(source) == "error_page"


@pytest.mark.parametrize("title", ERROR_TITLES)
def test_a_long_page_with_the_same_title_is_none(title):
    assert code(page(title, f"<p>{SENTENCE * 3}</p>" * 20)) is None


@pytest.mark.parametrize(
    "sentence",
    [
        "The page you are looking for may have been moved. Please use the search.",
        "The requested URL /g7/x.html was not found on this server.",
        "Sorry, this page is no longer available.",
        "You don't have permission to access this resource.",
        "Please verify you are a human to go on.",
        "Our firewall to protect this site was triggered. Incident ID: 12345-67",
        "The server is temporarily unable to answer. An error has occurred.",
        "This website is currently undergoing maintenance.",
        "The domain example.org is for sale.",
        "Die von Ihnen gesuchte Seite wurde leider nicht gefunden.",
        "Sie haben keine Berechtigung, diese Seite zu sehen.",
        "La page que vous recherchez n'est pas là.",
        "Vous n'avez pas l'autorisation d'accéder à ce document.",
        "La pagina che stai cercando è stata rimossa.",
        "Non hai i permessi necessari per accedere.",
        "お探しのページは移動したか、削除された可能性があります。",
        "ロボットではないことを確認してください。",
        "現在、システムメンテナンスを行っています。",
    ],
)
@pytest.mark.parametrize("media_type", ["text/html", "text/plain"])
def test_a_page_that_says_little_more_than_that_it_is_not_there_is_an_error(sentence, media_type):
    if media_type == "text/plain":
        assert code(sentence, media_type) == "error_page"
    else:
        assert code(page("Ministry of Examples", f"<p>{sentence}</p>")) == "error_page"
        assert code(page("Harbours", f"<p>{sentence}</p>" + f"<p>{SENTENCE * 8}</p>")) is None


@pytest.mark.parametrize(
    "sentence",
    [
        "Please enable JavaScript to run this app.",
        "Bitte aktivieren Sie JavaScript.",
        "Veuillez réessayer plus tard.",
        "Riprova più tardi.",
    ],
)
def test_what_a_document_might_say_too_counts_only_beside_nothing(sentence):
    assert code(page("Ministry", f"<p>{sentence}</p>")) == "error_page"
    assert code(page("Ministry", f"<p>{sentence}</p><p>{SENTENCE * 2}</p>")) is None


def test_a_shell_of_scripts_says_so_or_is_empty():
    shell = "<html><head><title>App</title></head><body>{}<div id=root></div><script>start()</script></body></html>"
    assert code(shell.format("<noscript>You need to enable JavaScript to run this app.</noscript>")) == "error_page"
    assert code(shell.format("")) == "empty_body"
    assert code("<title>Just a moment...</title><script>check()</script>") == "error_page"


@pytest.mark.parametrize(
    ("title", "body"),
    [
        ("Log in", '<form><input name=user><input type="password"></form>'),
        ("Anmelden | Ministerium", "<form><input type=password></form><p>Passwort vergessen?</p>"),
        ("Connexion", "<p>Veuillez vous connecter pour lire ce document.</p>"),
        ("Accedi", "<form><input type='password'></form>"),
        ("ログイン", "<form><input type='password'></form>"),
        ("Ministry", "<p>You must be logged in to view this page of the press office.</p>"),
        ("Ministero", "<p>Per leggere è necessario effettuare l'accesso.</p>"),
    ],
)
def test_a_page_that_only_asks_to_log_in_is_a_wall(title, body):
    assert code(page(title, body)) == "login_wall"


def test_a_form_to_log_in_beside_a_text_is_none():
    form = "<form><h2>Log in</h2><input type=password></form>"
    assert code(page("Statement on harbours", f"<p>{SENTENCE}</p>{form}")) is None
    assert code(page("Log in", f"<p>{SENTENCE * 40}</p>{form}")) is None


@pytest.mark.parametrize(
    ("title", "body"),
    [
        (
            "Before you continue",
            "<p>We use cookies and data to run this site.</p><button>Accept all</button><button>Reject all</button>",
        ),
        ("Ministry", "<div><p>This site uses cookies to count visits.</p><a href='/ok'>I agree</a></div>"),
        (
            "Cookie-Einstellungen",
            "<p>Wir verwenden Cookies. Ihre Einwilligung ist freiwillig.</p><button>Alle akzeptieren</button>",
        ),
        (
            "Gestion des cookies",
            "<p>Nous utilisons des cookies avec votre consentement.</p><button>Tout accepter</button>",
        ),
        ("Informativa sui cookie", "<p>Questo sito utilizza i cookie.</p><button>Accetta</button>"),
        ("クッキーについて", "<p>このサイトはクッキーを使用しています。</p><button>同意する</button>"),
    ],
)
def test_a_page_that_only_asks_for_consent_is_a_wall(title, body):
    assert code(f"<html><head><title>{title}</title></head><body>{body}</body></html>") == "consent_wall"


def test_the_cookie_question_beside_a_text_is_none():
    question = "<div class=banner><p>This site uses cookies.</p><button>Accept</button></div>"
    assert code(page("Statement", f"<p>{SENTENCE}</p>{question}", "Statement on harbours")) is None
    assert code(page("Privacy", f"<p>{SENTENCE * 2}</p>")) is None


@pytest.mark.parametrize(
    "source",
    [
        page("Statement", f"<p>{SENTENCE}</p>", "Statement on harbours"),
        page("Schedule", "<p>The Minister travels to Exampleton.</p>"),
        page("Annex 2", '<p><a href="annex2.pdf">Annex 2 (PDF, 2 pages)</a></p>', "Annex 2"),
        page("Documents", "".join(f'<p><a href="{n}.html">Declaration {n}</a></p>' for n in range(40))),
        page("Ministers deplore that access was denied", f"<p>{SENTENCE}Access to the port was denied.</p>"),
        page(
            "Declaration", f"<h2>Access denied</h2><p>{SENTENCE * 30}</p><p>The page you requested was not found.</p>"
        ),
        page("404 ships left the harbour", f"<p>{SENTENCE}</p>"),
        page("Error bars in harbour statistics", f"<p>{SENTENCE}</p>"),
        "<html><frameset><frame src=a.html><frame src=b.html></frameset></html>",
        '<html><meta http-equiv="refresh" content="0;url=new.html"></html>',
        "<html><body><img src=scan.png></body></html>",
        "<p>One line without any other markup, as pages of old have it.",
    ],
)
def test_short_real_pages_and_indexes_are_believed(source):
    assert code(source) is None


@pytest.mark.parametrize("status", [204, 206, 404, 410, 500])
def test_other_answers_are_known_by_their_status(status):
    assert code(page("Statement", f"<p>{SENTENCE}</p>"), status=status) == f"http_{status}"


@pytest.mark.parametrize("body", ["", " \r\n\t", "<html><head></head><body>\n</body></html>", "<!-- nothing -->"])
def test_an_empty_answer_is_one(body):
    assert code(body) == "empty_body"


PDF = b"%PDF-1.7\n1 0 obj\n<<>>\nendobj\nstartxref\n9\n%%EOF\n"
SITEMAP = b"<?xml version='1.0'?><urlset><url><loc>https://example.org/a</loc></url></urlset><!-- made today -->"


@pytest.mark.parametrize(
    ("body", "media_type"),
    [
        (b"\x89PNG\r\n\x1a\n" + bytes(40), "image/png"),
        (b"\x89PNG\r\n\x1a\n" + bytes(range(40)) * 9, "text/html"),
        (b'{"error": "gone"}', "application/json"),
        (b"no file of this kind", "application/pdf"),
        (b"PK\x03\x04", "application/zip"),
        (gzip.compress(bytes(2000), mtime=0), "application/gzip"),
        (gzip.compress(bytes(51_000_000), mtime=0), "application/gzip"),
        (b"\x1f\x8b damaged", "application/gzip"),
        (b"plain words", "text/xml"),
    ],
)
def test_what_is_no_page_is_of_the_wrong_type(body, media_type):
    assert code(body, media_type) == "wrong_type"


def test_a_web_page_in_place_of_a_file_is_of_the_wrong_type():
    source = page("Statement", f"<p>{SENTENCE}</p>")
    assert code(source, url="https://example.org/a.PDF?x=1") == "wrong_type"
    assert code(source, before=Before(0, "application/pdf")) == "wrong_type"
    assert code(page("Page not found", ""), url="https://example.org/a.pdf") == "error_page"


@pytest.mark.parametrize("media_type", ["application/pdf", "text/html", "application/octet-stream"])
def test_a_whole_file_is_believed_whatever_it_is_called(media_type):
    assert verdict(PDF, media_type, url="https://example.org/a.pdf") == Verdict(None, "")


@pytest.mark.parametrize(
    ("body", "media_type"), [(SITEMAP, "text/xml"), (gzip.compress(SITEMAP, mtime=0), "application/x-gzip")]
)
def test_sitemaps_are_believed(body, media_type):
    assert verdict(body, media_type) == Verdict(None, "")


@pytest.mark.parametrize(
    ("body", "media_type"),
    [
        (PDF[:-10], "application/pdf"),
        (SITEMAP[:60], "application/xml"),
        (gzip.compress(SITEMAP, mtime=0)[:-12], "application/gzip"),
        (page("Statement", f"<p>{SENTENCE * 30}</p>").encode()[:-120] + b"<a class='fo", "text/html"),
    ],
)
def test_what_stops_before_its_end_was_cut_short(body, media_type):
    assert code(body, media_type) == "cut_short"


def test_what_the_transfer_cut_was_cut_short():
    assert code(page("Statement", f"<p>{SENTENCE}</p>"), truncated=True) == "cut_short"


def test_a_page_much_shorter_than_its_last_capture_is_not_believed():
    long, half, brief = (verdict(page("Statement", f"<p>{SENTENCE * times}</p>")) for times in (30, 18, 8))
    before = Before(long.length, "text/html")
    assert code(page("Statement", f"<p>{SENTENCE * 8}</p>"), before=before) == "much_shorter"
    assert code(page("Statement", f"<p>{SENTENCE * 18}</p>"), before=before) is None
    assert code(page("Statement", f"<p>{SENTENCE}</p>"), before=Before(brief.length, "text/html")) is None
    assert long.length > half.length > brief.length


def test_menus_and_scripts_do_not_count_in_the_length():
    bare = verdict(f"<p>{SENTENCE}</p>")
    dressed = verdict(
        f"<head><title>T</title><style>p{{}}</style></head>{MENU}<script>let a = 1;</script><p>{SENTENCE}</p>"
    )
    assert bare.length == dressed.length == len(SENTENCE.strip())


def test_a_file_that_took_the_place_of_a_page_is_believed():
    assert code(PDF, "application/pdf", before=Before(9000, "text/html")) is None


def test_the_reason_quotes_what_was_seen():
    assert verdict(page("Page not found | Ministry", "")).reason == (
        "the page is an error message: 'page not found | ministry'"
    )


@pytest.mark.parametrize("title", ERROR_TITLES)
def test_a_title_is_read_between_dividers(title):
    assert says(f"Ministry of Examples - {title}") == "error_page"


@pytest.mark.parametrize(
    "title",
    [
        "G7 Statement on Harbours",
        "Access for all",
        "Index of /docs",
        "2024",
        "The found documents",
        "Maintenance of peace",
        "Privacy at sea: a report",
    ],
)
def test_titles_of_documents_say_nothing_of_the_kind(title):
    assert says(title) is None


@pytest.mark.parametrize(
    "body",
    [
        "<" * 300_000, "<script>" * 60_000, "<!--" * 100_000, "<h1 " * 100_000, "<h1>" * 100_000, "<title>" * 60_000, "<a href" * 60_000,
        "page you " * 40_000, "<p>requested page " * 30_000, " " * 300_000 + "x", "type=" * 60_000, "<urlset " * 60_000, "404 " * 80_000,
    ],
)  # fmt: skip
def test_large_bodies_are_judged_in_linear_time(body):
    for media_type in ("text/html", "text/plain", "application/xml"):
        assert_quick(partial(code, body, media_type), 5)


WORDS = st.lists(
    st.one_of(
        st.sampled_from(
            "<title>|</title>|<h1>|</h1>|<p>|<a href=x>|</a>|<main>|<script>|<input type=password>|404|not found|access denied|"
            "page you requested |cookie |accept |log in |%PDF-|%%EOF|<?xml|<urlset>|ページ|が見つかりません|&nbsp;|<!--|\x1f\x8b".split(
                "|"
            )
        ),
        st.text(max_size=8),
    ),
    max_size=25,
).map("".join)


@settings(max_examples=150, deadline=None)
@given(st.one_of(st.binary(max_size=300), WORDS.map(lambda text: text.encode(errors="replace"))),
       st.sampled_from(["text/html", "text/plain", "text/markdown", "application/pdf", "application/xml", "", "nonsense"]),
       st.sampled_from([None, "utf-8", "shift_jis", "utf-16", "nonsense"]), st.sampled_from([None, Before(5000, "text/html")]))  # fmt: skip
def test_whatever_comes_gets_a_verdict_with_a_reason(body, media_type, charset, before):
    given_ = verdict(body, media_type, charset=charset, before=before)
    assert (given_.code is None) == (given_.reason == "")
    assert given_.length >= 0


def test_every_sentence_that_condemns_leaves_a_trace():
    assert leaves_a_trace("the page you requested is not here")
    assert not leaves_a_trace(SENTENCE.lower())


def test_its_examples_hold():
    assert doctest.testmod(wall_words).failed == 0
