"""usage: aiohttp_app.py PORT FOLDER"""

import asyncio
import base64
import sys
from pathlib import Path

from aiohttp import web

answers = {path.name: path.read_bytes() for path in Path(sys.argv[2]).iterdir()}
routes = web.RouteTableDef()


@routes.post("/json/{name}")
async def edit_json(request):
    body = await request.json()
    if not body["prompt"] or not base64.b64decode(body["image"], validate=True):
        return web.Response(status=400)
    return web.Response(body=answers[request.match_info["name"]], content_type="image/png")


@routes.post("/form/{name}")
async def edit_form(request):
    form = await request.post()
    if not form["prompt"] or not form["image"].file.read():
        return web.Response(status=400)
    return web.Response(body=answers[request.match_info["name"]], content_type="image/png")


@routes.post("/slow")
async def slow(request):
    await asyncio.sleep(2)
    return web.Response(text="{}")


@routes.post("/refused")
async def refused(request):
    return web.Response(status=429, headers={"Retry-After": "1"}, text='{"error":"Rate limit exceeded"}')


@routes.post("/reset")
async def reset(request):
    request.transport.abort()
    return web.Response()


app = web.Application(client_max_size=64 << 20)
app.add_routes(routes)
web.run_app(app, host="127.0.0.1", port=int(sys.argv[1]), access_log=None, backlog=16384)
