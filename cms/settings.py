"""Settings, all from the environment. Without any, this is the demo and development site on the embedded PostgreSQL."""

import os
import sys
from pathlib import Path

from csp.constants import NONCE, NONE, SELF
from environs import Env

BASE_DIR = Path(__file__).resolve().parent.parent

env = Env()

DEBUG = env.bool("DEBUG", False)
DEMO = env.bool("LEAF_DEMO", False)  # "DEMO" on every page, noindex, /demo/, people with known passwords
TESTING = "pytest" in sys.modules

# Secrets -------------------------------------------------------------------------------------------------------------


def _secret_key():
    """SECRET_KEY from the environment. Only demo, development and tests may do without: theirs lives in .leaf."""
    key = env.str("SECRET_KEY", "")
    if key:
        return key
    if not (DEBUG or DEMO or TESTING or set(sys.argv[1:2]) & {"demo", "stop_postgres", "set_up", "manifest"}):
        sys.exit(
            "Signed Leaf does not start: SECRET_KEY is not set. Set it to a long random text, "
            "or set LEAF_DEMO=1 to run the demo, or DEBUG=1 to develop."
        )
    kept = BASE_DIR / ".leaf" / "secret_key"
    if not kept.exists():
        kept.parent.mkdir(mode=0o755, exist_ok=True)
        try:
            with os.fdopen(os.open(kept, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w") as file:
                file.write(os.urandom(40).hex())
        except FileExistsError:
            pass  # another process was faster
    return kept.read_text()


SECRET_KEY = _secret_key()
SECRET_KEY_FALLBACKS = env.list("SECRET_KEY_FALLBACKS", [])  # keys from before: they still open what they sealed
SITE_NAME = env.str("LEAF_SITE_NAME", "Signed Leaf")
LEDGER_ORIGIN = env.str("LEAF_LEDGER_ORIGIN", "localhost/signed-leaf")  # names the ledger in its checkpoints, for ever
SITE_URL = env.str("LEAF_SITE_URL", "").rstrip("/")  # as pages name themselves; empty: as the request names the host
BEHIND_PROXY = env.bool("LEAF_BEHIND_PROXY", False)
FORCE_SCRIPT_NAME = env.str("LEAF_SCRIPT_NAME", "")  # never what a request's headers say
ALLOWED_HOSTS = env.list("ALLOWED_HOSTS", ["localhost", "127.0.0.1", "[::1]"])
CSRF_TRUSTED_ORIGINS = env.list("CSRF_TRUSTED_ORIGINS", [])

# PostgreSQL ----------------------------------------------------------------------------------------------------------

# The application's own database, by role. Empty: the embedded server. Only set-up reads "owner" and "admin".
LEAF_DATABASE_URLS = {
    role: url
    for role, url in {
        "app": env.str("DATABASE_URL", ""),
        "reader": env.str("READER_DATABASE_URL", ""),
        "owner": env.str("OWNER_DATABASE_URL", ""),
        "admin": env.str("ADMIN_DATABASE_URL", ""),
    }.items()
    if url
}


def _database(role, name):
    """The alias for one role: by its URL, or on the embedded server, joined when it first connects."""
    if LEAF_DATABASE_URLS:
        if name not in LEAF_DATABASE_URLS:
            sys.exit("Signed Leaf does not start: DATABASE_URL and READER_DATABASE_URL must be set together.")
        from cms.postgresql.setup import database_url_parts

        database = database_url_parts(LEAF_DATABASE_URLS[name])
    else:
        database = {
            "ENGINE": "cms.postgresql",
            "NAME": env.str("LEAF_EMBEDDED_DATABASE", "signed_leaf_demo" if DEMO else "signed_leaf"),
            "EMBEDDED": {"server": "site", "role": role},
        }
    database["CONN_HEALTH_CHECKS"] = True
    if env.bool("LEAF_POOL", False):  # set by the web server alone: a command needs one connection
        database["OPTIONS"] = database.get("OPTIONS", {}) | {
            "pool": {"min_size": 1, "max_size": env.int("LEAF_POOL_SIZE", 8), "timeout": 5}
        }
    return database


DATABASES = {"default": _database("leaf_app", "app"), "public": _database("leaf_reader", "reader")}
DATABASE_ROUTERS = ["cms.routers.PublicReads"]
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

# Django --------------------------------------------------------------------------------------------------------------

INSTALLED_APPS = [
    "cms.admin_site.LeafAdminConfig",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.humanize",
    "django.contrib.messages",
    "django.contrib.postgres",
    "django.contrib.sessions",
    "whitenoise.runserver_nostatic",
    "django.contrib.staticfiles",
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "allauth.usersessions",
    "csp",
    "js_asset",
    "django_prose_editor",
    "reversion",
    "cms",
    "articles",
    "reviews",
]
MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "csp.middleware.CSPMiddleware",
    "cms.middleware.database_problems",
    "cms.middleware.default_headers",
    "cms.middleware.Sessions",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "cms.sign_in.second_factor",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
]
ROOT_URLCONF = "cms.urls"
WSGI_APPLICATION = "cms.wsgi.application"
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [BASE_DIR / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "cms.context.site",
            ]
        },
    }
]

