# Two commands: `make serve` for people, `make test` for everything that is checked.

SWIFT ?= swift
# Swift's runtime and the C libraries are linked in: the program starts in two thirds of the time and runs where neither is.
# What is never called is left out function by function, and no names are kept for libraries to find: 0.8 MB less memory.
RELEASE = -c release --product image-edit-mock --static-swift-stdlib -Xswiftc -Xclang-linker -Xswiftc -static-libgcc \
	-Xswiftc -Xfrontend -Xswiftc -function-sections -Xlinker --no-export-dynamic
# Relocations are read whole at every start; packed they take 1 MB less memory and a millisecond less. Programs linked so need glibc 2.36.
PACKED := $(shell getconf GNU_LIBC_VERSION 2>/dev/null | \
	awk '{ split($$2, v, "."); if (v[1] * 1000 + v[2] >= 2036) print "-Xswiftc -use-ld=lld -Xlinker -z -Xlinker pack-relative-relocs" }')
PORT ?= 8080
# More options for `make serve` and `make bench`: make serve ARGS='--profile live'
ARGS ?=

.PHONY: serve build test sanitize soak packages test-packages bench clients conformance fuzz docs examples pictures format lint clean

serve: build
	@exec "$$($(SWIFT) build $(RELEASE) --show-bin-path)/image-edit-mock" serve --port $(PORT) --log all $(ARGS)

build: packages
	PKG_CONFIG_PATH="$$(scripts/static-libraries .build/static):$$PKG_CONFIG_PATH" $(SWIFT) build $(RELEASE) $(PACKED)

test: test-packages
	scripts/test

# All tests again under each sanitizer: hours, most of them under the last one.
sanitize: test-packages
	SANITIZE=undefined scripts/test
	SANITIZE=address scripts/test
	SANITIZE=thread scripts/test

# An hour of mixed traffic, every answer checked, and an eye on memory and descriptors: make soak MINUTES=60
MINUTES ?= 60
soak: build
	soak/run --minutes $(MINUTES)

# What the build needs of the system, installed where it is missing and can be.
packages:
	@scripts/packages

# The same, and the programs that the tests start.
test-packages:
	@scripts/packages --tests

# All rows take some 20 minutes; make bench ARGS=--quick sees that they work, ARGS=--write writes docs/benchmarks.md (needs wrk and nginx).
bench: build
	Benchmarks/run $(ARGS)

# The SDKs against the mock, with real photographs (needs Python's venv, and Node for one of them).
clients: build
	scripts/clients

# schemathesis over the serving mock, with its own documents and with Venice's (needs Python's venv).
conformance: build
	conformance/run

# Looks for inputs that break what must hold, SECONDS for each target: make fuzz SECONDS=600 TARGETS='json png' (docs/fuzzing.md).
fuzz: packages
	scripts/fuzz $(or $(SECONDS),60) $(TARGETS)

# Writes docs/contract anew: what the ledger says, for people.
docs:
	scripts/write-docs

# The set-ups in examples/, as their readers would run them (pytest, Node, curl; what is missing is skipped). `make test` runs them, too.
examples: build
	scripts/examples

# Makes the pictures of the README again, with its own requests.
pictures: build
	scripts/draw-pictures

format:
	$(SWIFT) format --in-place --recursive Sources Tests Fuzzing examples/swift-testing/Sources examples/swift-testing/Tests

lint:
	$(SWIFT) format lint --strict --recursive Sources Tests Fuzzing examples/swift-testing/Sources examples/swift-testing/Tests

clean:
	$(SWIFT) package clean
