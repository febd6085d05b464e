# Paiban: `make edition` prints the sample newspaper. `make help` lists the rest.
SHELL := /bin/bash

PREFIX  ?= /usr/local
DESTDIR ?=
SWIFT   ?= swift

SEED    := seeds/jiangjin-2023-06-21
COUNTY  := seeds/qingdu-2024-09-14
EDITION := out/$(notdir $(SEED)).pdf
# Swift's own libraries go into the program: it starts sooner, and runs where no toolchain is.
RELEASE := $(SWIFT) build -c release --static-swift-stdlib --product paiban
# Without debug information the tests are built in a sixth less time; failures have their files and lines all the same.
# With all tests begun at once, one that waits for a second would wait until most others have had their turn.
# What failed stands at the end, too: a thousand lines of other tests are between.
TEST    := set -o pipefail; mkdir -p .build; \
  SWT_EXPERIMENTAL_MAXIMUM_PARALLELIZATION_WIDTH=8 $(SWIFT) test -debug-info-format none 2>&1 | tee .build/tests.log \
  || { echo "== what failed"; grep -aE '✘|↳|error:' .build/tests.log | tail -n 200; exit 1; }
FORMAT  := --configuration .swift-format --recursive --parallel
SOURCES := Package.swift Sources Tests Benchmarks Fuzzing

# What fuzzing goes through: readers by name, and spoilt files for each.
READERS ?= decoder raw markdown edition layout roles dummy jpeg png drawing profile
RUNS    ?= 100000
# The number of mutated editions, and the seed of the first.
EDITIONS ?= $(RUNS)
FIRST    ?= 0
# Test suites in which several workers share something.
THREADED := ConcurrencyTests|CompositorTests|WholeEditionTests|GeneratedDailyTests|PDFPrinterTests|PDFImageTests|PDFWriterTests|LiveEditionTests|PreviewServerTests|FolderWatcherTests|ConnectionTimeoutTests
# libFuzzer as the toolchain brings it, without a program's beginning of its own.
FUZZER   = $(shell $(SWIFT) -print-target-info | sed -n 's/.*"runtimeResourcePath": "\(.*\)".*/\1/p')/clang/lib/linux/libclang_rt.fuzzer_no_main-$(shell uname -m).a

.DEFAULT_GOAL := help
.PHONY: help packages paiban edition test test-fast test-threads fuzz fuzz-editions bench docs install pictures format lint clean

help: ## Say what can be made
	@sed -nE 's/^([a-z-]+):.*## (.*)/  make \1|\2/p' Makefile | column -t -s '|'

packages: ## Install the Debian packages that are missing
	@.ci/install-packages

paiban: packages ## Build the program: .build/release/paiban
	$(RELEASE)

edition: paiban ## Print the sample edition to out/
	@mkdir -p $(dir $(EDITION))
	.build/release/paiban build $(SEED) -o $(EDITION)
	@echo "The edition is in $(EDITION)"

test: packages ## Run the tests
	@$(TEST)

test-fast: packages ## Run the tests without the slow ones, which are reported as skipped
	@export PAIBAN_FAST_TESTS=1; $(TEST)

# Tests in which several workers share something. The sanitizer has to be told of Swift's locks: Tests/CMutexWatch.
test-threads: packages ## Run the tests of several workers at once, watched for races
	PAIBAN_THREADS=1 $(SWIFT) test --sanitize thread --scratch-path .build-threads --filter '$(THREADED)'

# Every part of ours reports which of it an input reaches, and each misuse of memory ends the run, as does in C of ours
# what C leaves undefined, and a run of more than ten seconds or two gigabytes. Inputs that reach something new are kept
# for the next time, those that do harm beside them.
fuzz: packages ## Spoil 100,000 files for each reader and as many editions: RUNS=…, READERS='raw jpeg'
	PAIBAN_FUZZ=$(FUZZER) $(SWIFT) build -c release --sanitize address -Xcc -fsanitize=undefined -Xcc -fno-sanitize-recover=undefined -Xswiftc -Xfrontend -Xswiftc -sanitize=fuzzer --product paiban-fuzz --scratch-path .build-fuzz
	@for reader in $(READERS); do mkdir -p out/fuzz/$$reader && echo "== $$reader" && \
	SWIFT_BACKTRACE=enable=no ASAN_OPTIONS=detect_leaks=0:allocator_may_return_null=1 .build-fuzz/release/paiban-fuzz \
	  $$reader out/fuzz/$$reader -runs=$(RUNS) -max_len=6000 -timeout=10 -rss_limit_mb=2000 -verbosity=0 -print_final_stats=1 || exit 1; done
	$(MAKE) fuzz-editions

# An edition with a fault stays in its folder.
fuzz-editions: paiban ## Build 100,000 spoilt editions with the program: EDITIONS=…, FIRST=…
	PAIBAN_EDITIONS=1 $(SWIFT) build -c release --product paiban-editions --scratch-path .build-editions
	.build-editions/release/paiban-editions .build/release/paiban $(EDITIONS) out/editions $(FIRST)

bench: packages ## Measure the whole run, planning, days of many pages, and the live preview
	PAIBAN_BENCHMARKS=1 $(SWIFT) build -c release -Xswiftc -enable-testing --product paiban-benchmark --scratch-path .build-bench
	for what in whole planning daily serving; do .build-bench/release/paiban-benchmark $$what || exit 1; done

# Ordinary builds do not fetch the documentation plugin: the variable asks for it.
docs: packages ## Build the documentation of the library for Swift programs: out/docs
	@rm -rf out/docs && mkdir -p out
	PAIBAN_DOCS=1 $(SWIFT) package --allow-writing-to-directory out generate-documentation --target Paiban \
	  --warnings-as-errors --disable-indexing --transform-for-static-hosting --output-path out/docs
	@echo "python3 -m http.server --directory out/docs shows it: http://localhost:8000/documentation/paiban"

# sudo often hides the toolchain; then what `make paiban` built is installed as it is.
install: $(if $(shell command -v $(SWIFT)),paiban) ## Put program, layouts and fonts under PREFIX (/usr/local), below DESTDIR if given
	install -d "$(DESTDIR)$(PREFIX)/bin" "$(DESTDIR)$(PREFIX)/share/paiban"
	install -m 755 .build/release/paiban "$(DESTDIR)$(PREFIX)/bin/paiban"
	cp -R layouts fonts "$(DESTDIR)$(PREFIX)/share/paiban/"

pictures: paiban ## Draw the gallery of layouts/README.md again
	layouts/pictures/draw .build/release/paiban

format: ## Lay the sources out by .swift-format
	$(SWIFT) format $(FORMAT) --in-place $(SOURCES)

lint: ## Say where the sources stray from .swift-format
	$(SWIFT) format lint $(FORMAT) --strict $(SOURCES)

clean: ## Remove what was built and printed
	rm -rf .build .build-bench .build-editions .build-fuzz .build-threads out