# People --------------------------------------------------------------------------------------------------------------

AUTH_USER_MODEL = "cms.Person"
AUTHENTICATION_BACKENDS = ["cms.sign_in.EmailBackend"]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator"},
    {"NAME": "django.contrib.auth.password_validation.MinimumLengthValidator", "OPTIONS": {"min_length": 15}},
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
]
LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = "desk"
SESSION_COOKIE_AGE = 12 * 60 * 60
SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = CSRF_COOKIE_SAMESITE = "Lax"
PASSWORD_RESET_TIMEOUT = 60 * 60
# Reviewers, editors, compliance and administrators need a second factor before the admin and the desk open.
SECOND_FACTOR = not (DEBUG or DEMO or TESTING)

ACCOUNT_ADAPTER = "cms.sign_in.AccountAdapter"
ACCOUNT_USER_MODEL_USERNAME_FIELD = None
ACCOUNT_LOGIN_METHODS = {"email"}
ACCOUNT_SIGNUP_FIELDS = ["email*", "password1*"]
ACCOUNT_EMAIL_VERIFICATION = "none"  # an administrator makes the account, and says whose address it is
ACCOUNT_EMAIL_UNKNOWN_ACCOUNTS = False
ACCOUNT_EMAIL_NOTIFICATIONS = True
ACCOUNT_SESSION_REMEMBER = True  # for SESSION_COOKIE_AGE
ACCOUNT_LOGOUT_REDIRECT_URL = "account_login"
ACCOUNT_REAUTHENTICATION_TIMEOUT = 5 * 60
ACCOUNT_DEFAULT_HTTP_PROTOCOL = "https" if SITE_URL.startswith("https") else "http"
# A link of a forgotten password goes by the person's address alone; allauth's own keeps addresses of its own.
ACCOUNT_PASSWORD_RESET_TOKEN_GENERATOR = "django.contrib.auth.tokens.PasswordResetTokenGenerator"  # noqa: S105 (a name)
# Those whose word about a reader's address is taken.
ALLAUTH_TRUSTED_PROXY_COUNT = env.int("LEAF_PROXY_COUNT", 1 if BEHIND_PROXY else 0)
ACCOUNT_FORMS = {"login": "cms.sign_in_forms.SignInForm", "reset_password": "cms.sign_in_forms.ForgottenPasswordForm"}
MFA_FORMS = {
    "activate_totp": "cms.sign_in_forms.SetUpAppForm",
    "add_webauthn": "cms.sign_in_forms.AddPasskeyForm",
}
MFA_ADAPTER = "cms.sign_in.SecondFactors"
MFA_SUPPORTED_TYPES = ["totp", "webauthn", "recovery_codes"]
MFA_PASSKEY_LOGIN_ENABLED = True
MFA_WEBAUTHN_USER_VERIFICATION = "required"

# One OpenID Connect provider, if any: who has an account signs in by the address that it confirmed. See cms/oidc.py.
OIDC = {name: env.str(f"LEAF_OIDC_{name.upper()}", "") for name in ["url", "client", "secret", "name"]}
OIDC["name"] = OIDC["name"] or "your organisation"
if not OIDC["url"]:
    OIDC = {}
