"""Notes what a page complains about: its console, its faults, and whom it asks for something."""

from dataclasses import dataclass, field


@dataclass
class Watch:
    """What a page said since the last `take`; a page of the site says nothing."""

    origin: str
    complaints: list = field(default_factory=list)

    def on(self, page):
        page.on("console", self._console)
        page.on("pageerror", lambda error: self.complaints.append(f"fault: {error}"))
        page.on("request", self._request)
        page.on("response", self._response)
        return page

    def take(self):
        complaints, self.complaints = self.complaints, []
        return complaints

    def _console(self, message):
        # The browser repeats the status of every answer; `_response` judges that itself.
        is_status = message.text.startswith("Failed to load resource: the server responded")
        if message.type in ("error", "warning") and not is_status:
            self.complaints.append(f"{message.type} on the console: {message.text}")

    def _request(self, request):
        if not request.url.startswith(f"{self.origin}/"):
            self.complaints.append(f"asked for {request.url}")

    def _response(self, response):
        is_page = response.request.is_navigation_request()
        if response.status >= 400 and not is_page:
            self.complaints.append(f"{response.status} for {response.url}")
