"""The admin as a person at a keyboard uses it."""

from dataclasses import dataclass

from playwright.sync_api import expect

from tests.browser.watch import Watch


@dataclass
class Desk:
    page: object
    watch: Watch

    def sign_in(self, name, password):
        self.page.goto("/admin/")
        self.page.get_by_label("Username").fill(name)
        self.page.get_by_label("Password").fill(password)
        self.press("Log in")
        return self

    def press(self, name):
        """Press a button that leads to another page, and wait for that page."""
        with self.page.expect_navigation():
            self.page.get_by_role("button", name=name, exact=True).click()

    def fill(self, **texts):
        for name, text in texts.items():
            self.page.locator(f"#id_{name}").fill(text)

    def choose(self, **values):
        for name, value in values.items():
            self.page.locator(f"#id_{name}").select_option(value)

    def look_up(self, name, words, found):
        """Type `words` into the autocomplete of a field and take the line that has `found`."""
        box = self.page.locator(f"#id_{name} + .select2-container")
        box.click()
        self.page.locator(".select2-search__field").fill(words)
        self.page.locator(".select2-results__option", has_text=found).click()
        expect(box).to_contain_text(found)

    def first_in_list(self, model):
        """Go to the first row of a model's list and return its address."""
        self.page.goto(f"/admin/{model}/")
        with self.page.expect_navigation():
            self.page.locator("#result_list tbody th a").first.click()
        return self.page.url

    @property
    def offers(self):
        return self.page.locator(".desk-panel button").all_inner_texts()

    @property
    def messages(self):
        return "\n".join(self.page.locator(".messagelist li, .errornote").all_inner_texts())
