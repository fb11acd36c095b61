"""Questions that readers ask, typed into the site's own search: the page that answers each is the first one offered."""

import re

from tests.envoice.site.conftest import ROOT

_HAS_MCP = (ROOT / "docs" / "pages" / "guides" / "mcp.md").is_file()
# Neighbours have different answers, so that what is still shown of the one before is not taken for the next.
QUESTIONS = {
    "rate limit": "guides/errors-and-retries",
    "mcp": "guides/mcp" if _HAS_MCP else "guides/agents",
    "idempotency key": "guides/errors-and-retries",
    "coupon code": "guides/products",
    "duplicate": "guides/errors-and-retries",
    "api key": "guides/authentication",
    "timeout": "guides/options",
    "refund": "guides/payments",
    "recurring invoice": "guides/recurring",
    "vat": "guides/taxes",
    "decimal": "guides/money",
    "verify signature": "guides/webhooks",
    "proxy": "guides/options",
    "rotate keys": "guides/authentication",
    "fake service": "guides/testing",
    "overdue": "cookbook/dunning",
    "changelog": "changelog",
    "vulnerability": "security",
    "llms.txt": "guides/agents",
    "async": "guides/async",
    "export parquet": "guides/command-line",
    "stainless": "maintainers/coming-from-stainless",
    "download pdf": "resources/invoices",
    "FaultError": "reference/errors",
}


def test_the_page_that_answers_a_question_is_offered_first(open_page, site):
    assert len(QUESTIONS) >= 20
    page = open_page()
    page.get_by_role("button", name="Search").first.click()
    field, found = page.get_by_role("combobox", name="Search"), {}
    offered = page.locator("a[role=option]")
    for question, answer in QUESTIONS.items():
        assert (site / f"{answer}.html").is_file()
        field.fill(question)
        first = page.locator(f"a[role=option][href*='/{answer}.html']")
        for _ in range(100):
            links = [re.sub(r"[?#].*", "", link) for link in offered.evaluate_all("all => all.map(one => one.href)")]
            if links and links[0].endswith(f"/{answer}.html") and first.count():
                break
            page.wait_for_timeout(50)
        else:
            found[question] = links[:3]
    assert not found
