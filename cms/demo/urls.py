from django.urls import path

from cms.demo import tour

urlpatterns = [
    path("", tour.tour, name="tour"),
    path("steps/<int:number>/", tour.take_step, name="tour-step"),
    path("people/<slug:role>/", tour.become, name="tour-become"),
    path("keys/<int:pk>/", tour.certify_key, name="tour-certify-key"),
    path("again/", tour.again, name="tour-again"),
]
