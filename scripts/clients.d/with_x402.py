"""x402 against Venice's endpoint: a wallet signs in by the challenge of the 402, with another one each time."""

import asyncio
import importlib.metadata
import sys

from eth_account import Account
from x402 import x402Client
from x402.extensions.sign_in_with_x import create_siwx_client_hook
from x402.http.clients.httpx import x402HttpxClient
from x402.http.x402_http_client import x402HTTPClient

url = sys.argv[1]


async def main():
    http = x402HTTPClient(x402Client())
    http.on_payment_required(create_siwx_client_hook(Account.create()))
    edit = {"prompt": "Make the sky pink", "image": f"{url}/fixtures/lighthouse.png"}
    async with x402HttpxClient(http, timeout=60) as client:
        for _ in range(2):
            answer = await client.post(f"{url}/api/v1/image/edit", json=edit)
            assert answer.status_code == 200, answer.text
            assert answer.headers["x-balance-remaining"], answer.headers


asyncio.run(main())
print(f"x402 {importlib.metadata.version('x402')}: ok")
