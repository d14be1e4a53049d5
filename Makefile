# Rollcall: `make report` and `make test` are each enough on a fresh Debian 12 with Swift 6.3.
.DEFAULT_GOAL := help
.PHONY: help packages build report test validate fuzz speed check format clean

MANIFEST ?= Benchmarks/quick.yaml
BINARY = .build/release/rollcall
SWIFT = Package.swift Sources Tests Benchmarks/Speed/Package.swift Benchmarks/Speed/Sources

help: ## List the targets.
	@grep -E '^[a-z]+:.*##' $(MAKEFILE_LIST) | sed -E 's/^([a-z]+):.*## (.*)/  make \1\t\2/' | expand -t 18

packages: ## Install the system packages that are missing.
	@.ci/install-packages

build: packages ## Build the program, in release.
	@swift build -c release --product rollcall >&2

report: build ## Run MANIFEST (Benchmarks/quick.yaml) and print the path of the report.
	@$(BINARY) run $(MANIFEST)

test: packages ## Run the tests, in release.
	swift test -c release --disable-testable-imports

validate: packages ## Simulate how often intervals and tests are right, and write Benchmarks/Validation.md.
	ROLLCALL_VALIDATION=2000 swift test -c release --disable-testable-imports --filter ValidationTests

fuzz: packages ## Give the readers of files 100,000 or more damaged ones each.
	ROLLCALL_FUZZ=34 swift test -c release --disable-testable-imports --filter MutationTests

speed: packages ## Time the rows of Benchmarks/Speed beside their peers.
	@Benchmarks/Speed/beside-peers

check: packages ## Format lint, no warnings, imports in order.
	swift format lint --strict --recursive --parallel $(SWIFT)
	.ci/check-imports
	.ci/check-warnings
	.ci/check-schema
	.ci/check-messages

format: ## Format the sources.
	swift format --in-place --recursive --parallel $(SWIFT)

clean: ## Remove what was built; reports and the store stay.
	rm -rf .build
