"""What callers of a former SDK rely on besides, tried with each call: options, raw answers, parts, models, errors."""

import inspect

import httpx

from tests.former.calls import aread, awaited, read, sync

OPTIONS = {"extra_headers": {"X-Relied": "yes"}, "extra_query": {"relied": "on"}}


def _seen(server):
    """The last request that a server got, and what it answered."""
    return server.take()[-1]


def _is_sent(exchange):
    headers = {name.lower(): text for name, text in exchange.asked.headers}
    assert headers["x-relied"] == "yes"
    assert "relied=on" in exchange.asked.target


def _is_model(found):
    """A model is plain values in each of the ways that callers know."""
    if not hasattr(found, "model_dump"):
        return
    assert isinstance(found.to_dict(), dict)
    assert found.model_dump(mode="json", by_alias=True) == found.to_dict()
    assert isinstance(found.model_dump_json(), str)
    assert {*found.model_dump()} == {*found.to_dict(use_api_names=False)}


def _is_page(page):
    assert isinstance(page.has_next_page(), bool)
    assert page.model_dump()


def _is_error(package, error, status):
    assert isinstance(error, package.APIStatusError | package.APIResponseValidationError)
    assert error.status_code == error.response.status_code == status
    assert isinstance(error.message, str)
    assert error.body is None or isinstance(error.body, dict | list | str | int | float)


def edges_of(made, operation):
    """The stubs of an operation that answer an error, by their status."""
    found = {}
    for name in made.edges.get(operation, ()):
        words = [word for word in name.replace("-", " ").replace("_", " ").split() if word.isdigit() and len(word) == 3]
        if words and words[-1][0] in "45":
            found.setdefault(int(words[-1]), name)
    return found


def sync_checks(made, client, call, header):  # noqa: C901 - a function for each check
    """Each check of one call: its name, and what runs it."""

    def options():
        read(sync(client.with_options(max_retries=1), call, **OPTIONS, timeout=httpx.Timeout(30)))
        _is_sent(_seen(made.server))

    def raw():
        answer = sync(client, call, "with_raw_response")
        assert 200 <= answer.status_code < 300
        assert answer.headers is not None
        assert answer.http_response.status_code == answer.status_code
        if hasattr(answer, "parse"):
            found = answer.parse()
            _is_model(found)
            if hasattr(found, "iter_pages"):
                _is_page(found)
            read(found)

    def streamed():
        with sync(client, call, "with_streaming_response") as answer:
            assert 200 <= answer.status_code < 300
            content = b"".join(answer.iter_bytes(7))
        exchange = _seen(made.server)
        assert content == exchange.answer.body
        with sync(client, call, "with_streaming_response") as answer:
            assert "".join(answer.iter_lines()) == "".join(content.decode("utf-8", "replace").splitlines())

    def items():
        found = sync(client, call)
        if hasattr(found, "__next__"):
            with found as stream:
                next(stream)
                assert stream.response.status_code
            found.close()
        elif hasattr(found, "iter_pages"):
            _is_page(found)
        _is_model(found)

    def errors():
        read(sync(client, call))
        for status, name in edges_of(made, made.server.take()[0].stub).items():
            try:
                read(sync(client, call, extra_headers={header: name}))
            except made.module.APIError as error:
                _is_error(made.module, error, status)
            else:
                raise AssertionError(f"{name} raised nothing")

    return {"options": options, "raw": raw, "streamed": streamed, "items": items, "errors": errors}


def async_checks(made, client, call, header):  # noqa: C901 - as above
    """The same, awaited."""

    async def options():
        await aread(await awaited(client.with_options(max_retries=1), call, **OPTIONS, timeout=httpx.Timeout(30)))
        _is_sent(_seen(made.server))

    async def raw():
        answer = await awaited(client, call, "with_raw_response")
        assert 200 <= answer.status_code < 300
        found = await answer.parse()
        _is_model(found)
        if hasattr(found, "iter_pages"):
            _is_page(found)
        await aread(found)

    async def streamed():
        async with sync(client, call, "with_streaming_response") as answer:
            content = b"".join([part async for part in answer.iter_bytes(7)])
        assert content == _seen(made.server).answer.body

    async def items():
        found = sync(client, call)
        if inspect.isawaitable(found):
            found = await found
        if hasattr(found, "__anext__"):
            async with found as stream:
                await anext(stream)
            await found.close()
        elif hasattr(found, "iter_pages"):
            _is_page(found)
        _is_model(found)

    async def errors():
        await aread(await awaited(client, call))
        for status, name in edges_of(made, made.server.take()[0].stub).items():
            try:
                await aread(await awaited(client, call, extra_headers={header: name}))
            except made.module.APIError as error:
                _is_error(made.module, error, status)
            else:
                raise AssertionError(f"{name} raised nothing")

    return {"options": options, "raw": raw, "streamed": streamed, "items": items, "errors": errors}
