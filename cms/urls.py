from django.contrib import admin
from django.urls import include, path

from cms import transparency

urlpatterns = [
    path("", include("articles.urls")),  # first, for it is asked for most
    path("admin/", admin.site.urls),
    path("desk/", include("reviews.urls")),
    path("demo/", include("cms.demo.urls")),  # 404 without the demo flag
    path("", include("cms.account_urls")),
    path("transparency/checkpoint", transparency.checkpoint, name="checkpoint"),
    path("transparency/consistency/<int:old>/<int:new>", transparency.consistency, name="consistency"),
]
handler404 = "articles.views.not_found"
handler500 = "cms.views.server_error"
