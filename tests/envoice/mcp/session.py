"""Records the session that the guide shows; `python -m tests.envoice.mcp.session` writes it there anew."""

import asyncio
import json
from pathlib import Path

from mcp import Client, types

from tests.envoice.mcp.serving import ROOT, over_stdio, stubs

PAGE = ROOT / "docs" / "pages" / "guides" / "mcp.md"
BEGIN, END = "<!-- session -->\n", "<!-- end of the session -->"
MOST = 900
"""Characters of an answer that the guide shows."""


def recorded(server):
    """The session with the official client, line by line.

    Args:
        server: The server of stubs behind it.
    """
    lines = []

    async def person(context, params):
        lines.extend(["< elicitation/create", *(f"  {line}" for line in params.message.split("\n"))])
        lines.append('> {"confirm": true}')
        return types.ElicitResult(action="accept", content={"confirm": True})

    async def call(client, name, arguments):
        lines.append(f"> tools/call {name} {json.dumps(arguments)}")
        result = await client.call_tool(name, arguments)
        text = result.content[0].text
        lines.extend(["< isError"] if result.is_error else [])
        lines.extend((text if len(text) <= MOST else f"{text[:MOST]} …").splitlines())
        lines.append("")

    async def talk():
        parameters = over_stdio(server, "--allow", "invoices.change_status")
        async with Client(parameters, elicitation_callback=person) as client:
            tools = (await client.list_tools()).tools
            size = sum(len(tool.model_dump_json(by_alias=True, exclude_none=True).encode()) for tool in tools)
            lines.extend(["> tools/list", f"< {len(tools)} tools, {size:,} bytes of schemas:"])
            lines.extend(_described(tool) for tool in tools)
            lines.append("")
            fields = ["number", "client.name", "status", "total_amount"]
            await call(client, "invoices_list", {"page_size": 2, "fields": fields})
            await call(client, "search_operations", {"query": "link to pdf"})
            await call(client, "call_read", {"operation": "invoices.get_status", "arguments": {"id": 3971}})
            await call(client, "invoices_change_status", {"id": 3971, "status": "Paid"})
            await call(client, "call_write", {"operation": "invoices.create", "arguments": {}})

    asyncio.run(talk())
    return "\n".join(lines).strip()


def _described(tool):
    hints = tool.annotations
    kind = "reads" if hints.read_only_hint else "deletes" if hints.destructive_hint else "writes"
    return f"  {tool.name} ({kind}): {tool.description}"


def shown(page):
    """The session that the guide shows.

    Args:
        page: The text of the guide.
    """
    before, _, rest = page.partition(BEGIN)
    found, _, after = rest.partition(END)
    assert before, f"{PAGE} must have {BEGIN}"
    assert after, f"{PAGE} must have {END}"
    return found


def written(session):
    """How the guide shows a session.

    Args:
        session: The session.
    """
    return f"\n```text\n{session}\n```\n\n"


def main(page: Path = PAGE) -> None:
    """Write the session into the guide."""
    with stubs() as server:
        text, session = page.read_text(encoding="utf-8"), recorded(server)
        head, tail = text.split(f"{BEGIN}{shown(text)}{END}")
        page.write_text(f"{head}{BEGIN}{written(session)}{END}{tail}", encoding="utf-8")


if __name__ == "__main__":
    main()
