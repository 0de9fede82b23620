# SPDX-License-Identifier: GPL-3.0-or-later
# mansap: `make run` does everything from an empty machine to the open program; `make help` lists the rest.

# ---- What Debian 12 has to give: one list to build and run, one more to test ------------------------
PACKAGES = gcc libc6-dev make gettext libncurses-dev libpq-dev libedit-dev libiniparser-dev libjansson-dev libssl-dev \
           ncurses-base postgresql postgresql-client
TEST_PACKAGES = clang clang-format clang-tidy cppcheck libcmocka-dev libvterm-dev perl postgresql-15-pgtap \
                postgresql-15-plpgsql-check libtap-parser-sourcehandler-pgtap-perl locales valgrind
FUZZ_PACKAGES = clang libclang-rt-14-dev
# What is measured beside it, and with what.
BENCH_PACKAGES = python3 dialog whiptail nano git

# ---- How it is compiled; all may be given on the command line ------------------------------------------
CC = gcc
BUILD = build
PREFIX = /usr/local
DESTDIR =
AS = operator
WARNINGS = -Wall -Wextra -Wshadow -Wconversion -Wformat=2
ifdef WERROR
WARNINGS += -Werror
endif
ifdef SANITIZE
CFLAGS = -O1 -g -fno-omit-frame-pointer -fsanitize=$(SANITIZE) -fno-sanitize-recover=undefined
LDFLAGS = -fsanitize=$(SANITIZE)
else
CFLAGS = -O2 -g -U_FORTIFY_SOURCE -D_FORTIFY_SOURCE=2 -fstack-protector-strong
LDFLAGS =
endif
ALL_CFLAGS = -std=c17 -D_GNU_SOURCE -I. -isystem /usr/include/postgresql $(WARNINGS) -fPIE $(CFLAGS)
# Relative relocations are packed: they are a quarter of what the program has to map.
ALL_LDFLAGS = -pie -Wl,-z,relro,-z,now,-z,pack-relative-relocs -Wl,--as-needed $(LDFLAGS)
# libedit is not among them: common/line.c loads it when it asks something.
LIBS = -lformw -lpanelw -lncursesw -ltinfo -lpq -liniparser -ljansson -lcrypto

