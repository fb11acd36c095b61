"""Certificates made for a test, and TLS contexts of both sides."""

import ssl
import subprocess


def make(folder):
    """Fill a folder with an authority, a server for 127.0.0.1 and a client, each as a certificate and a key."""

    def openssl(*arguments):
        subprocess.run(["openssl", *arguments], cwd=folder, check=True, capture_output=True)

    new = ["req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-nodes", "-days", "2"]
    openssl(*new, "-subj", "/CN=Test", "-keyout", "ca.key", "-out", "ca.pem")
    for name in ("server", "client"):
        signed = ["-CA", "ca.pem", "-CAkey", "ca.key", "-subj", f"/CN={name}"]
        openssl(
            *new, *signed, "-addext", "subjectAltName=IP:127.0.0.1", "-keyout", f"{name}.key", "-out", f"{name}.pem"
        )


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
