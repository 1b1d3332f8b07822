from django.urls import path

from articles import views

urlpatterns = [
    path("", views.home, name="home"),
    path("robots.txt", views.robots, name="robots"),
    path("articles/<slug:slug>/", views.article, name="article"),
    path("articles/<slug:slug>/edition.json", views.edition_json, name="edition-json"),
    path("articles/<slug:slug>/evidence.json", views.evidence_json, name="evidence-json"),
    path("articles/<slug:slug>/editions/<int:number>/evidence.json", views.edition_evidence, name="edition-evidence"),
    path("reviewers/<int:number>/", views.reviewer, name="reviewer"),
    path("how-we-review/", views.how_we_review, name="how-we-review"),
    path("topics/<slug:slug>/", views.topic, name="topic"),
]
