"""All peers, in the order of the tables."""

from bench.peers.aiohttp import AIOHTTP
from bench.peers.connexion import Connexion
from bench.peers.fastapi import FastAPI
from bench.peers.flask import Flask
from bench.peers.granian import Granian
from bench.peers.microhttpd import MicroHTTPD
from bench.peers.mitmproxy import Mitmproxy
from bench.peers.moto import Moto
from bench.peers.nginx import Nginx
from bench.peers.node import Node
from bench.peers.pact import Pact
from bench.peers.pytest_httpserver import PytestHTTPServer
from bench.peers.wiremock import WireMock

# Mocks that are installed, then what developers write themselves.
PEERS = (WireMock, PytestHTTPServer, Moto, Mitmproxy, Pact, Connexion, Flask, FastAPI, AIOHTTP, Granian, Node)

# No mocks, but what limits one: the fastest server for files, and what the mock stands on.
LIMITS = (Nginx, MicroHTTPD)

ALL = (*LIMITS, *PEERS)
