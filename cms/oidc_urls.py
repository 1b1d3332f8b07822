from django.urls import path

from cms import oidc_views

urlpatterns = [
    path("sign-in/elsewhere/", oidc_views.leave, name="oidc"),
    path("sign-in/elsewhere/back/", oidc_views.come_back, name="oidc_come_back"),
]
