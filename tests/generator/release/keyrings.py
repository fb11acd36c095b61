"""Keyrings for the tests, which `PYTHON_KEYRING_BACKEND` names."""

import getpass
import time

from keyring.backend import KeyringBackend
from keyring.credentials import SimpleCredential


class Keeping(KeyringBackend):
    priority = 1

    def get_credential(self, service, username):
        return SimpleCredential(username or "of-the-keyring", f"kept for {service} {username}")

    def get_password(self, service, username):
        return None

    def set_password(self, service, username, password):
        raise NotImplementedError

    def delete_password(self, service, username):
        raise NotImplementedError


class Failing(Keeping):
    def get_credential(self, service, username):
        raise RuntimeError("no bus")


class Asking(Keeping):
    def get_credential(self, service, username):
        return SimpleCredential("asked", getpass.getpass("Password of the keyring: "))


class Greeting(Keeping):
    def get_credential(self, service, username):
        print("Welcome to this keyring!")
        return SimpleCredential("me", "password")


class Mumbling(Keeping):
    def get_credential(self, service, username):
        print("hunter2")
        raise SystemExit(0)


class Hanging(Keeping):
    def get_credential(self, service, username):
        time.sleep(600)
