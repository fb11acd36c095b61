"""Certificates made for a test, and TLS contexts of both sides."""

import ssl

import trustme


def make(folder):
    """Fill a folder with an authority, a server for 127.0.0.1 and a client, each as a certificate and a key."""
    authority = trustme.CA()
    authority.cert_pem.write_to_path(folder / "ca.pem")
    for name in ("server", "client"):
        issued = authority.issue_cert("127.0.0.1", common_name=name)
        issued.private_key_pem.write_to_path(folder / f"{name}.key")
        for part in issued.cert_chain_pems:
            part.write_to_path(folder / f"{name}.pem", append=True)


def serving(pki, *, mutual=False):
    """Return the context of a server, which may ask for a certificate too."""
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(pki / "server.pem", pki / "server.key")
    if mutual:
        context.load_verify_locations(pki / "ca.pem")
        context.verify_mode = ssl.CERT_REQUIRED
    return context


def trusting(pki, *, known=False):
    """Return the context of a client, which may have a certificate too."""
    context = ssl.create_default_context(cafile=pki / "ca.pem")
    if known:
        context.load_cert_chain(pki / "client.pem", pki / "client.key")
    return context
