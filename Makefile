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
FORMAT  := --configuration .swift-format --recursive --parallel
SOURCES := Package.swift Sources Tests

.DEFAULT_GOAL := help
.PHONY: help packages paiban edition test bench install pictures seeds-photos format lint clean

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
	$(SWIFT) test

# sudo often hides the toolchain; then what `make paiban` built is installed as it is.
bench: packages ## Measure the whole run, planning, days of many pages, and the live preview
	PAIBAN_BENCHMARKS=1 $(SWIFT) build -c release -Xswiftc -enable-testing --product paiban-benchmark --scratch-path .build-bench
	for what in whole planning daily serving; do .build-bench/release/paiban-benchmark $$what || exit 1; done

install: $(if $(shell command -v $(SWIFT)),paiban) ## Put program, layouts and fonts under PREFIX (/usr/local), below DESTDIR if given
	install -d "$(DESTDIR)$(PREFIX)/bin" "$(DESTDIR)$(PREFIX)/share/paiban"
	install -m 755 .build/release/paiban "$(DESTDIR)$(PREFIX)/bin/paiban"
	cp -R layouts fonts "$(DESTDIR)$(PREFIX)/share/paiban/"

pictures: paiban ## Draw the gallery of layouts/README.md again
	layouts/pictures/draw .build/release/paiban

seeds-photos: paiban ## Draw the samples' photographs and advertisement again (some twenty minutes)
	PAIBAN_SEED_PHOTOS=1 $(SWIFT) build -c release --product SeedPhotos --scratch-path .build-photos
	nice .build-photos/release/SeedPhotos district $(SEED)/photos
	nice .build-photos/release/SeedPhotos county $(COUNTY)/photos
	.build/release/paiban preview $(COUNTY)/advertisement --dpi 200 -o $(COUNTY)/photos/advertisement.png

format: ## Lay the sources out by .swift-format
	$(SWIFT) format $(FORMAT) --in-place $(SOURCES)

lint: ## Say where the sources stray from .swift-format
	$(SWIFT) format lint $(FORMAT) --strict $(SOURCES)

clean: ## Remove what was built and printed
	rm -rf .build .build-photos .build-bench out
