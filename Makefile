# Two commands: `make serve` for people, `make test` for everything that is checked.

SWIFT ?= swift
# Swift's runtime is linked in: the program starts faster and runs where no toolchain is.
RELEASE = -c release --product image-edit-mock --static-swift-stdlib
PORT ?= 8080
# More options for `make serve`: make serve ARGS='--profile live'
ARGS ?=

.PHONY: serve build test packages bench clients fixtures format lint clean

serve: build
	@exec "$$($(SWIFT) build $(RELEASE) --show-bin-path)/image-edit-mock" serve --port $(PORT) --log all $(ARGS)

build: packages
	$(SWIFT) build $(RELEASE)

test: packages
	scripts/test

# What the build needs of the system, installed where it is missing and can be.
packages:
	@scripts/packages

bench: build
	Benchmarks/run

# The SDKs against the mock, with real photographs (needs Python's venv, and Node for one of them).
clients: build
	scripts/clients

# Draws fixtures/images anew, and with them the README's pictures.
fixtures: build
	scripts/draw-fixtures
	scripts/draw-pictures

format:
	$(SWIFT) format --in-place --recursive Sources Tests

lint:
	$(SWIFT) format lint --strict --recursive Sources Tests

clean:
	$(SWIFT) package clean
