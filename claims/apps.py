from django.apps import AppConfig


class ClaimsConfig(AppConfig):
    name = "claims"
    default_auto_field = "django.db.models.BigAutoField"
    verbose_name = "Claims and evidence"

    def ready(self):
        from claims import editions, merged_sources, resting_results

        editions.listen()
        merged_sources.listen()
        resting_results.listen()
