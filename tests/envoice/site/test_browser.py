"""A reader's way through the site in Chromium: navigation, search, a copied example, a telephone, the dark."""

import re

import pytest

PHONE = {"viewport": {"width": 390, "height": 844}, "has_touch": True, "is_mobile": True}
SEEN = [
    "index.html",
    "guides/errors-and-retries.html",
    "guides/deviations.html",
    "guides/webhooks.html",
    "resources/index.html",
    "resources/invoices.html",
    "reference/errors.html",
    "resources/models.html",
    "maintainers/generator.html",
]


def result(page, text, address):
    """Type into the search; what it offers that leads to an address."""
    page.get_by_role("button", name="Search").first.click()
    page.get_by_role("combobox", name="Search").fill(text)
    return page.locator(f"a[role=option][href*='{address}']").first


def test_a_reader_follows_the_navigation(open_page):
    page = open_page()
    page.get_by_role("link", name="Guides").first.click()
    page.get_by_role("link", name="Money").first.click()
    page.wait_for_url("**/guides/money.html")
    assert page.locator("h1").inner_text().startswith("Money")
    page.get_by_role("link", name="Resources").first.click()
    page.wait_for_url("**/resources/index.html")
    page.locator("article a", has_text="send_to_client").last.click()
    page.wait_for_url("**/resources/*.html#send_to_client")


@pytest.mark.parametrize(
    ("text", "address"),
    [
        ("retry", "guides/errors-and-retries.html"),
        ("send_to_client", "resources/invoices.html#send_to_client"),
        ("FaultError", "reference/errors.html"),
        ("/api/invoice/all", "resources/invoices.html"),
    ],
)
def test_search_finds(open_page, text, address):
    page = open_page()
    result(page, text, address.partition("#")[0]).wait_for()
    found = page.locator("a[role=option]").evaluate_all("links => links.slice(0, 10).map(link => link.href)")
    where, _, anchor = address.partition("#")
    assert any(where in link and link.endswith(anchor) for link in found), found


def test_a_result_leads_to_its_page(open_page):
    page = open_page()
    result(page, "retry", "guides/errors-and-retries.html").click()
    page.wait_for_url("**/guides/errors-and-retries.html*")
    assert page.locator("h1").inner_text().startswith("Errors and retries")


def test_an_example_is_copied(open_page):
    page = open_page("resources/invoices.html", permissions=["clipboard-read", "clipboard-write"])
    block = page.locator("div.highlight", has_text="client.invoices.send_to_client(").first
    block.hover()
    block.get_by_role("button").first.click()
    copied = page.evaluate("navigator.clipboard.readText()")
    assert copied.strip() == block.locator("code").text_content().strip()
    compile(copied, "copied", "exec")
    assert "client.invoices.send_to_client(" in copied


@pytest.mark.parametrize(
    ("path", "holds", "commands"),
    [
        ("index.html", "pip install envoice", ["pip install envoice"]),
        ("guides/command-line.html", "Usage: envoice", ["envoice --help"]),
        (
            "guides/command-line.html",
            "Müller",
            [
                "envoice invoices list",
                "envoice invoices list --status unpaid --jsonl --fields number,client.name,total_amount",
            ],
        ),
        ("maintainers/overlay.html", "nox -s generate", ["nox -s generate"]),
    ],
)
def test_of_a_console_block_the_commands_are_copied(open_page, path, holds, commands):
    page = open_page(path, permissions=["clipboard-read", "clipboard-write"])
    block = page.locator("div.highlight", has_text=holds).first
    block.hover()
    block.get_by_role("button").first.click()
    assert page.evaluate("navigator.clipboard.readText()").split("\n") == commands
    assert holds in block.inner_text(), "the page shows it all as before"
    for line in (f"$ {command}" for command in commands if "$ " in block.inner_text()):
        assert line in block.inner_text()


def test_a_selection_holds_no_prompt(open_page):
    page = open_page("index.html")
    selected = page.locator("div.highlight", has_text="pip install envoice").first.evaluate(
        "block => { getSelection().selectAllChildren(block.querySelector('code')); return getSelection().toString(); }"
    )
    assert selected.strip() == "pip install envoice"


def test_a_selected_example_keeps_its_lines(open_page):
    page = open_page("resources/invoices.html")
    code = page.locator("div.highlight", has_text="client.invoices.send_to_client(").first.locator("code")
    selected = code.evaluate("code => { getSelection().selectAllChildren(code); return getSelection().toString(); }")
    assert selected.strip() == code.text_content().strip()


def test_a_client_of_httpx_is_no_model(open_page):
    page = open_page("reference/client.html")
    signatures = [text for text in page.locator("div.highlight").all_inner_texts() if "http_client: " in text]
    found = [re.findall(r"http_client: (\S+) \|", text) for text in signatures]
    assert [names for names in found if names] == [["httpx.Client"], ["httpx.AsyncClient"]]
    fields = page.locator("li", has_text="One of your own, for proxies").all_inner_texts()
    assert [re.search(r"\((httpx\.\w+)", text)[1] for text in fields] == ["httpx.Client", "httpx.AsyncClient"]


@pytest.mark.parametrize("path", SEEN)
def test_no_page_is_wider_than_a_telephone(open_page, path):
    page = open_page(path, **PHONE)
    width = page.evaluate("document.documentElement.scrollWidth")
    assert width <= PHONE["viewport"]["width"]


@pytest.mark.parametrize("path", SEEN)
def test_a_page_reads_without_a_server(open_page, site, path):
    page = open_page(path, base=site.as_uri())
    assert page.locator("h1").inner_text()
    assert page.locator("article").bounding_box()["width"] > 300
    result(page, "retry", "guides/errors-and-retries.html").click()
    page.wait_for_url("**/guides/errors-and-retries.html*")


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_text_stands_out_from_its_ground(open_page, scheme):
    page = open_page("maintainers/generator.html", color_scheme=scheme)
    for selector in ("article p", ".picture text", "article :not(pre) > code", "nav a"):
        ratio = page.locator(selector).first.evaluate(CONTRAST)
        assert ratio >= 4.5, f"{selector}: {ratio:.1f}"


# The contrast of an element's text with the ground behind it, as the WCAG reckons it.
CONTRAST = """element => {
  const canvas = document.createElement("canvas").getContext("2d", {willReadFrequently: true});
  const paint = (colors) => {
    canvas.clearRect(0, 0, 1, 1);
    for (const color of colors) { canvas.fillStyle = color; canvas.fillRect(0, 0, 1, 1); }
    return [...canvas.getImageData(0, 0, 1, 1).data].slice(0, 3);
  };
  const light = rgb => {
    const [r, g, b] = rgb.map(v => v / 255).map(v => v <= 0.03928 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4);
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const grounds = [];
  for (let node = element; node; node = node.parentElement) grounds.unshift(getComputedStyle(node).backgroundColor);
  const style = getComputedStyle(element);
  const text = element.namespaceURI.endsWith("svg") ? style.fill : style.color;
  const [a, b] = [light(paint(["white", ...grounds, text])), light(paint(["white", ...grounds]))];
  return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
}"""
