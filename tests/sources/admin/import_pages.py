"""Where the screens of imports are."""

LIST = "/admin/sources/import/"
ADD = f"{LIST}add/"


def page(batch):
    return f"{LIST}{batch.pk}/change/"
