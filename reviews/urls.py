from django.urls import path

from reviews import notice_views, reviewer_views, views

urlpatterns = [
    path("", views.desk, name="desk"),
    path("editions/<int:pk>/", views.edition_screen, name="desk-edition"),
    path("editions/<int:pk>/since/<int:number>/", views.changes, name="desk-changes"),
    path("editions/<int:pk>/sign-off/", views.sign, name="desk-sign-off"),
    path("editions/<int:pk>/request-changes/", views.ask_for_changes, name="desk-request-changes"),
    path("editions/<int:pk>/refuse/", views.refuse_article, name="desk-refuse"),
    path("editions/<int:pk>/lift/<int:verdict_pk>/", views.lift, name="desk-lift"),
    path("editions/<int:pk>/publish/", views.publish_edition, name="desk-publish"),
    path("editions/<int:pk>/take-down/", views.take_article_down, name="desk-take-down"),
    path("editions/<int:pk>/retract/", views.retract_article, name="desk-retract"),
    path("editions/<int:pk>/tier/", views.choose_article_tier, name="desk-tier"),
    path("editions/<int:pk>/check/", views.check_again, name="desk-check"),
    path("editions/<int:pk>/hide-row/", views.hide_a_row, name="desk-hide-row"),
    path("editions/<int:pk>/revoke/<int:sign_off_pk>/", views.revoke_sign_off, name="desk-revoke"),
    path("notices/", notice_views.notices, name="desk-notices"),
    path("notices/write/", notice_views.write, name="desk-notice-write"),
    path("notices/<int:pk>/", notice_views.notice_screen, name="desk-notice"),
    path("notices/<int:pk>/sign/", notice_views.sign, name="desk-notice-sign"),
    path("notices/<int:pk>/publish/", notice_views.publish, name="desk-notice-publish"),
    path("notices/<int:pk>/end/", notice_views.end, name="desk-notice-end"),
    path("signing-secret/", reviewer_views.signing_secret, name="desk-signing-secret"),
    path("signing-secret/with-an-officer/", reviewer_views.secret_with_officer, name="desk-secret-with-officer"),
    path("credentials/", reviewer_views.credentials, name="desk-credentials"),
    path("credentials/register/", reviewer_views.register, name="desk-register"),
    path("credentials/<int:pk>/verify/", reviewer_views.verify, name="desk-verify"),
    path("credentials/<int:pk>/suspend/", reviewer_views.suspend, name="desk-suspend"),
]
