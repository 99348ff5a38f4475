# make serve   build the app and serve it on this machine     make check   formatting, lints, native tests (quick)
# make build   build the app into dist/                       make test    everything; CI runs this
# make bench   measure
# Each but check installs what this machine is missing first (.ci/set-up).

SHELL := bash
.SHELLFLAGS := -euo pipefail -c
.NOTPARALLEL:
.PHONY: serve build check test bench lint-wasm test-wasm test-browser tools all-tools bench-tools

PORT ?= 8080
wasm32 := --target wasm32-unknown-unknown
# Someone at work may change Cargo.toml; CI builds what was committed.
locked := $(if $(CI),--locked)

# A port that is taken is said before the build, not after it.
serve: tools
	@. .ci/env; node .ci/serve.mjs --free $(PORT)
	@$(MAKE) --no-print-directory build
	@. .ci/env; node .ci/serve.mjs dist $(PORT)

build: tools
	@. .ci/env; wasm trunk build --release $(locked)

check:
	@. .ci/env; cargo fmt --check
	@. .ci/env; cargo clippy --all-targets $(locked) -- -D warnings
	@. .ci/env; cargo test $(locked)

test: all-tools check lint-wasm test-wasm build test-browser

# Code behind cfg(target_arch = "wasm32") is linted and tested only here.
lint-wasm: all-tools
	@. .ci/env; wasm cargo clippy $(wasm32) --lib --bin app --bin reader $(locked) -- -D warnings

test-wasm: all-tools
	@. .ci/env; mkdir -p target; \
	printf '{"goog:chromeOptions":{"binary":"%s"}}' "$$CHROMIUM" > target/webdriver.json; \
	export WASM_BINDGEN_TEST_WEBDRIVER_JSON="$$PWD/target/webdriver.json"; \
	export CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUNNER=wasm-bindgen-test-runner; \
	wasm cargo test $(wasm32) --lib $(locked)

# Over dist/ as it lies there: `make build test-browser` after a change.
test-browser: all-tools
	@. .ci/env; cd tests/browser; npm test --silent

# Over the release build, beside Dexie: 10,000 and 100,000 cases, or CASES="1000".
bench: bench-tools build
	@. .ci/env; cargo build --release --bin langqiao $(locked)
	@. .ci/env; node tests/bench/run.mjs $(CASES)

tools:
	@.ci/set-up build

all-tools:
	@.ci/set-up

bench-tools:
	@.ci/set-up bench
