# Notebooks for make: `make results` runs those that changed, `make figures` takes their figures, `make check` looks
# whether their outputs still come out.
NOTEBOOKS ?= $(wildcard notebooks/*.ipynb)
RESULTS ?= results
VENCEJO ?= vencejo

.PHONY: results figures check

results: $(patsubst %,$(RESULTS)/%,$(notdir $(NOTEBOOKS)))

# A run that fails leaves its notebook for a look, and is made again.
$(RESULTS)/%.ipynb: notebooks/%.ipynb
	$(VENCEJO) run $< -o $@ || { mv -f $@ $@.failed; exit 1; }

figures: results
	$(VENCEJO) figures $(patsubst %,$(RESULTS)/%,$(notdir $(NOTEBOOKS))) --out figures

check:
	$(VENCEJO) check --outputs $(NOTEBOOKS)
