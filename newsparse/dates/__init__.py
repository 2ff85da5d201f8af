"""From strings to instants: dates as machines write them, as people write them, and as URLs carry them."""
