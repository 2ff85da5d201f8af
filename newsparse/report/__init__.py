"""What became of a page, for people to look at: self-contained HTML in which nothing of the page can run."""

from newsparse.report.card import article_card
from newsparse.report.comparison_page import comparison_html
from newsparse.report.page import framed, page_html

__all__ = ["article_card", "comparison_html", "framed", "page_html"]