# ---- What there is ------------------------------------------------------------------------------------------
PROGRAM = $(if $(filter build,$(BUILD)),mansap,$(BUILD)/mansap)
SOURCES := $(wildcard common/*.c forms/*.c tui/*.c)
HEADERS := $(wildcard common/*.h forms/*.h tui/*.h)
OBJECTS = $(SOURCES:%.c=$(BUILD)/%.o)
LIBRARY = $(BUILD)/libmansap.a
# In the folders of tests each *_test.c is a program; the other files there belong to all programs of their folder.
programs = $(patsubst tests/$(1)/%.c,$(BUILD)/tests/%,$(wildcard tests/$(1)/*_test.c))
helpers = $(patsubst %.c,$(BUILD)/%.o,$(filter-out %_test.c,$(wildcard tests/$(1)/*.c)))
UNIT_TESTS := $(call programs,unit)
SCREEN_TESTS := $(call programs,screen)
FAULT_TESTS := $(call programs,fault)
FUZZERS = $(patsubst tests/fuzz/%.c,$(BUILD)/tests/%,$(wildcard tests/fuzz/*_fuzz.c))
TESTS = $(UNIT_TESTS) $(SCREEN_TESTS) $(FAULT_TESTS)
LOCALES = $(BUILD)/locales/kk_KZ.RK1048/LC_CTYPE $(BUILD)/locales/kk_KZ.PT154/LC_CTYPE
TEST_SOURCES := $(wildcard tests/*/*.c tests/*/*.h)
PO := $(wildcard common/locale/*.po)
MO = $(PO:common/locale/%.po=$(BUILD)/locale/%/LC_MESSAGES/mansap.mo)

.PHONY: all objects tests mo pot deps test-deps run training training-stop training-reset test asan \
        valgrind bench benches fresh fuzz fuzzers fuzz-syntax check style layers cppcheck tidy tidied catalogues warnings trace install clean help
.DELETE_ON_ERROR:
.SECONDARY:

all: $(PROGRAM) mo

help:
	@echo 'make run [AS=login]   set up what is missing, open the program on the training database'
	@echo 'make test             set up what is missing, run every test'
	@echo 'make                  build only; CC=clang, BUILD=dir, WERROR=1'
	@echo 'make training, training-stop, training-reset     the private training server'
	@echo 'make asan, valgrind   the tests with the sanitizers; the unit tests under valgrind'
	@echo 'make fuzz             any bytes into what reads bytes; FUZZ_SECONDS=60'
	@echo 'make check            style, layers, code map, static analysis, both compilers with -Werror'
	@echo 'make bench            figures, side by side with other programs: tests/bench/RESULTS.md'
	@echo 'make fresh            make run and make test on a minimal Debian 12; as root'
	@echo 'make trace            which requirement is cited by which test'
	@echo 'make mo, pot          compile the catalogues; collect new texts for the translators'
	@echo 'make install          DESTDIR= PREFIX=/usr/local'
	@echo 'make clean'

# ---- Building -------------------------------------------------------------------------------------------------
objects: $(OBJECTS)

$(PROGRAM): $(BUILD)/tui/main.o $(LIBRARY)
	$(CC) $(CFLAGS) $(ALL_LDFLAGS) -o $@ $^ $(LIBS)

$(LIBRARY): $(filter-out $(BUILD)/tui/main.o,$(OBJECTS))
	@rm -f $@
	$(AR) rcs $@ $^

$(BUILD)/%.o: %.c
	@mkdir -p $(@D)
	$(CC) $(ALL_CFLAGS) -MMD -MP -c -o $@ $<

tests: $(TESTS) $(LOCALES)

# The legacy Kazakh locales, made without root: found by LOCPATH.
$(BUILD)/locales/kk_KZ.%/LC_CTYPE:
	@mkdir -p $(BUILD)/locales
	localedef -i kk_KZ -f $* $(@D)

$(UNIT_TESTS): $(BUILD)/tests/%: $(BUILD)/tests/unit/%.o $(call helpers,unit) $(LIBRARY)
$(SCREEN_TESTS): $(BUILD)/tests/%: $(BUILD)/tests/screen/%.o $(call helpers,screen) $(LIBRARY)
$(FAULT_TESTS): $(BUILD)/tests/%: $(BUILD)/tests/fault/%.o $(call helpers,fault) $(LIBRARY)
$(TESTS):
	$(CC) $(CFLAGS) $(ALL_LDFLAGS) -o $@ $^ $(LIBS) -lcmocka -lvterm

-include $(OBJECTS:.o=.d) $(patsubst %.c,$(BUILD)/%.d,$(filter %.c,$(TEST_SOURCES)))

# ---- Texts --------------------------------------------------------------------------------------------------------
mo: $(MO)

$(BUILD)/locale/%/LC_MESSAGES/mansap.mo: common/locale/%.po
	@mkdir -p $(@D)
	msgfmt -c -o $@ $<

# The texts to translate; the translators' files get the new ones.
pot: build/mansap.pot
	@for po in $(PO); do msgmerge --quiet --update --backup=none --no-fuzzy-matching --add-location=file $$po $<; done

build/mansap.pot: $(SOURCES) $(HEADERS)
	@mkdir -p $(@D)
	@xgettext --from-code=UTF-8 --sort-by-file --package-name=mansap --language=C --keyword --keyword=_ --keyword=N_ \
	    --keyword=NC_:1c,2 --keyword=i18n_plural:1,2 --keyword=i18n_text --add-location=file -o $@ $^
	@sed -i '/^"POT-Creation-Date/d' $@ # else every merge would change every file

# ---- Packages: the stamp is named after the list, so a second run costs nothing -----------------------------
stamp = build/packages/$(shell echo '$(1)' | cksum | cut -d' ' -f1)
DEPS := $(call stamp,$(PACKAGES))
TEST_DEPS := $(call stamp,$(TEST_PACKAGES))
FUZZ_DEPS := $(call stamp,$(FUZZ_PACKAGES))
BENCH_DEPS := $(call stamp,$(BENCH_PACKAGES))

deps: $(DEPS)
test-deps: $(DEPS) $(TEST_DEPS)
$(DEPS): INSTALL = $(PACKAGES)
$(TEST_DEPS): INSTALL = $(TEST_PACKAGES)
$(FUZZ_DEPS): INSTALL = $(FUZZ_PACKAGES)
$(BENCH_DEPS): INSTALL = $(BENCH_PACKAGES)
$(DEPS) $(TEST_DEPS) $(FUZZ_DEPS) $(BENCH_DEPS):
	@common/training/packages.sh $(INSTALL)
	@mkdir -p $(@D) && touch $@

# ---- The training server ----------------------------------------------------------------------------------------
run: deps
	@$(MAKE) --no-print-directory -s all
	@common/training/server.sh start
	@config=$$(common/training/server.sh config '$(AS)') && exec ./$(PROGRAM) --config "$$config"

training: deps
	@common/training/server.sh start

training-stop:
	@common/training/server.sh stop

training-reset: deps
	@common/training/server.sh reset

# ---- Tests ----------------------------------------------------------------------------------------------------------
test: test-deps
	@$(MAKE) --no-print-directory -s all tests
	@BUILD='$(BUILD)' PROGRAM='$(PROGRAM)' tests/run

asan: test-deps
	@$(MAKE) --no-print-directory -s all tests BUILD=build/asan SANITIZE=address,undefined
	@BUILD=build/asan PROGRAM=build/asan/mansap tests/run

VALGRIND = valgrind -q --error-exitcode=99 --leak-check=full --show-leak-kinds=definite --errors-for-leak-kinds=definite
valgrind: test-deps
	@$(MAKE) --no-print-directory -s tests
	@BUILD='$(BUILD)' PROGRAM='$(PROGRAM)' UNDER='$(VALGRIND)' tests/run unit

fuzz: $(DEPS) $(FUZZ_DEPS)
	@$(MAKE) --no-print-directory -s fuzzers BUILD=build/fuzz CC=clang SANITIZE=address,undefined,fuzzer-no-link
	@FUZZ_SECONDS='$(or $(FUZZ_SECONDS),60)' BUILD=build/fuzz tests/fuzz/run

fuzzers: $(FUZZERS)

$(FUZZERS): $(BUILD)/tests/%: $(BUILD)/tests/fuzz/%.o $(BUILD)/tests/fuzz/fuzz.o $(LIBRARY)
	$(CC) $(CFLAGS) $(ALL_LDFLAGS) -fsanitize=fuzzer -o $@ $^ $(LIBS)

# Without clang's runtime libraries, which only `make fuzz` needs.
fuzz-syntax: test-deps
	@for file in $(wildcard tests/fuzz/*.c); do clang $(ALL_CFLAGS) -Werror -fsyntax-only $$file || exit 1; done

# ---- Measuring; no part of the tests ---------------------------------------------------------------------------------
bench: test-deps $(BENCH_DEPS)
	@$(MAKE) --no-print-directory -s all benches
	@BUILD='$(BUILD)' PROGRAM='$(PROGRAM)' tests/bench/run

BENCHES = $(BUILD)/bench/trips $(BUILD)/bench/server $(BUILD)/bench/bare
benches: $(BENCHES) $(BUILD)/tests/slow_line_test

$(BUILD)/bench/trips $(BUILD)/bench/server: $(BUILD)/bench/%: $(BUILD)/tests/bench/%.o $(BUILD)/tests/bench/client.o $(LIBRARY)
	@mkdir -p $(@D)
	$(CC) $(CFLAGS) $(ALL_LDFLAGS) -o $@ $^ $(LIBS)

$(BUILD)/bench/bare: $(BUILD)/tests/bench/bare.o
	@mkdir -p $(@D)
	$(CC) $(CFLAGS) $(ALL_LDFLAGS) -o $@ $^ -lncursesw -ltinfo -lpq

fresh:
	@tests/fresh

check: style layers cppcheck tidy catalogues warnings fuzz-syntax

style: test-deps
	@clang-format --dry-run -Werror $(SOURCES) $(HEADERS) $(TEST_SOURCES)
	@awk 'FNR == 401 { print FILENAME ": more than 400 lines"; bad = 1 } END { exit bad }' \
	    $(SOURCES) $(HEADERS) $(TEST_SOURCES)

layers:
	@tests/layers
	@tests/codemap
	@tests/trace --check

cppcheck: test-deps
	@cppcheck --quiet --error-exitcode=1 --std=c11 --inline-suppr --enable=warning,portability \
	    --suppress=missingIncludeSystem --suppress=incompatibleFileOpen -I. common forms tui

catalogues: test-deps build/mansap.pot
	@tests/catalogues build/mansap.pot

warnings: test-deps
	@$(MAKE) --no-print-directory -s -j2 all tests WERROR=1 BUILD=build/gcc CC=gcc
	@$(MAKE) --no-print-directory -s -j2 all tests WERROR=1 BUILD=build/clang CC=clang

tidy: test-deps
	@$(MAKE) --no-print-directory -s -j2 tidied

# One process a file: clang-tidy 14 mistakes va_lists when it reads several.
tidied: $(SOURCES:%.c=build/tidy/%.ok)

build/tidy/%.ok: %.c .clang-tidy $(HEADERS)
	@mkdir -p $(@D)
	@echo clang-tidy $<
	@clang-tidy --quiet --warnings-as-errors='*' $< -- -std=c17 -D_GNU_SOURCE -I. -isystem /usr/include/postgresql \
	    >$(@:.ok=.log) 2>&1 || { grep -vE '^[0-9]+ warnings? (generated|treated)|^Suppressed|^Use -header' $(@:.ok=.log); exit 1; }
	@touch $@

trace:
	@tests/trace

# ---- Away -------------------------------------------------------------------------------------------------------------
install: all
	install -D -m 755 $(PROGRAM) $(DESTDIR)$(PREFIX)/bin/mansap
	@for mo in $(MO:$(BUILD)/locale/%=%); do \
	    install -D -m 644 $(BUILD)/locale/$$mo $(DESTDIR)$(PREFIX)/share/locale/$$mo; done
	@for file in $$(cd common/schema && find . -type f); do \
	    install -D -m 644 common/schema/$$file $(DESTDIR)$(PREFIX)/share/mansap/schema/$$file; done
	install -D -m 644 -t $(DESTDIR)$(PREFIX)/share/doc/mansap README.md LICENSE config.example.ini tui/help/*.md

clean:
	rm -rf build mansap