elif not (OIDC["client"] and OIDC["secret"] and SITE_URL):
    sys.exit("Signed Leaf does not start: LEAF_OIDC_URL needs LEAF_OIDC_CLIENT, LEAF_OIDC_SECRET and LEAF_SITE_URL.")
elif not (OIDC["url"].startswith("https://") or DEBUG or DEMO or TESTING):
    sys.exit("Signed Leaf does not start: LEAF_OIDC_URL must begin with https://.")

# Mail ----------------------------------------------------------------------------------------------------------------

_mail = env.dj_email_url("EMAIL_URL", "console:" if DEBUG or DEMO else "dummy:")
if "EMAIL_BACKEND" not in _mail:
    sys.exit("Signed Leaf does not start: EMAIL_URL must be like submission://user:password@mail.example:587.")
if "EMAIL_URL" in os.environ and not (SITE_URL or DEBUG or DEMO or TESTING):
    sys.exit("Signed Leaf does not start: mail is sent, so set LEAF_SITE_URL, which its links name.")
globals().update(_mail)  # EMAIL_HOST and the others
EMAIL_TIMEOUT = 10
DEFAULT_FROM_EMAIL = SERVER_EMAIL = env.str("LEAF_MAIL_FROM", "signed-leaf@localhost")

# Words and time ------------------------------------------------------------------------------------------------------

LANGUAGE_CODE = "en-gb"
TIME_ZONE = "UTC"
USE_I18N = True
USE_TZ = True
FORMAT_MODULE_PATH = "cms.formats"

# Files ---------------------------------------------------------------------------------------------------------------

STATIC_URL = "static/"
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
}
WHITENOISE_USE_FINDERS = True  # the files are served from where they are: there is no collecting step

# Pages as they were written out, kept in the process under all that decides how they look: see articles/views.py.
CACHES = {
    "default": {"BACKEND": "cms.tries.Tries"},  # tries to sign in; nothing that readers see
    "pages": {
        "BACKEND": "django.core.cache.backends.locmem.LocMemCache",
        "LOCATION": "pages",
        "TIMEOUT": 60 * 60,
        "OPTIONS": {"MAX_ENTRIES": 1000},
    },
}

# Security ------------------------------------------------------------------------------------------------------------

SECURE = env.bool("LEAF_HTTPS", not (DEBUG or DEMO or TESTING))
SECURE_SSL_REDIRECT = SECURE
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = SECURE
SECURE_HSTS_SECONDS = 31536000 if SECURE else 0
SECURE_HSTS_INCLUDE_SUBDOMAINS = SECURE
SECURE_HSTS_PRELOAD = SECURE
if BEHIND_PROXY:
    SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
SECURE_REFERRER_POLICY = "strict-origin-when-cross-origin"
X_FRAME_OPTIONS = "DENY"
CSRF_FAILURE_VIEW = "cms.views.csrf_failure"
# The editor (Tiptap) injects one <style> element; its hash is allowed and nothing else. A test notices when it changes.
EDITOR_STYLE = "'sha256-PlumsSlvJ7vvWzjqibGAYKq92O3y/4JTxWWsWJvyUYA='"
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [NONE],
        "script-src": [SELF, NONCE],
        "style-src": [SELF, EDITOR_STYLE],
        "img-src": [SELF, "data:"],
        "font-src": [SELF],
        "connect-src": [SELF],
        "base-uri": [NONE],
        "form-action": [SELF],
        "frame-ancestors": [NONE],
        "object-src": [NONE],
    }
}
DATA_UPLOAD_MAX_MEMORY_SIZE = 2_000_000
DATA_UPLOAD_MAX_NUMBER_FIELDS = 10_000  # a reference takes about 16 fields of the form
MESSAGE_STORAGE = "django.contrib.messages.storage.session.SessionStorage"

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "handlers": {"console": {"class": "logging.StreamHandler"}},
    "root": {"handlers": ["console"], "level": "WARNING"},
}
SILENCED_SYSTEM_CHECKS = ["auth.W004"]  # e-mail is unique without regard to case: one_person_per_email
