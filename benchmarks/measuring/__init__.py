"""How good the articles are that newsparse makes of labelled pages."""
